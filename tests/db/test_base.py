"""Keys and instants come back as they were stored, on every database."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import postgresql, sqlite

from db.base import Instant, Key, KeyDigits

if TYPE_CHECKING:
    from sqlalchemy import Dialect

SQLITE = sqlite.dialect()
POSTGRESQL: Dialect = cast("Any", postgresql).dialect()
LOCAL = timezone(timedelta(hours=2))


def stored(column: Key | KeyDigits | Instant, value: object, dialect: Dialect = SQLITE) -> object:
    """Answer what the driver is given for a value."""
    writing: Any = column.dialect_impl(dialect).bind_processor(dialect)
    return writing(value)


def read(column: Key | KeyDigits | Instant, value: object, dialect: Dialect = SQLITE) -> object:
    """Answer what becomes of what the driver answers."""
    reading: Any = column.dialect_impl(dialect).result_processor(dialect, None)
    return reading(value) if reading else value


@given(st.uuids())
def test_a_key_is_the_same_after_it_was_kept(key: UUID) -> None:
    again = read(Key(), stored(Key(), key))
    assert isinstance(again, UUID)
    assert (again, str(again), hash(again)) == (key, str(key), hash(key))
    assert pickle.loads(pickle.dumps(again)) == key  # noqa: S301 - made just before


@given(st.datetimes(timezones=st.sampled_from([UTC, LOCAL])))
def test_an_instant_is_the_same_after_it_was_kept_and_in_utc(instant: datetime) -> None:
    if not datetime(2, 1, 1, tzinfo=UTC) < instant:
        return
    again = read(Instant(), stored(Instant(), instant))
    assert isinstance(again, datetime)
    assert again == instant
    assert again.tzinfo is UTC


@given(st.uuids())
def test_a_key_can_be_read_as_its_digits(key: UUID) -> None:
    assert read(KeyDigits(), stored(Key(), key)) == key.hex
    assert read(KeyDigits(), key, POSTGRESQL) == key.hex


def test_nothing_stays_nothing() -> None:
    assert read(Key(), None) is None
    assert read(Instant(), None) is None


def test_postgresql_keeps_keys_and_instants_itself() -> None:
    instant = datetime(2026, 11, 23, 10, tzinfo=LOCAL)
    assert read(Key(), UUID(int=1), POSTGRESQL) == UUID(int=1)
    assert read(Instant(), instant, POSTGRESQL) == instant
