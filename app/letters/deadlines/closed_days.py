"""Weekends and public holidays: on which days no legal period ends, and what they are called."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import holidays

from app.errors import N_
from resources.text import _, pgettext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from app.letters.deadlines.rules import Law

_WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
_OWN_LANGUAGE = {"de": "de", "dk": "da"}
"""Holidays are named as the country itself names them."""


def closed_days(law: Law, state: str = "") -> Callable[[date], str]:
    """Answer a function that names the weekend day or holiday on a date, "" on a working day."""

    def closed_on(day: date) -> str:
        if law.moving.holidays and (holiday := _named(law.jurisdiction, state, day)):
            return holiday
        if day.weekday() in law.moving.weekdays:
            return _(_WEEKDAYS[day.weekday()])
        if (day.month, day.day) in law.moving.also:
            return pgettext("deadline", "no working day")
        return ""

    return closed_on


def _named(country: str, state: str, day: date) -> str:
    return _year(country, state, day.year).get(day, "")


@lru_cache(maxsize=256)
def _year(country: str, state: str, year: int) -> Mapping[date, str]:
    """Answer the public holidays of a year; several names on one day stand side by side."""
    found = holidays.country_holidays(
        country.upper(), subdiv=state or None, years=year, language=_OWN_LANGUAGE[country]
    )
    return dict(found.items())
