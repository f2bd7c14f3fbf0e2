"""The rows of a list on their way into the office: good, wrong, or held for a decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from uuid import UUID

    from app.clients.rules import ClientDetails
    from app.errors import Problem


class GoodRow(NamedTuple):
    """A row that can become a person."""

    line: int
    """Where it stands in the file, counted from 1."""
    person_id: UUID
    """The id that the person will have."""
    details: ClientDetails


class WrongRow(NamedTuple):
    """A row that cannot be imported."""

    line: int
    cells: tuple[str, ...]
    """As they stand in the file."""
    problems: tuple[Problem, ...]


class PreviewRow(NamedTuple):
    """A row as it would be stored, with what is wrong with it."""

    line: int
    details: ClientDetails
    problems: tuple[Problem, ...]


class HeldTwin(NamedTuple):
    """A good row that looks like someone who is known, or who stands above it in the file."""

    row: GoodRow
    twin_id: UUID
    score: float
    """How likely both are one, 0 to 1."""
    reasons: tuple[str, ...]
    """English statements, marked for translation."""


@dataclass(frozen=True, slots=True)
class CheckedList:
    """A list of which every row was looked at; nothing of it is in the office yet."""

    file_name: str
    sha256: str
    headers: tuple[str, ...]
    good: tuple[GoodRow, ...]
    held: tuple[HeldTwin, ...]
    wrong: tuple[WrongRow, ...]

    @property
    def rows(self) -> int:
        """How many rows the list has."""
        return len(self.good) + len(self.held) + len(self.wrong)
