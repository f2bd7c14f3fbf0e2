"""Age bands, and the dated figures that bound what is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date


@dataclass(frozen=True, slots=True)
class AgeBand:
    """Ages in full years that are counted together."""

    code: str
    least: int | None = None
    most: int | None = None

    def holds(self, age: int) -> bool:
        """Answer whether an age belongs here."""
        above = self.least is None or age >= self.least
        return above and (self.most is None or age <= self.most)


@dataclass(frozen=True, slots=True)
class Figures:
    """What bounds a record, from a day on."""

    valid_from: date
    most_minutes: int
    most_present: int
    """How many people at most were advised together."""
    most_attempts: int
    """After how many tries the office thinks about giving a call up."""
    retry_days: int
    """After how many days somebody who was not reached is tried again."""
    source: str


def read_bands(entries: Iterable[Mapping[str, Any]]) -> tuple[AgeBand, ...]:
    """Answer the age bands of a file in their order."""
    return tuple(AgeBand(**entry) for entry in entries)


def read_figures(entries: Iterable[Mapping[str, Any]]) -> tuple[Figures, ...]:
    """Answer the figures of a file, the oldest first."""
    return tuple(sorted((Figures(**entry) for entry in entries), key=_begin))


def band_of(born_on: date | None, day: date, bands: Sequence[AgeBand]) -> str:
    """Answer the code of the band of somebody born on a day; "" where that is not known."""
    if born_on is None:
        return ""
    age = day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))
    return next((band.code for band in bands if band.holds(age)), "")


def _begin(figures: Figures) -> date:
    return figures.valid_from
