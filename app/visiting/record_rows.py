"""What screens are told about the record of a visit: frozen rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from app.visiting.rules import Severity


@dataclass(frozen=True, slots=True)
class NoticedFlag:
    """What was noticed, and how serious it was held to be on that day."""

    code: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """What was said after a visit, who has read it, and what follows."""

    activities: tuple[str, ...] = ()
    flags: tuple[NoticedFlag, ...] = ()
    kilometres: int | None = None
    """Tenths of a kilometre."""
    next_note: str = ""
    recorded_by: str = ""
    recorded_at: datetime | None = None
    """Aware, UTC; None where nothing was said yet, or before this was kept."""
    is_unread: bool = False
    read_by: str = ""
    read_at: datetime | None = None
    """Aware, UTC."""
    concern_id: UUID | None = None
    """The concern that this visit began."""
    is_concern_open: bool = False
    reminder: str = ""
    """What the visitor wrote down last time for this visit."""
    country: str = ""
    """Of the office: whose emergency numbers hold."""
    next_visit: datetime | None = None
    """When the same person is visited next; naive local time."""


@dataclass(frozen=True, slots=True)
class UnreadNote:
    """The note on a visit that waits to be read."""

    id: UUID
    """Of the visit."""
    person_id: UUID
    person_name: str
    address_protected: bool
    visitor: str
    start: datetime
    """As planned; naive local time."""
    recorded_by: str
    recorded_at: datetime
    """Aware, UTC."""
    note: str
    next_note: str
    flags: tuple[NoticedFlag, ...]
