"""Dates of birth of two cards: read as far as possible, and how far they agree."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

NEAR_YEARS = 4
"""Years below which two births lie too near for a parent and a child of one name."""

_FORMS = (
    re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?:[T ].*)?"),
    re.compile(r"(?P<day>\d{1,2})[.\-/ ]+(?P<month>\d{1,2})[.\-/ ]+(?P<year>\d{4})"),
    re.compile(r"(?P<year>(?:18|19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})"),
    re.compile(r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})"),
    re.compile(r"(?P<month>\d{1,2})[.\-/ ]+(?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})"),
    re.compile(r"(?P<day>\d{1,2})[.\-/ ]+(?P<month>\d{1,2})[.\-/ ]+\d{2}"),
)


class BirthLevel(StrEnum):
    """How far two dates of birth agree, best first."""

    SAME = "same"
    SWAPPED = "swapped"
    DIGIT = "digit"
    DAY = "day"
    """Only the day differs."""
    MONTH = "month"
    YEAR = "year"
    KNOWN = "known"
    """They agree as far as both are known."""
    NEAR = "near"
    """They differ, but by a few years at most."""
    DIFFERENT = "different"
    MISSING = "missing"


class Born(NamedTuple):
    """Year, month and day as typed, even where no calendar has such a day; 0: not known."""

    year: int = 0
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """Answer the digits, year first."""
        return f"{self.year:04}{self.month:02}{self.day:02}"

    @property
    def is_full(self) -> bool:
        """Whether all three parts are known."""
        return bool(self.year and self.month and self.day)


UNKNOWN = Born()


@lru_cache(maxsize=1 << 16)
def read_born(typed: str) -> Born:
    """Read 1938-11-24, 24.11.1938, 19381124, 11.1938 or 1938; `UNKNOWN` for anything else."""
    text = typed.strip()
    if not text.isascii():
        return UNKNOWN
    found = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    return (
        Born(**{part: int(digits) for part, digits in found.groupdict().items()})
        if found
        else UNKNOWN
    )


def compare_births(one: Born, two: Born) -> BirthLevel:
    """Answer how far two dates agree."""
    if one.is_full and two.is_full:
        return BirthLevel.SAME if one == two else _compare_full(one, two)
    both = [(mine, theirs) for mine, theirs in zip(one, two, strict=True) if mine and theirs]
    if not both:
        return BirthLevel.MISSING
    agree = all(mine == theirs for mine, theirs in both)
    return BirthLevel.KNOWN if agree else BirthLevel.DIFFERENT


def _compare_full(one: Born, two: Born) -> BirthLevel:
    year, month, day = (mine == theirs for mine, theirs in zip(one, two, strict=True))
    if year and one.month == two.day and one.day == two.month:
        return BirthLevel.SWAPPED
    if year + month + day == 0 or OSA.distance(str(one), str(two), score_cutoff=1) > 1:
        return _by_part(year=year, month=month, day=day) or _by_distance(one, two)
    return BirthLevel.DIGIT


def _by_distance(one: Born, two: Born) -> BirthLevel:
    is_near = abs(one.year - two.year) < NEAR_YEARS
    return BirthLevel.NEAR if is_near else BirthLevel.DIFFERENT


def _by_part(*, year: bool, month: bool, day: bool) -> BirthLevel | None:
    if year and month:
        return BirthLevel.DAY
    if year and day:
        return BirthLevel.MONTH
    return BirthLevel.YEAR if month and day else None
