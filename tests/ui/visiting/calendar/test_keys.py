"""What a key makes of the time of a visit."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from app.visiting.rows import VisitRow
from app.visiting.rules import Place, VisitStatus
from ui.visiting.calendar.keys import moved_slot

QUARTER, DAY = timedelta(minutes=15), timedelta(days=1)


def visit(start: str, end: str) -> VisitRow:
    first, last = (datetime.fromisoformat(f"2026-11-23 {at}") for at in (start, end))
    who = (uuid4(), "Erna", "Karin")
    return VisitRow(uuid4(), 1, *who, first, last, Place.HOME, VisitStatus.PLANNED, None)


def test_a_quarter_of_an_hour_keeps_the_length() -> None:
    slot = moved_slot(visit("14:00", "15:00"), QUARTER, day_only=False)
    assert slot is not None
    assert (slot.start.time().isoformat(), slot.end.time().isoformat()) == ("14:15:00", "15:15:00")


@pytest.mark.parametrize(
    ("start", "end", "by"), [("00:05", "01:00", -QUARTER), ("23:00", "23:50", QUARTER)]
)
def test_no_step_leads_over_midnight(start: str, end: str, by: timedelta) -> None:
    assert moved_slot(visit(start, end), by, day_only=False) is None


def test_a_day_keeps_the_time() -> None:
    slot = moved_slot(visit("23:00", "23:50"), DAY, day_only=True)
    assert slot is not None
    assert slot.start == datetime.fromisoformat("2026-11-24 23:00")
