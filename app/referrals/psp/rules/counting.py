"""Figures for the steering group: cases counted, never told, and none that could be one person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the steering statistics; None is hidden, because few people stand behind it."""

    code: str
    count: int | None


def hidden_if_few(counts: Mapping[str, int], least: int) -> tuple[Figure, ...]:
    """Answer counts of one table, hiding each that is below `least` and not zero.

    Where a single cell is hidden, the next smallest goes with it: the sum would tell it.
    """
    hidden = {code for code, count in counts.items() if 0 < count < least}
    if len(hidden) == 1:
        others = [(count, code) for code, count in counts.items() if code not in hidden and count]
        if others:
            hidden.add(min(others)[1])
    return tuple(Figure(code, None if code in hidden else count) for code, count in counts.items())


def total_of(figures: Iterable[Figure]) -> int | None:
    """Answer the sum of a table; None where its cells are hidden and there is one alone."""
    known = list(figures)
    if any(figure.count is None for figure in known):
        return None
    return sum(figure.count or 0 for figure in known)
