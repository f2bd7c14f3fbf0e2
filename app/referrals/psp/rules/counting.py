"""Figures for the steering group: cases counted, never told, and none that could be one person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.small_numbers.rules import protect_column, rounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from app.small_numbers.rules import Safeguard

LEFT_OUT = N_("There are too few cases to tell them apart here.")
_LEAST = N_("Figures below {least} are withheld and shown as “{symbol}”. So are as many others as"
            " are needed to keep them from being computed.")  # fmt: skip
_ZERO = N_("Whether there is no case at all is withheld as well.")
_ROUNDED = N_("Every figure, also a total, is rounded by itself to a multiple of {step}: the"
              " lines need not add up.")  # fmt: skip
_SEVERAL = N_("A person may be brought up for several reasons: these come to more than the cases.")


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the steering statistics; None is withheld."""

    code: str
    count: int | None


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Cases by one thing; where it is left out, there are too few to tell them apart."""

    rows: tuple[Figure, ...]
    is_left_out: bool = False


def told_table(counts: Mapping[str, int], cases: int, safeguard: Safeguard) -> FigureTable:
    """Answer the figures of one table that may be told, each as the office tells figures.

    `cases` is how many there are in all: less than the lines together where a case may stand in
    several of them. Of few cases no table is told.
    """
    values = tuple(counts.values())
    told = protect_column(values, safeguard, total=cases, most=[cases] * len(values))
    if told.is_left_out or safeguard.is_small(cases):
        return FigureTable((), is_left_out=True)
    rows = (
        Figure(code, None if at in told.withheld else rounded(count, safeguard))
        for at, (code, count) in enumerate(counts.items())
    )
    return FigureTable(tuple(rows))


def told_total(cases: int, safeguard: Safeguard) -> int | None:
    """Answer how many cases there are in all; None where they are few."""
    return None if safeguard.is_small(cases) else rounded(cases, safeguard)


def how_told(safeguard: Safeguard) -> Iterator[Problem]:
    """Answer how figures were treated, as sentences."""
    yield Problem(_LEAST, values={"least": safeguard.least, "symbol": safeguard.symbol})
    if not safeguard.tells_zero:
        yield Problem(_ZERO)
    if safeguard.rounding:
        yield Problem(_ROUNDED, values={"step": safeguard.rounding})
    yield Problem(_SEVERAL)
