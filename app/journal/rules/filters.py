"""Which notes a search looks through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class NoteFilters:
    """What found notes have in common; "" and None leave a thing open."""

    since: date | None = None
    """First local day of the contact."""
    until: date | None = None
    """Last local day of the contact."""
    author: str = ""
    medium: str = ""
    topic: str = ""
    person_id: UUID | None = None
    """Only notes about this human being."""

    @property
    def is_open(self) -> bool:
        """Whether nothing is left out."""
        return self == _OPEN


_OPEN = NoteFilters()
