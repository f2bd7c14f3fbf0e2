"""The figures of booking, as the program carries them."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from app.mobile_advice.booking.rules import BookingFigures, figures_of, read_figures
from resources import read_text

if TYPE_CHECKING:
    from datetime import date


@cache
def _versions() -> tuple[BookingFigures, ...]:
    return read_figures(tomllib.loads(read_text("mobile_advice", "booking.toml"))["figures"])


def figures_on(day: date) -> BookingFigures:
    """Answer the figures that hold on a day."""
    return figures_of(_versions(), day)
