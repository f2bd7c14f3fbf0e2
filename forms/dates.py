"""Dates and times as letters write them, in the letter's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.dates import format_date, format_time

if TYPE_CHECKING:
    from datetime import date, datetime

_LOCALES = {"de": "de_DE", "da": "da_DK", "en": "en_GB"}
_LONG_DAY = {
    "de": "EEEE, d. MMMM y",
    "da": "EEEE 'den' d. MMMM y",
    "en": "EEEE, d MMMM y",
}
_DAY = {"de": "d. MMMM y", "da": "d. MMMM y", "en": "d MMMM y"}
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
