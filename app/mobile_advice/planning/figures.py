"""The figures of planning, as the program carries them."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from app.mobile_advice.planning.rules import PlanningFigures, read_figures
from resources import read_text

if TYPE_CHECKING:
    from datetime import date


@cache
def _versions() -> tuple[PlanningFigures, ...]:
    return read_figures(tomllib.loads(read_text("mobile_advice", "planning.toml"))["figures"])


def planning_figures_on(day: date) -> PlanningFigures:
    """Answer the figures that hold on a day: the newest that have begun."""
    return max((one for one in _versions() if one.valid_from <= day), key=_began)


def _began(figures: PlanningFigures) -> date:
    return figures.valid_from
