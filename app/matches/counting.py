"""The days that matching counts with, as the program carries them."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from app.matches.rules import MatchingDays
from resources import read_text

if TYPE_CHECKING:
    from datetime import date


@cache
def _versions() -> tuple[MatchingDays, ...]:
    tables = tomllib.loads(read_text("visiting", "matching.toml"))["days"]
    return tuple(MatchingDays(**table) for table in tables)


def days_on(day: date) -> MatchingDays:
    """Answer the days that hold on a day: the newest version that has begun."""
    return max((one for one in _versions() if one.valid_from <= day), key=_began)


def _began(days: MatchingDays) -> date:
    return days.valid_from
