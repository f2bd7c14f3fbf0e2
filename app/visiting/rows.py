"""What screens are told about visits: frozen rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.visiting.record_rows import RecordFacts
from app.visiting.rules import VisitKind

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from app.visiting.rules import NotHeldReason, Place, VisitStatus


MOST_COUNTED = 1000
"""As far as My day counts visits: a number above this one only says that there are more."""


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit in a list; times are naive local times as planned."""

    id: UUID
    version: int
    client_id: UUID
    client_name: str
    visitor: str
    start: datetime
    end: datetime
    place: Place
    status: VisitStatus
    reason: NotHeldReason | None
    kind: VisitKind = VisitKind.HOME
    series_id: UUID | None = None
    """The series that it belongs to."""
    instead_of: str = ""
    """Whose visit it is while a substitute comes; "" for nobody."""
    visitor_id: UUID | None = None
    """The card of the one who visits; None for a colleague without one."""


@dataclass(frozen=True, slots=True)
class SavedVisit:
    """Which visit an act saved, and the version it has now: what an undo needs."""

    id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class VisitDetails:
    """Everything about one visit, and what its visitor should know of the client."""

    visit: VisitRow
    place_note: str
    actual_start: datetime | None
    actual_end: datetime | None
    note: str
    phone: str
    hint: str
    address_protected: bool
    facts: RecordFacts = field(default_factory=RecordFacts)
    """What was said after it."""


@dataclass(frozen=True, slots=True)
class ClientToVisit:
    """A client for whom a visit is being planned, and what was usual last time."""

    id: UUID
    name: str
    visitor: str
    """Who visited last, or ""."""
    place: Place | None


@dataclass(frozen=True, slots=True)
class DueVisits:
    """How many visits nobody has recorded yet: those of today, and those of earlier days."""

    today: int
    earlier: int

    @property
    def total(self) -> int:
        """Both together, as the status bar shows them."""
        return self.today + self.earlier


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many visits are planned on a day, counted up to `MOST_COUNTED`."""

    day: date
    visits: int


@dataclass(frozen=True, slots=True)
class VisitingDay:
    """What a day holds of visits, for one person and for all."""

    mine: tuple[VisitRow, ...]
    """Today's visits by the person who asks."""
    today: tuple[VisitRow, ...]
    """The first of all visits of today; `today_count` counts them up to `MOST_COUNTED`."""
    today_count: int
    waiting: tuple[VisitRow, ...]
    """The latest of the earlier visits that wait to be recorded."""
    waiting_count: int
    """How many wait to be recorded."""
    ahead: tuple[DayCount, ...]
    """The seven days after today, also the empty ones."""
    has_clients: bool
    """Whether the office helps anybody yet."""
