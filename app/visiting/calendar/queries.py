"""Asking what the calendar shows: the visits of a span of days, and which days are closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.admin.office_settings import Setting, office_setting
from app.visiting.calendar import statements as ask
from app.visiting.calendar.raw_visits import RawVisit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from sqlalchemy import Connection

    from app.visiting.rows import VisitRow

_FEDERAL_STATE = Setting("federal_state", default="")
_LANGUAGES = MappingProxyType({"DE": "de", "DK": "da"})


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday where the office is, named as the country names it."""

    day: date
    name: str


def calendar_visits(
    connection: Connection, first: date, after: date, area_id: UUID | None = None
) -> tuple[VisitRow, ...]:
    """Answer every visit from a day up to the day before another, in order of time.

    `area_id` narrows them down to people of an area or of a district's areas.
    """
    span = {"start": datetime.combine(first, time.min), "end": datetime.combine(after, time.min)}
    if area_id is None:
        return tuple(map(RawVisit, connection.execute(ask.RAW, span).all()))
    found = connection.execute(ask.RAW_IN_AREA, span | {"area_id": area_id})
    return tuple(map(RawVisit, found.all()))


def holidays_between(connection: Connection, first: date, after: date) -> tuple[Holiday, ...]:
    """Answer the public holidays from a day up to the day before another.

    In Germany they are those of the office's federal state, or while nobody has said which it
    is, of the whole country.
    """
    country = connection.scalar(ask.COUNTRY) or ""
    if country not in _LANGUAGES:
        return ()
    state = office_setting(connection, _FEDERAL_STATE) if country == "DE" else ""
    found: list[Holiday] = []
    for year in range(first.year, after.year + 1):
        named = _holidays(country, state, year)
        found += [Holiday(day, name) for day, name in sorted(named.items())]
    return tuple(holiday for holiday in found if first <= holiday.day < after)


@lru_cache(maxsize=64)
def _holidays(country: str, state: str, year: int) -> Mapping[date, str]:
    import holidays  # noqa: PLC0415 - 0.1 s to import, not on the way to the first page

    found = holidays.country_holidays(
        country, subdiv=state or None, years=year, language=_LANGUAGES[country]
    )
    return dict(found.items())
