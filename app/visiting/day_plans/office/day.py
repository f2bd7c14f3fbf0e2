"""What is planned for a day of the office, and the plan that comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.errors import Problem


class Shift(NamedTuple):
    """A stretch of the day, in minutes after midnight, in which a visitor can be on visits."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Goer:
    """Somebody who can visit on the day."""

    person_id: UUID | None
    """None for a colleague without a volunteer's file."""
    name: str
    area_id: UUID | None
    shifts: tuple[Shift, ...]
    """Free time less visits that stay as they are; () for somebody who is away."""
    is_away: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """A visit to be planned: it begins between two minutes of the day and lasts some."""

    visit_id: UUID
    version: int
    person_id: UUID
    name: str
    area_id: UUID | None
    opens: int
    closes: int
    minutes: int
    allowed: frozenset[int]
    """Who may make it, by their places among the goers."""
    visitor: str
    """Who makes it as planned so far."""
    begins: int
    """When it begins as planned so far."""


class Way(NamedTuple):
    """How far it is from one place to another."""

    minutes: int
    tenths: int
    """Tenths of a kilometre."""
    is_own: bool = False
    """Whether the office wrote it down; otherwise it is reckoned."""


@dataclass(frozen=True, slots=True)
class OfficeDay:
    """The visits of a day and those who can make them."""

    day: date
    goers: tuple[Goer, ...]
    calls: tuple[Call, ...]
    ways: tuple[tuple[Way, ...], ...]
    """Between the homes of the goers (first) and the calls (after them)."""
    seconds: float
    """How long a plan is searched for."""

    def home(self, goer: int) -> int:
        """Answer the place of a goer's home in `ways`."""
        return goer

    def place(self, call: int) -> int:
        """Answer the place of a call in `ways`."""
        return len(self.goers) + call


class Stop(NamedTuple):
    """One visit of a tour."""

    call: int
    begins: int
    way: Way
    """From the stop before, or from home."""


@dataclass(frozen=True, slots=True)
class Tour:
    """The visits of one goer in order, over all shifts of the day."""

    goer: int
    stops: tuple[Stop, ...]
    tenths: int
    """Of all ways, from home and back."""


class Left(NamedTuple):
    """A visit that found no place, and the constraint that keeps it out."""

    call: int
    reason: Problem


@dataclass(frozen=True, slots=True)
class OfficePlan:
    """A plan for a day; nothing changes before somebody takes it over."""

    tours: tuple[Tour, ...]
    left: tuple[Left, ...]
    tenths: int


Run = tuple[int, int, tuple[int, ...]]
"""A goer, one of the goer's shifts, and calls in order."""
