"""The clock of an enquiry: by when it is answered and assessed, in working days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from app.referrals.enquiries.rules.words import Urgency

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

SATURDAY = 5
"""The first weekday that is no working day."""


@dataclass(frozen=True, slots=True)
class ClockRules:
    """The periods that hold from a day on."""

    valid_from: date
    receipt_days: int
    """Working days until the reporter is answered."""
    child_receipt_days: int
    """As `receipt_days`, where a child is the concern."""
    child_hours: int
    """Hours until a concern about a child must be assessed."""
    assessment_days: Mapping[Urgency, int]
    """Working days until somebody assessed it; an urgency without a figure needs none."""
    soon_days: int
    """How many calendar days ahead a day counts as near."""
    child_law: str
    """By which law the children's channel is told."""
    child_source: str
    answer_law: str
    """By which rule every enquiry is answered before it is closed."""
    answer_source: str
    naming_law: str
    """By which law a name that was given is noted, and may be disclosed."""
    source: str


@dataclass(frozen=True, slots=True)
class Received:
    """What the days are counted from."""

    at: datetime
    """Local wall-clock time."""
    urgency: Urgency
    is_about_child: bool


@dataclass(frozen=True, slots=True)
class DueDays:
    """By when what must happen; None where nothing must."""

    receipt: date
    assessment: date | None
    child: datetime | None
    """Local wall-clock time."""


def read_clock(tables: Iterable[Mapping[str, Any]]) -> tuple[ClockRules, ...]:
    """Answer the rules of a file."""
    return tuple(_read(table) for table in tables)


def _read(table: Mapping[str, Any]) -> ClockRules:
    days = {Urgency(code): int(count) for code, count in table["assessment_days"].items()}
    return ClockRules(**{**table, "assessment_days": days})


def clock_on(rules: Iterable[ClockRules], day: date) -> ClockRules:
    """Answer the rules that hold on a day; the first ones for a day before all."""
    known = sorted(rules, key=_began)
    return next((one for one in reversed(known) if one.valid_from <= day), known[0])


def _began(rules: ClockRules) -> date:
    return rules.valid_from


def working_day_after(day: date, count: int, holidays: Container[date]) -> date:
    """Answer the `count`-th working day after a day; the day itself for 0."""
    while count > 0:
        day += timedelta(days=1)
        if day.weekday() < SATURDAY and day not in holidays:
            count -= 1
    return day


def due_days(received: Received, rules: ClockRules, holidays: Container[date]) -> DueDays:
    """Answer by when a receipt, an assessment and the children's channel are due."""
    day = received.at.date()
    child = received.is_about_child
    receipt = rules.child_receipt_days if child else rules.receipt_days
    assessment = rules.assessment_days.get(received.urgency)
    return DueDays(
        working_day_after(day, receipt, holidays),
        None if assessment is None else working_day_after(day, assessment, holidays),
        received.at + timedelta(hours=rules.child_hours) if child else None,
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """What of an enquiry is done by now."""

    receipt_due: date | None
    is_answered: bool
    assessment_due: date | None
    is_assessed: bool
    child_due: date | None
    """The local day on which the children's channel must have it."""
    is_routed: bool
    is_closed: bool = False


def next_due(standing: Standing) -> date | None:
    """Answer the first day that is still to be kept; None where nothing is due any more."""
    if standing.is_closed:
        return None
    open_days = (
        None if standing.is_answered else standing.receipt_due,
        None if standing.is_assessed else standing.assessment_due,
        None if standing.is_routed else standing.child_due,
    )
    return min((day for day in open_days if day is not None), default=None)
