"""What screens are told about mailings that were made: frozen rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from app.errors import Problem
    from app.letters.mass.rules import RunPlan, RunWish


@dataclass(frozen=True, slots=True)
class RunRow:
    """A mailing in the list of mailings."""

    id: UUID
    at: datetime
    """Aware, UTC."""
    by: str
    title: str
    template_title: str
    """In English and translated where it is shown; as typed for an own template."""
    selection: str
    basis: str
    posted_on: date | None
    written: int
    """Letters that stand in a history."""
    refused: int
    """Letters that something stands against."""
    left_out: int
    """People without a letter of their own."""
    can_be_tried: bool
    """Whether the office knows what was wanted, so that those refused can be tried again."""


@dataclass(frozen=True, slots=True)
class RunPerson:
    """What became of one person of a mailing."""

    person_id: UUID
    name: str
    state: str
    """See `app.letters.mass.rules.ItemState`."""
    problems: tuple[Problem, ...]
    number: int
    letter_id: UUID | None


@dataclass(frozen=True, slots=True)
class AgainPlan:
    """The letters of a mailing that are tried again, under the same wish and numbers."""

    wish: RunWish
    plan: RunPlan


@dataclass(frozen=True, slots=True)
class KeptLetter:
    """A letter of a mailing as it was printed."""

    number: int
    pdf: bytes
