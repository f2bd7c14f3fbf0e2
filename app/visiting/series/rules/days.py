"""On which days a series wants visits, apart from its rhythm: pauses, and the office's figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, time


@dataclass(frozen=True, slots=True)
class Pause:
    """Days without visits; the last is None while nobody knows."""

    first: date
    last: date | None = None

    def covers(self, day: date) -> bool:
        """Answer whether a day is one of them."""
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class SeriesDays:
    """The figures that series are made with, from a day on."""

    valid_from: date
    horizon: int
    """How many days ahead visits are made."""
    top_up: int
    """Days that may be missing of these before more visits are made."""
    step: int
    """Minutes between two times that are proposed."""
    earliest: time
    latest: time
    """Between these an alternative is proposed."""
    source: str


def read_days(tables: list[Mapping[str, Any]]) -> tuple[SeriesDays, ...]:
    """Answer the versions of a file."""
    return tuple(SeriesDays(**table) for table in tables)


def days_on(versions: tuple[SeriesDays, ...], day: date) -> SeriesDays:
    """Answer the figures that hold on a day: the newest that have begun."""
    return max((one for one in versions if one.valid_from <= day), key=_began)


def _began(days: SeriesDays) -> date:
    return days.valid_from
