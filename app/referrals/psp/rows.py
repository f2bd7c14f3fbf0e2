"""What the screens of PSP groups are given: plain rows, each only to members of the group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from app.referrals.psp.rules import Basis, Fact, FigureTable
    from app.small_numbers.rules import Safeguard


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group of the reader's own."""

    id: UUID
    version: int
    name: str
    kind: str
    area: str
    is_open: bool
    i_lead: bool


@dataclass(frozen=True, slots=True)
class Start:
    """What the part shows first."""

    needs_list: bool
    """The office has no list of colleagues, without which nobody can be named."""
    groups: tuple[GroupRow, ...]


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case in the list."""

    id: UUID
    version: int
    number: str
    person_id: UUID
    name: str
    """"" for somebody whose card is gone, or whom the reader may not know of."""
    state: str
    lead_agency: str
    raised_on: date
    next_review: date | None
    closed_on: date | None
    may_go: bool
    """Whether the case is proposed for deletion."""


@dataclass(frozen=True, slots=True)
class LookRow:
    """Who opened what, when (aware, UTC)."""

    at: datetime
    who: str
    what: str
    number: str
    """The reference of the case; "" where it was the group, or a deleted case."""


@dataclass(frozen=True, slots=True)
class GlassRow:
    """Who came in without a seat."""

    who: str
    valid_from: datetime
    valid_until: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A member of a group."""

    id: UUID
    version: int
    name: str
    agency: str
    organisation: str
    email: str
    member_name: str
    is_lead: bool
    from_on: date
    until_on: date | None


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task of an agency."""

    id: UUID
    item_id: UUID
    agency: str
    what: str
    due_on: date
    done_on: date | None


@dataclass(frozen=True, slots=True)
class ExpiredRow:
    """A fact to be deleted: whose, about what and from whom, never what it says."""

    id: UUID
    case_id: UUID
    number: str
    category: str
    from_agency: str
    expires_on: date


@dataclass(frozen=True, slots=True)
class GroupTaskRow:
    """A task of an agency, with the case and meeting that it comes from."""

    id: UUID
    agency: str
    what: str
    due_on: date
    done_on: date | None
    case_id: UUID
    number: str
    is_late: bool
    """Whether its deadline has passed and nobody said it is done."""


@dataclass(frozen=True, slots=True)
class CaseView:
    """Everything about one case: facts past their last day are left out."""

    row: CaseRow
    group_id: UUID
    kind: str
    raised_by: str
    raised_agency: str
    criteria: tuple[str, ...]
    own_means_insufficient: str
    tried: str
    informed: bool
    informed_reason: str
    consent_sought: str
    consent_reason: str
    closing_reason: str
    facts: tuple[Fact, ...]
    expired: int
    """Facts whose last day has passed, which wait to be deleted."""
    bases: tuple[Basis, ...]
    items: tuple[ItemRow, ...]
    """What meetings agreed, the latest first."""
    looks: tuple[LookRow, ...]
    usual_expiry: date


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A case on an agenda, and what was agreed."""

    id: UUID
    version: int
    meeting_id: UUID
    case_id: UUID
    number: str
    name: str
    position: int
    summary: str
    decision: str
    lead_agency: str
    next_review: date | None
    tasks: tuple[TaskRow, ...]
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in the list; `starts_at` is local."""

    id: UUID
    version: int
    starts_at: datetime
    place: str
    state: str
    is_approved: bool
    cases: int


@dataclass(frozen=True, slots=True)
class PresenceRow:
    """Who was asked to a meeting, and whether they are there."""

    member_id: UUID
    name: str
    agency: str
    organisation: str
    present: bool


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper that left a meeting."""

    kind: str
    agency: str
    at: datetime
    who: str
    facts: int
    sha256: str


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting with everything on its table."""

    row: MeetingRow
    group: GroupRow
    minutes: str
    approved_by: str
    approved_at: datetime | None
    presence: tuple[PresenceRow, ...]
    items: tuple[ItemRow, ...]
    papers: tuple[PaperRow, ...]
    waiting: tuple[CaseRow, ...]
    """Open cases that are not on the agenda."""
    to_approve: tuple[MeetingRow, ...]
    """Earlier meetings whose minutes nobody has approved."""

    @property
    def at_table(self) -> tuple[str, ...]:
        """The agencies with somebody at the table, each once."""
        return tuple(dict.fromkeys(row.agency for row in self.presence if row.present))


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group from inside."""

    row: GroupRow
    cases: tuple[CaseRow, ...]
    meetings: tuple[MeetingRow, ...]
    seats: tuple[SeatRow, ...]
    looks: tuple[LookRow, ...]
    glasses: tuple[GlassRow, ...]
    expired: tuple[ExpiredRow, ...]
    """Facts to be deleted, which nothing else shows."""
    tasks: tuple[GroupTaskRow, ...]
    """What agencies are to do, or did, the earliest deadline first."""
    next_day: date
    """When the next meeting would be by the rhythm of the kind of group."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the steering group sees of a year: figures, and nobody in them."""

    year: int
    states: FigureTable
    criteria: FigureTable
    agencies: FigureTable
    total: int | None
    meetings: int
    safeguard: Safeguard
    """How small numbers were treated."""
