"""The figures with which tours are planned, from a day on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class TourFigures:
    """How far ahead days are made, and what ways cost."""

    valid_from: date
    horizon: int
    """How many days ahead days are made."""
    top_up: int
    """Days that may be missing of these before more are made."""
    permit_warning: int
    """Days before its end on which a permit is asked for anew."""
    confirm_ahead: int
    """Days before a tour on which it should be confirmed."""
    look_ahead: int
    """Days that are looked at for one on which a tour can go instead."""
    least_way: int
    """Minutes that the shortest way between two stops takes."""
    speed: float
    """Kilometres an hour in town."""
    detour: float
    """How much longer streets are than the flight of a crow."""
    source: str


def read_figures(tables: list[Mapping[str, Any]]) -> tuple[TourFigures, ...]:
    """Answer the versions of a file."""
    return tuple(TourFigures(**table) for table in tables)


def figures_that_hold(versions: tuple[TourFigures, ...], day: date) -> TourFigures:
    """Answer the figures that hold on a day: the newest that have begun."""
    return max((one for one in versions if one.valid_from <= day), key=_began)


def _began(figures: TourFigures) -> date:
    return figures.valid_from
