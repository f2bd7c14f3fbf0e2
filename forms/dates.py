"""Dates and times as letters write them, in the letter's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.dates import format_date, format_time
from babel.numbers import format_decimal

if TYPE_CHECKING:
    from datetime import date, datetime

_LOCALES = {
    "de": "de_DE", "da": "da_DK", "en": "en_GB", "tr": "tr_TR", "pl": "pl_PL", "ru": "ru_RU",
    "uk": "uk_UA", "ar": "ar", "ro": "ro_RO", "el": "el_GR", "fa": "fa_IR", "kmr": "ku",
    "ckb": "ckb",
}  # fmt: skip
_LONG_DAY = {
    "de": "EEEE, d. MMMM y",
    "da": "EEEE 'den' d. MMMM y",
    "tr": "d MMMM y EEEE",
    "ru": "EEEE, d MMMM y 'г'.",  # noqa: RUF001 - Cyrillic
    "uk": "EEEE, d MMMM y 'р'.",
    "ar": "EEEE، d MMMM y",
    "fa": "EEEE، d MMMM y",
    "kmr": "EEEE, d'ê' MMMM'a' y'an'",
    "ckb": "EEEE، d'ی' MMMM'ی' y",
}
_ANY_LONG_DAY = "EEEE, d MMMM y"
_DAY = {
    "de": "d. MMMM y",
    "da": "d. MMMM y",
    "ru": "d MMMM y 'г'.",  # noqa: RUF001 - Cyrillic
    "uk": "d MMMM y 'р'.",
    "kmr": "d'ê' MMMM'a' y'an'",
    "ckb": "d'ی' MMMM'ی' y",
}
_ANY_DAY = "d MMMM y"
_SHORT_DAY = {"de": "dd.MM.y", "da": "dd.MM.y", "en": "d MMM y"}
_NUMERIC = "dd.MM.y"
_TIMES = {"da": "HH.mm"}
_CLOCK = "HH:mm"
_SPAN = {
    "de": "{day}, {start} bis {end}\u00a0Uhr",
    "da": "{day} kl.\u00a0{start} til {end}",
    "en": "{day}, {start} to {end}",
}
_HOURS = {
    "de": "{start} bis {end}\u00a0Uhr",
    "da": "kl.\u00a0{start} til {end}",
    "en": "{start} to {end}",
}
_ANY_HOURS = "{start}–{end}"


def locale_of(language: str) -> str:
    """Answer the locale in which a language writes dates."""
    return _LOCALES[language]


def long_day(day: date, language: str) -> str:
    """Answer "Dienstag, 24. November 2026" or "tirsdag den 24. november 2026"."""
    return format_date(day, _LONG_DAY.get(language, _ANY_LONG_DAY), locale=_LOCALES[language])


def plain_day(day: date, language: str) -> str:
    """Answer "24. November 2026"."""
    return format_date(day, _DAY.get(language, _ANY_DAY), locale=_LOCALES[language])


def day_and_times(start: datetime, end: datetime, language: str) -> str:
    """Answer the day with its times: "Dienstag, 24. November 2026, 14:30 bis 15:30 Uhr"."""
    return _SPAN[language].format(
        day=long_day(start, language),
        start=clock_time(start, language),
        end=clock_time(end, language),
    )


def clock_time(moment: datetime, language: str) -> str:
    """Answer "14:30" or "14.30"."""
    return format_time(moment, _TIMES.get(language, _CLOCK), locale=_LOCALES[language])


def clock_times(start: datetime, end: datetime, language: str) -> str:
    """Answer "14:30 bis 15:30 Uhr" or "kl. 14.30 til 15.30"."""
    return _HOURS.get(language, _ANY_HOURS).format(
        start=clock_time(start, language), end=clock_time(end, language)
    )


def short_day(day: date, language: str) -> str:
    """Answer "24.11.2026" or "24 Nov 2026"."""
    return format_date(day, _SHORT_DAY.get(language, _NUMERIC), locale=_LOCALES[language])


def short_moment(moment: datetime, language: str) -> str:
    """Answer "24.11.2026, 14:30"."""
    return f"{short_day(moment, language)}, {clock_time(moment, language)}"


def grouped(number: int, language: str) -> str:
    """Answer a whole number as "20.000" or "20,000"."""
    return format_decimal(number, locale=_LOCALES[language])
