"""What is said of a suitcase: its state, what became of each row, and how it is packed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from app.admin.rules import check_passphrase
from app.errors import N_, Problem
from app.text_rules import check_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID


class SuitcaseState(StrEnum):
    """Where a suitcase is."""

    PACKED = "packed"
    EXPIRED = "expired"
    """Still away although it opens no more; worked out from its last day, never stored."""
    RETURNED = "returned"
    GIVEN_UP = "given_up"


class Outcome(StrEnum):
    """What became of a row that came back."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    SAME = "same"
    """It stood in the office like this already."""
    DECIDED = "decided"
    """It was put together by hand, field by field."""
    KEPT = "kept"
    """It was decided that the office's row stays as it is."""
    CONFLICT = "conflict"
    """It waits for somebody to decide."""


STATE_LABELS: Mapping[SuitcaseState, str] = MappingProxyType(
    {
        SuitcaseState.PACKED: N_("On the way"),
        SuitcaseState.EXPIRED: N_("Not returned in time"),
        SuitcaseState.RETURNED: N_("Returned"),
        SuitcaseState.GIVEN_UP: N_("Given up"),
    }
)
OUTCOME_LABELS: Mapping[Outcome, str] = MappingProxyType(
    {
        Outcome.ADDED: N_("New in the office"),
        Outcome.CHANGED: N_("Changed in the office"),
        Outcome.REMOVED: N_("Removed in the office"),
        Outcome.SAME: N_("Stood like this already"),
        Outcome.DECIDED: N_("Decided by hand"),
        Outcome.KEPT: N_("Left as the office has it"),
        Outcome.CONFLICT: N_("To be decided"),
    }
)


@dataclass(frozen=True, slots=True)
class Limits:
    """For how long suitcases are packed; dated configuration."""

    proposed_days: int
    """Days after the tour until which a suitcase opens, as proposed."""
    most_days: int
    clock_minutes: int
    """By how much the clocks of two computers may differ."""
    journal_months: int
    """How far back the notes go that may go along."""
    report_hours: int
    """Within which a loss is to be reported to the authority, counted from when it is known."""

    def proposed(self, day: date) -> date:
        """Answer the last day that is proposed for a tour."""
        return day + timedelta(days=self.proposed_days)


def read_limits(tables: Mapping[str, Any]) -> Limits:
    """Understand the configuration."""
    lasting, loss = tables["lasting"], tables["loss"]
    return Limits(
        proposed_days=int(lasting["proposed_days"]),
        most_days=int(lasting["most_days"]),
        clock_minutes=int(lasting["clock_minutes"]),
        journal_months=int(lasting["journal_months"]),
        report_hours=int(loss["report_hours"]),
    )


@dataclass(frozen=True, slots=True)
class Plan:
    """What the form of packing says."""

    tour_day_id: UUID
    until: date
    """Last day on which the suitcase opens."""
    passphrase: str
    repeated: str
    with_notes: bool = False
    """Whether the latest notes about the people who come go along."""
    restricted: frozenset[UUID] = field(default_factory=frozenset)
    """Restricted people who were ticked one by one."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What is said of a suitcase that is lost, in the words of whoever says so."""

    reason: str
    title: str
    """Of the task to find out what follows."""
    duty: str = ""
    """What the law asks for."""


def check_plan(plan: Plan, day: date, today: date, limits: Limits) -> tuple[Problem, ...]:
    """Answer what is wrong with a plan for the tour of a day."""
    problems = check_passphrase(plan.passphrase, plan.repeated)
    last = day + timedelta(days=limits.most_days)
    if plan.until < max(day, today):
        first = max(day, today)
        problems += (Problem(TOO_EARLY, "until", {"day": first}),)
    elif plan.until > last:
        problems += (Problem(TOO_LATE, "until", {"day": last}),)
    return problems


def check_reason(reason: str) -> tuple[Problem, ...]:
    """Answer what is wrong with the words about how a suitcase was lost."""
    return check_text(reason, "reason", longest=1000, required=True, lines=True)


def state_of(state: str, expires_at: datetime, now: datetime) -> SuitcaseState:
    """Answer the state of a suitcase at an instant."""
    kept = SuitcaseState(state)
    late = kept is SuitcaseState.PACKED and now >= expires_at
    return SuitcaseState.EXPIRED if late else kept


TOO_EARLY = N_("The suitcase must open on the day of the tour: choose {day} or later.")
TOO_LATE = N_("A suitcase opens until {day} at the latest: choose that day or an earlier one.")
