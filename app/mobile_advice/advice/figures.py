"""The figures and age bands of advice that the program carries, dated."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from app.mobile_advice.advice.rules import read_bands, read_figures
from resources import read_text

if TYPE_CHECKING:
    from datetime import date

    from app.mobile_advice.advice.rules import AgeBand, Figures


@cache
def age_bands() -> tuple[AgeBand, ...]:
    """Answer the bands in which ages are counted, the youngest first."""
    return read_bands(_read()["age_band"])


def figures_on(day: date) -> Figures:
    """Answer what bounds a record on a day."""
    known = _figures()
    return next((one for one in reversed(known) if one.valid_from <= day), known[0])


@cache
def _figures() -> tuple[Figures, ...]:
    return read_figures(_read()["figures"])


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(read_text("mobile_advice", "advice.toml"))
