"""What screens are told about concerns: frozen rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from app.escalation.rules import (
        Calls,
        Cause,
        Chain,
        EmergencyNumber,
        Ending,
        NextStep,
        StepResult,
    )


@dataclass(frozen=True, slots=True)
class ConcernRow:
    """A concern in a list; times are naive local times."""

    id: UUID
    version: int
    person_id: UUID
    person_name: str
    address_protected: bool
    visit_id: UUID | None
    cause: Cause
    opened_at: datetime
    opened_by: str
    closed_at: datetime | None
    closed_by: str
    ending: Ending | None
    closing_note: str
    next_title: str = ""
    """Words of the next step of an open concern, English or the office's own; "" when all were
    taken, or somebody knows."""
    next_due: datetime | None = None
    """From when on it is due: one has waited long enough for the step before."""
    has_waited: bool = False
    """Whether a step was taken already, for the answer of which somebody waits."""

    def calls_on(self, now: datetime) -> bool:
        """Whether the waiting for an answer has ended today, and the next step is to be taken."""
        due = self.next_due
        return self.has_waited and due is not None and due <= now and due.date() == now.date()

    @property
    def is_open(self) -> bool:
        """Whether it still runs."""
        return self.closed_at is None


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step that was taken; the time is naive and local."""

    id: UUID
    number: int
    code: str
    title: str
    """Of the chain, English or the office's own; the code where the chain has it no more."""
    at: datetime
    who: str
    called: str
    result: StepResult
    note: str


@dataclass(frozen=True, slots=True)
class CallRow:
    """Somebody who can be called, with the number to call."""

    calls: Calls
    """In which kind of step."""
    person_id: UUID | None
    name: str
    phone: str
    relation: str = ""
    """English words, translated where they are shown; "" for the person."""
    detail: str = ""
    has_key: bool = False
    in_emergency: int | None = None


@dataclass(frozen=True, slots=True)
class ConcernCard:
    """Everything about one concern that whoever follows it needs."""

    concern: ConcernRow
    chain: Chain
    steps: tuple[StepRow, ...]
    following: NextStep | None
    """What is to be done next; None after the last step or once it is closed."""
    is_over: bool
    """Whether somebody knows by now, so that it can be closed."""
    calls: tuple[CallRow, ...]
    numbers: tuple[EmergencyNumber, ...]
    address: tuple[str, ...]
    hint: str
    visit_words: tuple[datetime, str] | None
    """When the visit was planned, and who came; None without a visit."""
    may_close: bool
    """Whether the person at work may close it."""

    @property
    def next_code(self) -> str:
        """The step that is most probably noted next; after the last one the first."""
        return self.following.step.code if self.following else self.chain.steps[0].code


@dataclass(frozen=True, slots=True)
class SavedConcern:
    """Which concern an act saved, and the version it has now: what an undo needs."""

    id: UUID
    version: int
