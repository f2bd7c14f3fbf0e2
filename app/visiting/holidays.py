"""Public holidays where the office is: the calendar shows them, and series keep off them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.admin.office_settings import Setting, office_setting
from db.admin import OfficeCard

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sqlalchemy import Connection

_FEDERAL_STATE = Setting("federal_state", default="")
_LANGUAGES = MappingProxyType({"DE": "de", "DK": "da"})
_COUNTRY = select(OfficeCard.country).limit(1)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday where the office is, named as the country names it."""

    day: date
    name: str


def holidays_between(connection: Connection, first: date, after: date) -> tuple[Holiday, ...]:
    """Answer the public holidays from a day up to the day before another.

    In Germany they are those of the office's federal state, or while nobody has said which it
    is, of the whole country.
    """
    country = connection.scalar(_COUNTRY) or ""
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
