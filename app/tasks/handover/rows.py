"""What screens are told about handing over: frozen rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from app.tasks.rules import HandoverKind


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that lies on a colleague's desk."""

    kind: HandoverKind
    id: UUID
    """Task, note, person or visit, by its kind."""
    version: int
    title: str
    """Title of a task; "" where the kind says enough."""
    person_id: UUID | None
    person_name: str
    on: date | None
    """When it is due, or on which day the visit is."""
    is_closed_to_other: bool = False
    """Whether it is about somebody whom the colleague who gets it may not know of."""


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """One handover in the list of them."""

    id: UUID
    at: datetime
    by: str
    from_who: str
    to_who: str
    reason: str
    pieces: int


@dataclass(frozen=True, slots=True)
class Handed:
    """What was handed over: the record of it, and how many pieces."""

    id: UUID
    to_who: str
    pieces: int
