"""The lines of the register, with those that other parts hand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.referrals.disclosures.queries import lines
from app.referrals.disclosures.rules import LeftBy
from app.referrals.psp.left import left

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection

    from app.referrals.disclosures.rules import RegisterRow

    Lines = Callable[[Connection, UUID | None], tuple[RegisterRow, ...]]

MORE: tuple[Lines, ...] = (left,)
"""Parts that keep their own lines apart; each answers those that the reader may see, and no
contents."""


def register(connection: Connection, person_id: UUID | None = None) -> tuple[RegisterRow, ...]:
    """Answer everything that left, about everybody or one person, the latest first."""
    found = [*lines(connection, person_id)]
    for more in MORE:
        found += more(connection, person_id)
    return tuple(sorted(found, key=_when, reverse=True))


def may_leave_in_a_list(row: RegisterRow) -> bool:
    """Answer whether a line may stand in an exported list: a PSP group gives papers alone."""
    return row.by is not LeftBy.PSP


def _when(row: RegisterRow) -> tuple[datetime, UUID]:
    return row.at, row.id
