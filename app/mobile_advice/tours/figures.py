"""The figures of tours, as the program carries them."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from app.mobile_advice.tours.rules import TourFigures, figures_that_hold, read_figures
from resources import read_text

if TYPE_CHECKING:
    from datetime import date


@cache
def _versions() -> tuple[TourFigures, ...]:
    return read_figures(tomllib.loads(read_text("mobile_advice", "tours.toml"))["figures"])


def tour_figures_on(day: date) -> TourFigures:
    """Answer the figures that hold on a day."""
    return figures_that_hold(_versions(), day)
