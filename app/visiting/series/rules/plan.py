"""A series as its form has it, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.text_rules import NAME_LENGTH, check_text
from app.visiting.rules import HOME_ZONE, LIMITS, VisitKind, check_clock
from app.visiting.rules.plan import check_span, missing_hours
from app.visiting.series.rules.words import Frequency, MonthlyBy, OnHolidays

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

NO_PERSON = N_("Please choose who is visited.")
NO_FIRST = N_("Please enter the day of the first visit, for example 24.11.2026.")
TOO_LONG_AGO = N_("This day is over. A series begins today at the earliest.")
TOO_FAR_AHEAD = N_("This day is more than two years ahead. Please check the year.")
ENDS_BEFORE = N_("The last day is before the first visit.")
NOT_OFFERED = N_("This is not offered any more. Please choose again.")
SAME_PERSON = N_("Nobody can visit herself or himself.")
NO_PAUSE = N_("Please enter the first day without visits.")
PAUSE_ENDS_BEFORE = N_("The last day is before the first.")
PAUSE_IS_OVER = N_("These days are over.")


@dataclass(frozen=True, slots=True)
class SeriesPlan:
    """Who visits whom, in which rhythm, at which time of the local wall clock."""

    person_id: UUID | None
    visitor_id: UUID | None
    """The card of the one who visits; None for a colleague who has none."""
    visitor: str
    starts_on: date | None
    """The first visit; when a series is changed, the first that is changed."""
    start: time | None
    end: time | None
    match_id: UUID | None = None
    kind: str = VisitKind.HOME
    frequency: str = Frequency.WEEKLY
    monthly_by: str = ""
    until: date | None = None
    place_note: str = ""
    on_holidays: str = OnHolidays.SKIP
    goes_on: bool = False
    """It is known that somebody is away or pauses: others come, or the days are left out."""

    @property
    def start_minute(self) -> int:
        """Minutes after midnight; only of a checked plan."""
        at = self.start or time.min
        return at.hour * 60 + at.minute

    @property
    def minutes(self) -> int:
        """How long a visit is; only of a checked plan."""
        end = self.end or time.min
        return end.hour * 60 + end.minute - self.start_minute


def check_series(plan: SeriesPlan, *, today: date) -> tuple[Problem, ...]:
    """Answer everything that is wrong with a plan, in the order of the form."""
    return (
        *_people(plan),
        *_words(plan),
        *_days(plan, today),
        *_hours(plan),
        *check_text(plan.place_note, "place_note", longest=NAME_LENGTH),
    )


def check_pause(first: date | None, last: date | None, *, today: date) -> tuple[Problem, ...]:
    """Answer what is wrong with the days of a pause."""
    if first is None:
        return (Problem(NO_PAUSE, "first"),)
    if last is not None and last < first:
        return (Problem(PAUSE_ENDS_BEFORE, "last"),)
    if last is not None and last < today:
        return (Problem(PAUSE_IS_OVER, "last"),)
    return ()


def _people(plan: SeriesPlan) -> Iterator[Problem]:
    if plan.person_id is None:
        yield Problem(NO_PERSON, "person_id")
    elif plan.person_id == plan.visitor_id:
        yield Problem(SAME_PERSON, "visitor")
    yield from check_text(plan.visitor, "visitor", longest=NAME_LENGTH, required=True)


def _words(plan: SeriesPlan) -> Iterator[Problem]:
    for field, offered in (
        ("kind", set(VisitKind)),
        ("frequency", set(Frequency)),
        ("on_holidays", set(OnHolidays)),
    ):
        if getattr(plan, field) not in offered:
            yield Problem(NOT_OFFERED, field)
    if plan.frequency == Frequency.MONTHLY and plan.monthly_by not in set(MonthlyBy):
        yield Problem(NOT_OFFERED, "monthly_by")


def _days(plan: SeriesPlan, today: date) -> Iterator[Problem]:
    first = plan.starts_on
    if first is None:
        yield Problem(NO_FIRST, "starts_on")
    elif first < today:
        yield Problem(TOO_LONG_AGO, "starts_on")
    elif first > today + LIMITS.into_future:
        yield Problem(TOO_FAR_AHEAD, "starts_on")
    elif plan.until is not None and plan.until < first:
        yield Problem(ENDS_BEFORE, "until")


def _hours(plan: SeriesPlan) -> tuple[Problem, ...]:
    missing = missing_hours(plan.start, plan.end)
    if missing or plan.starts_on is None or plan.start is None or plan.end is None:
        return missing
    start = datetime.combine(plan.starts_on, plan.start)
    return check_span(start, datetime.combine(plan.starts_on, plan.end), LIMITS, HOME_ZONE)


def times_on(day: date, start_minute: int, minutes: int) -> tuple[datetime, datetime]:
    """Answer when a visit begins and ends on a day, on the clock of the wall.

    In the night in which the clocks are put forward, what would fall into the hour that does not
    exist comes an hour later.
    """
    start = datetime.combine(day, time.min) + timedelta(minutes=start_minute)
    end = min(start + timedelta(minutes=minutes), datetime.combine(day, time(23, 59)))
    if check_clock(start, "start"):
        start, end = start + _HOUR, end + _HOUR
    return start, end + _HOUR if check_clock(end, "end") else end


_HOUR = timedelta(hours=1)
