"""The number of a note in the word index: later notes have higher numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

_BITS = 20
"""Bits of the id in a serial: so many notes of one millisecond are told apart."""


def note_serial(happened_at: datetime, note_id: UUID) -> int:
    """Answer the number of a note in the word index: later notes have higher numbers.

    Milliseconds since 1970 of the aware `happened_at`, then a part of the id; below 2**63.
    """
    return first_serial(happened_at) | (note_id.int & ((1 << _BITS) - 1))


def first_serial(instant: datetime) -> int:
    """Answer the lowest number that a note of an aware instant can have."""
    return int(instant.timestamp() * 1000) << _BITS
