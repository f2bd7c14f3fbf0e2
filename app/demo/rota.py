"""Who visits whom on which day of the week and when, so that nobody is in two places at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING

from app.demo.chance import Chance

if TYPE_CHECKING:
    from app.demo.books import Book
    from app.demo.rules import DemoPlan

PER_VISITOR = 6
"""Clients of one volunteer."""
OWN_CLIENTS = 12
"""Clients of the person whose name the demo office is opened with."""
OWN_TODAY = 4
"""How many of these are visited on the weekday that the demo office is opened on."""

_HOURS = (time(9, 30), time(11, 15), time(14, 0), time(15, 45), time(17, 30))
"""Beginnings far enough apart for the longest visit and the way to the next."""
_GRID = tuple((weekday, hour) for weekday in range(5) for hour in _HOURS)

OWN_NAMES = {"DE": "Anna Beispiel", "DK": "Anne Eksempel"}
"""Who works in the demo office, by country; plainly nobody."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A visitor's place in the week for one client."""

    visitor: str
    weekday: int
    """0 is Monday."""
    start: time
    is_today: bool = False
    """Whether a visit shall fall on the day of the plan."""


def slot_of(book: Book, plan: DemoPlan, number: int) -> Slot:
    """Answer who visits client `number`, and when in the week."""
    if number < OWN_CLIENTS:
        return _own_slot(plan, number)
    block, place = divmod(number - OWN_CLIENTS, PER_VISITOR)
    chance = Chance(plan.seed, plan.country, "visitor", block)
    names = chance.weighted(book.names, book.name_shares)
    is_woman = chance.often(0.7)
    given, family = chance.pick(names.young[is_woman]), chance.pick(names.family[is_woman])
    weekday, start = chance.sample(_GRID, PER_VISITOR)[place]
    return Slot(f"{given} {family.latin}", weekday, start)


def _own_slot(plan: DemoPlan, number: int) -> Slot:
    who, today = OWN_NAMES[plan.country], plan.today.weekday()
    if number < OWN_TODAY:
        return Slot(who, today, _HOURS[number], is_today=True)
    others = [place for place in _GRID if place[0] != today]
    chance = Chance(plan.seed, plan.country, "own week")
    weekday, start = chance.sample(others, OWN_CLIENTS)[number]
    return Slot(who, weekday, start)
