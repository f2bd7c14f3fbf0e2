"""What people type for a day or a time of day, understood without asking back."""

from __future__ import annotations

import re
from datetime import date, time

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_PARTS = re.compile(r"(\d{1,2})[.\-/ ]+(\d{1,2})(?:[.\-/ ]+(\d{4}|\d{2}))?[.]?")
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})?")
_TIME = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))?")
_TWO_DIGITS = 2
_YEARS_AHEAD = 10
_CENTURY = 100


def read_date(text: str, today: date) -> date | None:
    """Answer the day that `text` means, day before month; None when it means none.

    Without a year it is this year's; two digits mean the century that lies
    at most ten years ahead of `today`.
    """
    text = text.strip()
    if iso := _ISO.fullmatch(text):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    if found := _PARTS.fullmatch(text) or _DIGITS.fullmatch(text):
        return _day(_year(found[3] or "", today), int(found[2]), int(found[1]))
    return None


def read_time(text: str) -> time | None:
    """Answer the time of day that "14:30", "14.30", "1430" or "14" means, or None."""
    found = _TIME.fullmatch(text.strip())
    if not found:
        return None
    try:
        return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        return None


def _year(typed: str, today: date) -> int:
    if not typed:
        return today.year
    if len(typed) > _TWO_DIGITS:
        return int(typed)
    year = today.year // _CENTURY * _CENTURY + int(typed)
    return year - _CENTURY if year > today.year + _YEARS_AHEAD else year


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
