"""What screens are told of series: rows of a list, a card, what begins one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, NamedTuple

from app.visiting.rules import VisitKind, VisitStatus
from app.visiting.series.rules import Frequency, Pause, SeriesPlan

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """One series in a list."""

    id: UUID
    version: int
    plan: SeriesPlan
    """As its form has it; the first day is that of the rhythm."""
    person_name: str
    address_protected: bool
    paused_from: date | None
    paused_until: date | None
    next_start: datetime | None
    """When the next planned visit begins."""

    def is_over(self, today: date) -> bool:
        """Answer whether nothing comes any more."""
        return self.plan.until is not None and self.plan.until < today

    def is_paused(self, today: date) -> bool:
        """Answer whether it rests on a day."""
        return bool(self.paused_from) and Pause(
            self.paused_from or date.min, self.paused_until
        ).covers(today)


class AheadRow(NamedTuple):
    """A visit of a series that lies ahead, or was cancelled there."""

    id: UUID
    version: int
    start: datetime
    end: datetime
    visitor: str
    instead_of: str
    status: VisitStatus
    occurs_on: date
    is_moved: bool
    """Whether its time is another than that of the series."""


@dataclass(frozen=True, slots=True)
class SeriesCard:
    """One series with what lies ahead of it."""

    row: SeriesRow
    since: date
    """The first visit of this series."""
    ahead: tuple[AheadRow, ...]
    """The next planned visits."""
    exceptions: tuple[AheadRow, ...]
    """Those ahead that were moved, cancelled, or are made by a substitute."""
    asked_holidays: tuple[tuple[date, str], ...]
    """Holidays within a year of which nobody has decided, with their names."""
    next_day: date | None
    """The next day of the rhythm, with which a change of all begins."""


class SeriesOfVisit(NamedTuple):
    """The series that a visit belongs to, and which of its days it is."""

    id: UUID
    version: int
    until: date | None
    occurs_on: date

    def is_over(self, today: date) -> bool:
        """Answer whether nothing comes any more."""
        return self.until is not None and self.until < today


@dataclass(frozen=True, slots=True)
class SeriesStart:
    """What is known where a series is planned: the form begins with it."""

    person_id: UUID
    person_name: str
    visitor_id: UUID | None = None
    visitor: str = ""
    match_id: UUID | None = None
    kind: str = VisitKind.HOME
    frequency: str = Frequency.WEEKLY
    minutes: int = 60
    weekday: int | None = None
    """1 is Monday; a day on which both have time."""
    start: time | None = None
