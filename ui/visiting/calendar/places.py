"""The places of a calendar: lots that hold visits, and the stops that the keyboard comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime, time

    from app.visiting.rows import VisitRow


@dataclass(frozen=True, slots=True)
class Lot:
    """A day, or one visitor's day, with its visits in order of time."""

    day: date
    visitor: str = ""
    """Whose day it is; "" for everybody's."""
    visits: tuple[VisitRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a column, or before a row."""

    title: str
    number: str = ""
    """The day of the month, "" where the column is not a day."""
    note: str = ""
    """A holiday, or how many visits there are."""
    day: date | None = None
    is_today: bool = False
    is_closed: bool = False
    """Whether it is a weekend or a holiday."""
    is_outside: bool = False
    """Whether it belongs to the month before or after."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a calendar: rows of lots, each row with as many as there are columns."""

    title: str
    """What a screen reader calls it."""
    lots: tuple[Lot, ...]
    columns: tuple[Head, ...]
    now: datetime
    rows: tuple[Head, ...] = ()
    """Heads of the rows; none in a grid of hours."""
    cells: tuple[Head, ...] = ()
    """What each cell says about its day; none where the rows say it."""
    by_visitor: bool = False

    @property
    def across(self) -> int:
        """How many lots stand in a row."""
        return max(1, len(self.columns))


@dataclass(frozen=True, slots=True)
class Stop:
    """Somewhere the keyboard can be: at a visit, at those that are not shown, or at free time."""

    lot: int
    start: datetime
    visit: VisitRow | None = None
    hidden: tuple[VisitRow, ...] = ()
    """Visits for which there is no room."""
    is_timed: bool = True
    """Whether `start` is a time of day; otherwise only its day counts."""

    @property
    def is_free(self) -> bool:
        """Whether nothing is planned there."""
        return self.visit is None and not self.hidden


@dataclass(frozen=True, slots=True)
class NewVisit:
    """What is known of a visit that is planned from the calendar."""

    day: date
    start: time | None = None
    end: time | None = None
    visitor: str = ""
