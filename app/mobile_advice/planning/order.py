"""A day of a tour as its order is looked for, and the order that comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from app.mobile_advice.planning.rules import CallKind, Leg, Totals, Visited, totals

if TYPE_CHECKING:
    from uuid import UUID

    from app.areas.rules.spots import Spot
    from app.visiting.day_plans.office.day import OfficeDay, OfficePlan


@dataclass(frozen=True, slots=True)
class OrderCall:
    """A stop, or a visit at home on the way."""

    kind: CallKind
    id: UUID
    """Of the halt or the appointment."""
    version: int
    """Of the appointment."""
    name: str
    place: str
    """Street and number, or the meeting point."""
    begins: int
    """As it stands: minutes after midnight."""
    minutes: int
    booked: int = 0
    """Appointments there."""
    is_pinned: bool = False
    """Whether it stays at its time."""
    spot: Spot | None = None
    area_id: UUID | None = None
    is_protected: bool = False
    """Whether the address may not be shown."""

    @property
    def ends(self) -> int:
        """When it ends, in minutes after midnight."""
        return self.begins + self.minutes


@dataclass(frozen=True, slots=True)
class Booked:
    """Somebody with an appointment at a stop, who is told when it moves."""

    id: UUID
    version: int
    halt_id: UUID
    name: str
    phone: str
    starts_at: int | None


@dataclass(frozen=True, slots=True)
class OrderDay:
    """Everything that a search, a comparison and a map need to know of a day."""

    day_id: UUID
    version: int
    tour: str
    calls: tuple[OrderCall, ...]
    """In the order in which they stand."""
    legs: tuple[tuple[Leg, ...], ...]
    """Ways as they are driven; the office is 0, each call one further."""
    office_day: OfficeDay
    """The same for the search, with times as they are told to people."""
    office_spot: Spot | None = None
    has_office: bool = False
    """Whether ways from the office and back are counted."""
    booked: tuple[Booked, ...] = ()
    nowhere: tuple[str, ...] = ()
    """Names of stops without coordinates, whose ways are guessed from their districts."""

    def usual(self) -> tuple[Visited, ...]:
        """Answer the order as it stands."""
        return tuple(Visited(at, one.begins, one.ends) for at, one in enumerate(self.calls))


@dataclass(frozen=True, slots=True)
class Comparison:
    """The usual order beside the best that was found."""

    day: OrderDay
    usual: Totals
    best: Totals
    order: tuple[Visited, ...]
    """The best one."""
    left: tuple[int, ...]
    """Calls that have no place in it; with any of them it cannot be taken over."""

    @property
    def is_shorter(self) -> bool:
        """Answer whether the best order is really shorter than the usual one."""
        return not self.left and (self.best.tenths, self.best.driving) < (
            self.usual.tenths,
            self.usual.driving,
        )

    def moved(self) -> tuple[Visited, ...]:
        """Answer what gets another time."""
        return tuple(one for one in self.order if one.begins != self.day.calls[one.call].begins)


def compare(day: OrderDay, plan: OfficePlan) -> Comparison:
    """Answer the usual order beside what a search came to.

    Of two orders that are as short, the usual one is kept: habits are worth something.
    """
    stops = [stop for tour in plan.tours for stop in tour.stops]
    order = tuple(
        Visited(stop.call, stop.begins, stop.begins + day.calls[stop.call].minutes)
        for stop in stops
    )
    order = _not_before_the_usual(day, order)
    left = tuple(one.call for one in plan.left)
    usual, best = totals(day.usual(), day.legs), totals(order, day.legs)
    found = Comparison(day, usual, best, order, left)
    if not left and not usual.late and not found.is_shorter:
        return Comparison(day, usual, usual, day.usual(), ())
    return found


def _not_before_the_usual(day: OrderDay, order: tuple[Visited, ...]) -> tuple[Visited, ...]:
    """Answer an order that begins when the day usually does, as far as all its times allow.

    A search begins as early as the crew can; who is used to nine o'clock need not come at seven.
    """
    if not order:
        return order
    calls, ways = day.office_day.calls, day.office_day.ways
    place = day.office_day.place
    at = [one.call for one in order]
    between = [ways[place(here)][place(there)].minutes for here, there in pairwise(at)]
    latest = calls[at[-1]].closes
    for here, way in zip(reversed(at[:-1]), reversed(between), strict=True):
        latest = min(calls[here].closes, latest - way - calls[here].minutes)
    usual = min(one.begins for one in day.calls)
    begins = max(order[0].begins, min(usual, latest))
    found = [Visited(at[0], begins, begins + calls[at[0]].minutes)]
    for there, way in zip(at[1:], between, strict=True):
        begins = max(calls[there].opens, found[-1].ends + way)
        found.append(Visited(there, begins, begins + calls[there].minutes))
    return tuple(found)
