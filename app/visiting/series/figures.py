"""The figures of series, as the program carries them."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from app.visiting.series.rules import SeriesDays, days_on, read_days
from resources import read_text

if TYPE_CHECKING:
    from datetime import date


@cache
def _versions() -> tuple[SeriesDays, ...]:
    return read_days(tomllib.loads(read_text("visiting", "series.toml"))["days"])


def figures_on(day: date) -> SeriesDays:
    """Answer the figures that hold on a day."""
    return days_on(_versions(), day)
