"""The number of a note in the word index: later notes have higher numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

SPILL = 24 * 60 * 60
"""How far numbers can stand behind their second where many notes are of the same one."""


def note_serial(happened_at: datetime) -> int:
    """Answer the number that a note of an aware instant should have: seconds since 1970.

    Where another note has it, the next free one is taken; see `db.word_index.free_serials`.
    Numbers close together keep the index small: it stores the steps between them.
    """
    return int(happened_at.timestamp())
