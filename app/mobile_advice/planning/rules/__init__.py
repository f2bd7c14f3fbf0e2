"""What a better order of a day is asked for with, and what it comes to beside the usual one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from app.errors import N_, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, time

NO_DAY = N_("Please choose a tour.")
NO_BEGIN = N_("Please enter from when the crew can be at the first stop.")
NO_END = N_("Please enter until when the crew can be at the last stop.")
REVERSED = N_("The last stop must end after the first one begins.")
_HOUR = 60


class CallKind(StrEnum):
    """What the vehicle stops for."""

    HALT = "halt"
    HOME = "home"
    """A visit at home on the way."""


@dataclass(frozen=True, slots=True)
class PlanningFigures:
    """With which figures orders are looked for, from a day on."""

    valid_from: date
    seconds: float
    """How long is searched."""
    round_to: int
    """Minutes; stops begin at a multiple of them."""
    most_calls: int
    days_ahead: int
    """How far ahead tours are offered."""
    earlier: int
    later: int
    """Minutes around the usual times that are proposed as the hours of the crew."""
    source: str


@dataclass(frozen=True, slots=True)
class OrderWish:
    """What may change, as the screen has it."""

    begins: time | None = None
    """From when the crew can be at the first stop."""
    ends: time | None = None
    """Until when it can be at the last."""
    may_move_booked: bool = False
    """Whether stops with appointments, and visits at home, may get another time."""


class Leg(NamedTuple):
    """A way of the vehicle."""

    minutes: int
    """Of driving."""
    tenths: int
    """Tenths of a kilometre."""


class Visited(NamedTuple):
    """A stop in an order: which, and from when to when."""

    call: int
    begins: int
    ends: int


@dataclass(frozen=True, slots=True)
class Totals:
    """What an order comes to."""

    driving: int
    """Minutes."""
    tenths: int
    """Tenths of a kilometre."""
    waiting: int
    """Minutes between two stops that are not driven."""
    begins: int
    ends: int
    late: tuple[int, ...] = ()
    """Calls that cannot be reached in time, by the ways that are reckoned."""


def read_figures(tables: Sequence[Mapping[str, Any]]) -> tuple[PlanningFigures, ...]:
    """Answer the versions of a file."""
    return tuple(PlanningFigures(**table) for table in tables)


def check_wish(wish: OrderWish) -> tuple[Problem, ...]:
    """Answer what is wrong with a wish, field by field."""
    found = []
    if wish.begins is None:
        found.append(Problem(NO_BEGIN, "begins"))
    if wish.ends is None:
        found.append(Problem(NO_END, "ends"))
    if wish.begins is not None and wish.ends is not None and wish.begins >= wish.ends:
        found.append(Problem(REVERSED, "ends"))
    return tuple(found)


def totals(order: Sequence[Visited], legs: Sequence[Sequence[Leg]]) -> Totals:
    """Answer what an order comes to; `legs` has the office at 0 and each call one further."""
    if not order:
        return Totals(0, 0, 0, 0, 0)
    places = [0, *(one.call + 1 for one in order), 0]
    ways = [legs[here][there] for here, there in pairwise(places)]
    spare = [
        there.begins - here.ends - legs[here.call + 1][there.call + 1].minutes
        for here, there in pairwise(order)
    ]
    late = tuple(there.call for there, left in zip(order[1:], spare, strict=True) if left < 0)
    return Totals(
        driving=sum(way.minutes for way in ways),
        tenths=sum(way.tenths for way in ways),
        waiting=sum(max(0, left) for left in spare),
        begins=order[0].begins,
        ends=max(one.ends for one in order),
        late=late,
    )


def rounded_up(minutes: int, step: int) -> int:
    """Answer minutes as the next multiple of a step."""
    return -(-minutes // step) * step
