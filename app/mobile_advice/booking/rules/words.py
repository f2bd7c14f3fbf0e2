"""The words of appointments: what kind, how far, where from; and which step follows which."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


class Kind(StrEnum):
    """How somebody comes to be advised."""

    BOOKED = "booked"
    WALK_IN = "walk_in"
    HOME_VISIT = "home_visit"
    """At home, on the way of a tour."""


class State(StrEnum):
    """How far an appointment has come."""

    BOOKED = "booked"
    WAITING = "waiting"
    """The person is there and waits to be called."""
    CALLED = "called"
    DONE = "done"
    NO_SHOW = "no_show"
    MOVED = "moved"
    """Another appointment took its place."""
    CANCELLED = "cancelled"


class Source(StrEnum):
    """Where an appointment was booked."""

    PHONE = "phone"
    CARD = "card"
    STOP = "stop"
    SUITCASE = "suitcase"


class WaitingState(StrEnum):
    """What became of somebody who waits for a time at a stop."""

    WAITING = "waiting"
    BOOKED = "booked"
    GONE = "gone"


KIND_LABELS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.BOOKED: N_("Appointment"),
        Kind.WALK_IN: N_("Without an appointment"),
        Kind.HOME_VISIT: N_("Visit at home"),
    }
)
STATE_LABELS: Mapping[State, str] = MappingProxyType(
    {
        State.BOOKED: N_("Booked"),
        State.WAITING: N_("Is waiting"),
        State.CALLED: N_("At the counter"),
        State.DONE: N_("Was advised"),
        State.NO_SHOW: N_("Did not come"),
        State.MOVED: N_("Moved"),
        State.CANCELLED: N_("Cancelled"),
    }
)
SOURCE_LABELS: Mapping[Source, str] = MappingProxyType(
    {
        Source.PHONE: N_("By telephone"),
        Source.CARD: N_("From the card"),
        Source.STOP: N_("At the stop"),
        Source.SUITCASE: N_("On the tour"),
    }
)

OPEN = frozenset({State.BOOKED, State.WAITING, State.CALLED})
"""Still to come, or under way."""
TAKES_ITS_TIME = OPEN | {State.DONE, State.NO_SHOW}
"""States in which nobody else can have the time."""

NEXT: Mapping[State, frozenset[State]] = MappingProxyType(
    {
        State.BOOKED: frozenset(
            {State.WAITING, State.CALLED, State.DONE, State.NO_SHOW, State.CANCELLED}
        ),
        State.WAITING: frozenset({State.CALLED, State.DONE, State.NO_SHOW, State.CANCELLED}),
        State.CALLED: frozenset({State.DONE, State.NO_SHOW}),
        State.DONE: frozenset(),
        State.NO_SHOW: frozenset({State.WAITING, State.CALLED, State.DONE}),
        State.MOVED: frozenset(),
        State.CANCELLED: frozenset(),
    }
)
"""Which step may follow; moving is a step of its own. Whoever comes late after all is there."""
