"""Requirements of the journal's rules."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.journal.rules import note_serial

MOMENTS = st.datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds are naive


@given(MOMENTS, st.uuids(), st.uuids())
def test_later_notes_have_higher_serials(moment: datetime, first: UUID, second: UUID) -> None:
    later = moment + timedelta(milliseconds=2)

    assert 0 < note_serial(moment, first) < note_serial(later, second) < 2**63
