"""What a planned visit is, and when it can be planned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.text_rules import NAME_LENGTH, check_text
from app.visiting.rules.clock import HOME_ZONE, check_clock, lasted
from app.visiting.rules.limits import LIMITS, VisitLimits
from app.visiting.rules.words import Place

if TYPE_CHECKING:
    from uuid import UUID

NO_CLIENT = N_("Please choose who is visited.")
NO_DAY = N_("Please enter the day, for example 24.11.2026.")
NO_START = N_("Please enter when the visit begins, for example 14:30.")
NO_END = N_("Please enter when the visit ends, for example 15:30.")
ENDS_FIRST = N_("The visit must end after it begins.")
TOO_LONG = N_("A visit lasts at most {hours} hours. Please check the times.")
TOO_LONG_AGO = N_("This day is more than a year ago. Please check the year.")
TOO_FAR_AHEAD = N_("This day is more than two years ahead. Please check the year.")


@dataclass(frozen=True, slots=True)
class VisitPlan:
    """What the planning form says: who visits whom, when (local wall clock) and where."""

    client_id: UUID | None
    visitor: str
    day: date | None
    start: time | None
    end: time | None
    place: Place = Place.HOME
    place_note: str = ""

    @property
    def starts_at(self) -> datetime:
        """The local time at which it begins; only of a checked plan."""
        return datetime.combine(self.day or date.min, self.start or time.min)

    @property
    def ends_at(self) -> datetime:
        """The local time at which it ends; only of a checked plan."""
        return datetime.combine(self.day or date.min, self.end or time.min)


def check_plan(
    plan: VisitPlan,
    *,
    today: date,
    limits: VisitLimits = LIMITS,
    zone: tzinfo = HOME_ZONE,
) -> tuple[Problem, ...]:
    """Answer everything that is wrong with a plan, in the order of the form."""
    wrong_day = _check_day(plan.day, today, limits)
    wrong_hours = missing_hours(plan.start, plan.end)
    if not wrong_day and not wrong_hours:
        wrong_hours = check_span(plan.starts_at, plan.ends_at, limits, zone)
    return (
        *(() if plan.client_id else (Problem(NO_CLIENT, "client_id"),)),
        *check_text(plan.visitor, "visitor", longest=NAME_LENGTH, required=True),
        *wrong_day,
        *wrong_hours,
        *check_text(plan.place_note, "place_note", longest=NAME_LENGTH),
    )


def _check_day(day: date | None, today: date, limits: VisitLimits) -> tuple[Problem, ...]:
    if day is None:
        return (Problem(NO_DAY, "day"),)
    if day < today - limits.into_past:
        return (Problem(TOO_LONG_AGO, "day"),)
    if day > today + limits.into_future:
        return (Problem(TOO_FAR_AHEAD, "day"),)
    return ()


def missing_hours(start: time | None, end: time | None) -> tuple[Problem, ...]:
    """Answer which of the two times was not entered."""
    return (
        *(() if start is not None else (Problem(NO_START, "start"),)),
        *(() if end is not None else (Problem(NO_END, "end"),)),
    )


def check_span(
    start: datetime, end: datetime, limits: VisitLimits, zone: tzinfo
) -> tuple[Problem, ...]:
    """Answer what is wrong with a begin and an end: off the clock, turned round, too long."""
    off_the_clock = (*check_clock(start, "start", zone), *check_clock(end, "end", zone))
    if off_the_clock:
        return off_the_clock
    length = lasted(start, end, zone)
    if end <= start or length <= timedelta(0):
        return (Problem(ENDS_FIRST, "end"),)
    if length > limits.longest:
        hours = int(limits.longest / timedelta(hours=1))
        return (Problem(TOO_LONG, "end", {"hours": hours}),)
    return ()
