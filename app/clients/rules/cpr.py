"""The Danish CPR number: its form, the birth date in it, and what only deserves a second look.

Form and century: cpr.dk, "Personnummeret i CPR". Numbers that fail modulus 11 are issued since
1 October 2007 and must be accepted (cpr.dk, "Personnumre uden kontrolciffer").
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from app.clients.rules.births import Birth, BirthPrecision
from app.errors import N_, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

NOT_A_CPR = N_("A CPR number has ten digits, such as 010190-1234. Please check it.")
NO_SUCH_BIRTH = N_("The first six digits are no day of the calendar. Please check the number.")
CPR_NOT_KEPT = N_("This office does not keep CPR numbers. An administrator can change that.")
FAILS_MODULUS = N_(
    "The check digit does not fit. Such numbers exist since 2007; please compare it once more."
)
OTHER_BIRTH = N_(
    "The CPR number says that the person was born on {birth:%d.%m.%Y}. Please compare."
)

_FORM = re.compile(r"(\d{6})[\s-]?(\d{4})", re.ASCII)
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_MODULUS = 11
_FIRST_OF_4_AND_9 = 37
_FIRST_OF_5_TO_8 = 58


def read_cpr(typed: str, field: str = "cpr") -> str | Problem:
    """Answer the ten digits of a typed number ("" when nothing is typed), or what is wrong."""
    text = typed.strip()
    if not text:
        return ""
    found = _FORM.fullmatch(text)
    if found is None:
        return Problem(NOT_A_CPR, field)
    digits = found[1] + found[2]
    return digits if cpr_birth(digits) else Problem(NO_SUCH_BIRTH, field)


def cpr_birth(digits: str) -> date | None:
    """Answer the date of birth in ten digits; None when there is no such day.

    The seventh digit gives the century: 0-3 is 19xx; 4 and 9 are 2000-2036 and 1937-1999;
    5-8 are 2000-2057 and 1858-1899.
    """
    year, mark = int(digits[4:6]), digits[6]
    if mark in "49":
        century = 1900 if year >= _FIRST_OF_4_AND_9 else 2000
    elif mark in "5678":
        century = 1800 if year >= _FIRST_OF_5_TO_8 else 2000
    else:
        century = 1900
    try:
        return date(century + year, int(digits[2:4]), int(digits[:2]))
    except ValueError:
        return None


def cpr_warnings(typed: str, birth: Birth | None) -> tuple[Problem, ...]:
    """Answer what deserves a second look in a number; nothing of it is ever refused."""
    digits = read_cpr(typed)
    return () if isinstance(digits, Problem) or not digits else tuple(_warnings(digits, birth))


def _warnings(digits: str, birth: Birth | None) -> Iterator[Problem]:
    if sum(int(d) * w for d, w in zip(digits, _WEIGHTS, strict=True)) % _MODULUS:
        yield Problem(FAILS_MODULUS, "cpr")
    born = cpr_birth(digits)
    if born is not None and birth is not None and not _agrees(born, birth):
        yield Problem(OTHER_BIRTH, "cpr", {"birth": born})


def _agrees(born: date, birth: Birth) -> bool:
    same_year = born.year == birth.date.year
    if birth.precision is BirthPrecision.YEAR:
        return same_year
    same_month = same_year and born.month == birth.date.month
    return same_month if birth.precision is BirthPrecision.MONTH else born == birth.date


def show_cpr(digits: str) -> str:
    """Answer a stored number as it is written: 010190-1234."""
    return f"{digits[:6]}-{digits[6:]}" if digits else ""


def mask_cpr(digits: str) -> str:
    """Answer a stored number as cards show it until somebody asks: the birth date alone."""
    return f"{digits[:6]}-••••" if digits else ""
