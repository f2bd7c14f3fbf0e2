"""The figures of the day pack, as the program carries them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from resources import read_text

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class PackFigures:
    """How much a pack says about the surroundings of a stop, from a day on."""

    valid_from: date
    due_days: int
    """How far ahead something is due soon."""
    most_due: int
    most_offers: int
    source: str


@cache
def _versions() -> tuple[PackFigures, ...]:
    tables = tomllib.loads(read_text("mobile_advice", "planning_pack.toml"))["figures"]
    return tuple(PackFigures(**table) for table in tables)


def pack_figures_on(day: date) -> PackFigures:
    """Answer the figures that hold on a day: the newest that have begun."""
    return max((one for one in _versions() if one.valid_from <= day), key=_began)


def _began(figures: PackFigures) -> date:
    return figures.valid_from
