"""Dates and times as letters write them, in the letter's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.dates import format_date, format_time
from babel.numbers import format_decimal

if TYPE_CHECKING:
    from datetime import date, datetime

_LOCALES = {"de": "de_DE", "da": "da_DK", "en": "en_GB"}
_LONG_DAY = {
    "de": "EEEE, d. MMMM y",
    "da": "EEEE 'den' d. MMMM y",
    "en": "EEEE, d MMMM y",
}
_DAY = {"de": "d. MMMM y", "da": "d. MMMM y", "en": "d MMMM y"}
_SHORT_DAY = {"de": "dd.MM.y", "da": "dd.MM.y", "en": "d MMM y"}
_TIME = {"de": "HH:mm", "da": "HH.mm", "en": "HH:mm"}
_SPAN = {
    "de": "{day}, {start} bis {end}\u00a0Uhr",
    "da": "{day} kl.\u00a0{start} til {end}",
    "en": "{day}, {start} to {end}",
}


def long_day(day: date, language: str) -> str:
    """Answer "Dienstag, 24. November 2026" or "tirsdag den 24. november 2026"."""
    return format_date(day, _LONG_DAY[language], locale=_LOCALES[language])


def plain_day(day: date, language: str) -> str:
    """Answer "24. November 2026"."""
    return format_date(day, _DAY[language], locale=_LOCALES[language])


def day_and_times(start: datetime, end: datetime, language: str) -> str:
    """Answer the day with its times: "Dienstag, 24. November 2026, 14:30 bis 15:30 Uhr"."""
    return _SPAN[language].format(
        day=long_day(start, language),
        start=clock_time(start, language),
        end=clock_time(end, language),
    )


def clock_time(moment: datetime, language: str) -> str:
    """Answer "14:30" or "14.30"."""
    return format_time(moment, _TIME[language], locale=_LOCALES[language])


def short_day(day: date, language: str) -> str:
    """Answer "24.11.2026" or "24 Nov 2026"."""
    return format_date(day, _SHORT_DAY[language], locale=_LOCALES[language])


def short_moment(moment: datetime, language: str) -> str:
    """Answer "24.11.2026, 14:30"."""
    return f"{short_day(moment, language)}, {clock_time(moment, language)}"


def grouped(number: int, language: str) -> str:
    """Answer a whole number as "20.000" or "20,000"."""
    return format_decimal(number, locale=_LOCALES[language])
