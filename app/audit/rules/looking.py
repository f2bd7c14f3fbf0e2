"""By what audit lines are looked for, and how the end of their chain is written on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

LONGEST_END = 64
"""Hexadecimal digits of the end of a chain."""
_SHORTEST_END = 16
"""Digits that are enough to find a line by."""
NO_END = N_("An end of the chain has 16 to 64 digits from 0 to 9 and letters from a to f.")


@dataclass(frozen=True, slots=True)
class AuditQuery:
    """Which lines are wanted; everything that is empty narrows nothing down."""

    who: str = ""
    feature: str = ""
    since: date | None = None
    """The first local day."""
    until: date | None = None
    """The last local day."""
    person_id: UUID | None = None
    """Lines about this person and about all of the person's visits, notes, letters and so on."""
    record: UUID | None = None


def short_end(end_hash: str) -> str:
    """Write the end of a chain in groups of eight digits, to be read aloud and compared."""
    return " ".join(end_hash[at : at + 8] for at in range(0, len(end_hash), 8))


def check_end(typed: str) -> tuple[str, tuple[Problem, ...]]:
    """Answer the digits of an end that somebody typed from paper, and what is wrong with it."""
    digits = "".join(typed.split()).casefold()
    right = _SHORTEST_END <= len(digits) <= LONGEST_END and set(digits) <= set("0123456789abcdef")
    return digits, () if right else (Problem(NO_END, "end"),)
