"""A plan for the whole office: who would visit whom, who stays without, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Problem


@dataclass(frozen=True, slots=True)
class PlannedPair:
    """One volunteer for one person, as the plan has it."""

    person_id: UUID
    visitor_id: UUID
    person_name: str
    visitor_name: str
    suits: float
    """How well the two suit, in parts of 1."""
    in_favour: tuple[Problem, ...]
    against: tuple[Problem, ...]
    match_id: UUID | None = None
    """The proposal that is there already and stays; None is a new one."""
    is_locked: bool = False


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A proposal that the plan would not make again."""

    match_id: UUID
    person_id: UUID
    visitor_id: UUID
    person_name: str
    visitor_name: str


@dataclass(frozen=True, slots=True)
class LeftOver:
    """Somebody who gets fewer volunteers than wished for."""

    person_id: UUID
    name: str
    found: int
    wanted: int
    reason: Problem
    would_help: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class OfficePlan:
    """The best assignment of all who wait."""

    pairs: tuple[PlannedPair, ...]
    withdrawn: tuple[Withdrawn, ...]
    left_over: tuple[LeftOver, ...]
    waiting: int
    """How many people were planned for."""
    no_wish: int
    """How many wait whose wishes nobody asked about yet; they are not planned for."""
    total: float
    """The sum of what all pairs are worth, in parts of 1 each."""
    bound: float
    """What no assignment can exceed, by proof."""
