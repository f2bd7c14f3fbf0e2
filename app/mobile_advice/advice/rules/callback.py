"""Somebody who is to be called back: what is typed, which step follows which, who is next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, TypeVar

from app.errors import N_, Problem
from app.mobile_advice.advice.rules.contact import LONGEST_TAG, NOT_OFFERED
from app.mobile_advice.advice.rules.lists import TOPICS
from app.text_rules import NAME_LENGTH, NOTE_LENGTH, check_text, is_blank

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import datetime
    from uuid import UUID

NO_CALLER = N_("Please say whom to call: a person of the office, or a name and a number.")
NO_PHONE = N_("Please note a phone number.")
WANTED_BEFORE = N_("This day is over.")
CLOSED = N_("This call is closed already. Open it again first.")
STILL_OPEN = N_("This call is open.")


class CallbackState(StrEnum):
    """How far calling somebody back has come."""

    OPEN = "open"
    REACHED = "reached"
    """Spoken to, but not settled: another call was agreed."""
    DONE = "done"
    GIVEN_UP = "given_up"


OPEN_STATES = (CallbackState.OPEN, CallbackState.REACHED)
CALLBACK_LABELS: Mapping[CallbackState, str] = MappingProxyType(
    {
        CallbackState.OPEN: N_("To be called back"),
        CallbackState.REACHED: N_("Another call agreed"),
        CallbackState.DONE: N_("Settled"),
        CallbackState.GIVEN_UP: N_("Not reached"),
    }
)


@dataclass(frozen=True, slots=True)
class CallbackDetails:
    """The form of one call to be made."""

    caller: str = ""
    phone: str = ""
    person_id: UUID | None = None
    wish: str = ""
    """What it is about, in words."""
    topic: str = ""
    language: str = ""
    wanted_on: date | None = None
    wanted_time: str = ""
    who: str = ""
    """Colleague who calls; "" for whoever is on the phone line."""


class Waiting(Protocol):
    """What decides who is next."""

    @property
    def next_on(self) -> date | None:
        """Day on which it is tried."""

    @property
    def attempts(self) -> int:
        """How often it was tried."""

    @property
    def taken_at(self) -> datetime:
        """When the wish was noted."""


W = TypeVar("W", bound=Waiting)


def check_callback(
    details: CallbackDetails, today: date, own_topics: Collection[str] = ()
) -> tuple[Problem, ...]:
    """Answer everything that is wrong with a call to be made."""
    return (
        *_check_whom(details),
        *check_text(details.wish, "wish", longest=NOTE_LENGTH, lines=True, required=True),
        *check_text(details.wanted_time, "wanted_time", longest=NAME_LENGTH),
        *check_text(details.who, "who", longest=NAME_LENGTH),
        *check_text(details.language, "language", longest=LONGEST_TAG),
        *_check_topic(details, own_topics),
        *_check_wanted(details, today),
    )


def check_step(state: str, *, closes: bool) -> tuple[Problem, ...]:
    """Answer what stands against going on with a call, or against opening it again."""
    is_open = state in OPEN_STATES
    if closes:
        return () if is_open else (Problem(CLOSED),)
    return (Problem(STILL_OPEN),) if is_open else ()


def next_try(today: date, retry_days: int, closed: Collection[date] = ()) -> date:
    """Answer when somebody is tried again: after some days, on no weekend or holiday."""
    day = today + timedelta(days=max(1, retry_days))
    while day.isoweekday() > _FRIDAY or day in closed:
        day += timedelta(days=1)
    return day


def in_turn(rows: Iterable[W]) -> list[W]:
    """Answer calls in the order in which they are made: the longest due before others.

    Of one day, whoever was tried least often is called first, and then who waits longest.
    """
    return sorted(rows, key=lambda row: (row.next_on or date.max, row.attempts, row.taken_at))


_FRIDAY = 5


def _check_whom(details: CallbackDetails) -> tuple[Problem, ...]:
    if details.person_id is None and is_blank(details.caller):
        return (Problem(NO_CALLER, "caller"),)
    if details.person_id is None and is_blank(details.phone):
        return (Problem(NO_PHONE, "phone"),)
    return (
        *check_text(details.caller, "caller", longest=NAME_LENGTH),
        *check_text(details.phone, "phone", longest=NAME_LENGTH),
    )


def _check_topic(details: CallbackDetails, own: Collection[str]) -> tuple[Problem, ...]:
    known = {"", *TOPICS.delivered, *own}
    return () if details.topic in known else (Problem(NOT_OFFERED, "topic"),)


def _check_wanted(details: CallbackDetails, today: date) -> tuple[Problem, ...]:
    if details.wanted_on is not None and details.wanted_on < today:
        return (Problem(WANTED_BEFORE, "wanted_on"),)
    return ()
