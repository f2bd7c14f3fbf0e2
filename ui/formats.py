"""Dates, times, ages, numbers and sizes as people of the language in use write them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from types import MappingProxyType

from PySide6.QtCore import QLocale

from resources.text import _, language, ngettext

_DAYS = MappingProxyType(
    {
        "de": ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
        "da": ("man.", "tir.", "ons.", "tor.", "fre.", "lør.", "søn."),
        "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    }
)
_LOCALES = MappingProxyType({"de": "de_DE", "da": "da_DK", "en": "en_GB"})
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_MONTHS_OF_DAYS = 60
_KILO = 1024


def locale() -> QLocale:
    """Answer Qt's locale of the language in use."""
    return QLocale(_LOCALES[language()])


def show_date(day: date) -> str:
    """Answer a date with its weekday: "Di 24.11.2026", "tir. 24.11.2026", "Tue 24 Nov 2026"."""
    return f"{_DAYS[language()][day.weekday()]} {show_day(day)}"


def show_day(day: date) -> str:
    """Answer a date without its weekday: "24.11.2026", "24 Nov 2026"."""
    if language() == "en":
        return f"{day.day} {month_name(day.month, short=True)} {day.year}"
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def show_short_date(day: date) -> str:
    """Answer a date of this year in a narrow place: "Di 24.11.", "Tue 24 Nov"."""
    return f"{_DAYS[language()][day.weekday()]} {show_day_of_year(day)}"


def show_day_of_year(day: date) -> str:
    """Answer a date of this year without its weekday: "24.11.", "24 Nov"."""
    if language() == "en":
        return f"{day.day} {month_name(day.month, short=True)}"
    return f"{day.day:02}.{day.month:02}."


def weekday_name(day: date) -> str:
    """Answer the short name of a day of the week: "Di", "tir.", "Tue"."""
    return _DAYS[language()][day.weekday()]


def show_long_date(day: date) -> str:
    """Answer a date in words: "Dienstag, 24. November 2026", "Tuesday 24 November 2026"."""
    weekday = locale().dayName(day.isoweekday(), QLocale.FormatType.LongFormat)
    month = month_name(day.month)
    if language() == "en":
        return f"{weekday} {day.day} {month} {day.year}"
    comma = "," if language() == "de" else " den"
    return f"{weekday}{comma} {day.day}. {month} {day.year}"


def month_name(month: int, *, short: bool = False) -> str:
    """Answer the name of a month, 1 to 12."""
    return _month_name(language(), month, short=short)


@lru_cache
def _month_name(code: str, month: int, *, short: bool) -> str:
    """Remember names: a list of 200 notes shows 200 dates."""
    form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return QLocale(_LOCALES[code]).standaloneMonthName(month, form)


def show_time(moment: datetime | None) -> str:
    """Answer the time of day on the 24 h clock, "14:30"; "" for None."""
    return f"{moment.hour:02}:{moment.minute:02}" if moment else ""


def show_datetime(moment: datetime) -> str:
    """Answer date and time: "Di 24.11.2026, 14:30"."""
    return f"{show_date(moment.date())}, {show_time(moment)}"


def show_date_span(first: date, last: date) -> str:
    """Answer a span of days, what both share written once: "23.–29.11.2026"."""
    if first == last:
        return show_date(first)
    if language() == "en":
        return _english_span(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day:02}.–{show_day(last)}"
    if first.year == last.year:
        return f"{first.day:02}.{first.month:02}.–{show_day(last)}"
    return f"{show_day(first)} – {show_day(last)}"


def show_time_span(start: datetime, end: datetime | None) -> str:
    """Answer a span of time, "14:30–15:15"; only the start while the end is not known."""
    return f"{show_time(start)}–{show_time(end)}" if end else show_time(start)


def show_age(born: date, today: date) -> str:
    """Answer an age in completed years: "78 years"."""
    years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return ngettext("{count} year", "{count} years", years)


def show_number(number: float, digits: int = 0) -> str:
    """Answer a number grouped as the language does: "20.000"."""
    return locale().toString(float(number), "f", digits)


def show_size(octets: int) -> str:
    """Answer a file's size: "340 kB", "2,4 MB"."""
    size = float(octets)
    for unit in ("B", "kB", "MB"):
        if size < _KILO:
            return f"{show_number(size, _digits(unit, size))} {unit}"
        size /= _KILO
    return f"{show_number(size, 1)} GB"


def show_ago(then: datetime, now: datetime) -> str:
    """Answer how long ago an instant was: "just now", "12 min ago", "3 days ago"."""
    seconds = max(0, round((now - then) / timedelta(seconds=1)))
    if seconds < _MINUTE:
        return _("just now")
    if seconds < _HOUR:
        return ngettext("{count} min ago", "{count} min ago", seconds // _MINUTE)
    if seconds < _DAY:
        return ngettext("{count} hour ago", "{count} hours ago", seconds // _HOUR)
    days = seconds // _DAY
    if days < _MONTHS_OF_DAYS:
        return ngettext("{count} day ago", "{count} days ago", days)
    return ngettext("{count} month ago", "{count} months ago", days // 30)


def _digits(unit: str, size: float) -> int:
    few = 10
    return 1 if unit == "MB" and size < few else 0


def _english_span(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{show_day(last)}"
    if first.year == last.year:
        return f"{first.day} {month_name(first.month, short=True)} – {show_day(last)}"
    return f"{show_day(first)} – {show_day(last)}"
