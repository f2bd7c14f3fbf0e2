"""Dates of birth, known to the day, the month or the year, and the age they give."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.errors import N_, Problem

EARLIEST = date(1890, 1, 1)
"""Nobody alive was born before: such a date is a slip of the pen."""

NOT_A_BIRTH = N_(
    "Please type the date of birth like 24.11.1938, or only 11.1938 or 1938 if that is all "
    "you know."
)
SHORT_YEAR = N_("Please type the year of birth with four digits, such as 1938.")
NO_SUCH_DAY = N_("This day does not exist in the calendar.")
BORN_LATER = N_("The date of birth lies in the future.")
BORN_TOO_EARLY = N_("The date of birth lies before {year}. Please check the year.")


class BirthPrecision(StrEnum):
    """How much of a date of birth is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Birth:
    """A date of birth; what is not known of it stands on the first day or month."""

    date: date
    precision: BirthPrecision = BirthPrecision.DAY


@dataclass(frozen=True, slots=True)
class Age:
    """An age in full years; approximate when the person may be one year younger."""

    years: int
    is_approximate: bool


_ABOUT = re.compile(r"^(?:ca|circa|cirka|c|um|etwa|about|omkring)\.?\s*", re.IGNORECASE)
_FORMS = (
    re.compile(r"(?P<day>\d{1,2})[.\-/ ]+(?P<month>\d{1,2})[.\-/ ]+(?P<year>\d+)"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4})"),
    re.compile(r"(?P<month>\d{1,2})[.\-/ ]+(?P<year>\d+)"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})"),
    re.compile(r"(?P<year>\d+)"),
)


def read_birth(typed: str, field: str = "birth") -> Birth | Problem | None:
    """Read a date of birth as people type it; None when nothing is typed.

    Understands 24.11.1938, 24/11-1938, 1938-11-24, 24111938, 11.1938, 1938 and "ca. 1938".
    """
    text = _ABOUT.sub("", typed.strip())
    if not text:
        return Problem(NOT_A_BIRTH, field) if typed.strip() else None
    if not text.isascii():
        return Problem(NOT_A_BIRTH, field)
    found = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    if found is None:
        return Problem(NOT_A_BIRTH, field)
    return _as_birth(found.groupdict(), field)


def _as_birth(parts: dict[str, str], field: str) -> Birth | Problem:
    if len(parts["year"]) != len("1938"):
        return Problem(SHORT_YEAR, field)
    precision = BirthPrecision.YEAR
    if "month" in parts:
        precision = BirthPrecision.DAY if "day" in parts else BirthPrecision.MONTH
    try:
        day = date(int(parts["year"]), int(parts.get("month", 1)), int(parts.get("day", 1)))
    except ValueError:
        return Problem(NO_SUCH_DAY, field)
    return Birth(day, precision)


def write_birth(birth: Birth | None) -> str:
    """Answer a date of birth as it is typed into a form: 24.11.1938, 11.1938 or 1938."""
    if birth is None:
        return ""
    known = {BirthPrecision.DAY: "{0.day:02}.{0.month:02}.", BirthPrecision.MONTH: "{0.month:02}."}
    return known.get(birth.precision, "").format(birth.date) + f"{birth.date.year:04}"


def check_birth(birth: Birth, today: date, field: str = "birth") -> tuple[Problem, ...]:
    """Answer a problem when a birth lies in the future or before `EARLIEST`."""
    if birth.date > today:
        return (Problem(BORN_LATER, field),)
    if birth.date < EARLIEST:
        return (Problem(BORN_TOO_EARLY, field, {"year": EARLIEST.year}),)
    return ()


def age(birth: Birth, today: date) -> Age:
    """Answer the age on a day, in full years of the calendar.

    A person born on 29 February becomes older on 1 March of other years. Where day or month
    is unknown, the age is the one reached by the end of the unknown span.
    """
    years = today.year - birth.date.year
    if birth.precision is BirthPrecision.YEAR:
        return Age(years, is_approximate=True)
    if birth.precision is BirthPrecision.MONTH:
        years -= today.month < birth.date.month
        return Age(years, is_approximate=today.month == birth.date.month)
    return Age(
        years - ((today.month, today.day) < (birth.date.month, birth.date.day)),
        is_approximate=False,
    )
