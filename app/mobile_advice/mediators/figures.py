"""The figures of mediators and the pools known as a pattern, as the program carries them."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from app.mobile_advice.mediators.rules import MediatorFigures, PoolDetails, read_figures
from resources import read_text

if TYPE_CHECKING:
    from datetime import date


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(read_text("mobile_advice", "mediators.toml"))


@cache
def _versions() -> tuple[MediatorFigures, ...]:
    return read_figures(_file()["figures"])


def figures_on(day: date) -> MediatorFigures:
    """Answer the figures that hold on a day; the oldest also hold before they were known."""
    known = _versions()
    return next((one for one in known if one.valid_from <= day), known[-1])


def known_pools(country: str) -> tuple[PoolDetails, ...]:
    """Answer the pools of a country ("DE", "DK") that an office can begin with."""
    return tuple(
        PoolDetails(
            name=row["name"],
            languages=tuple(row["languages"].split()),
            lead_days=row["lead_days"],
            sworn=row["sworn"],
            funding_rule=row["funding_rule"],
            valid_from=row["valid_from"],
            source=row["source"],
        )
        for row in _file()["pool"]
        if row["country"] == country
    )
