"""The lines of the register, with those of PSP groups, which nobody reads without a look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.referrals.disclosures.queries import lines
from app.referrals.disclosures.rules import LeftBy
from app.referrals.psp.left import has_open_group, read_left

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from app.office import Office
    from app.referrals.disclosures.rules import RegisterRow


def read_register(office: Office, person_id: UUID | None = None) -> tuple[RegisterRow, ...]:
    """Answer everything that left, about everybody or one person, the latest first.

    Members of a group that is open read also what left it: with a look on record at each case.
    """
    found = office.ask(lines, person_id)
    if office.ask(has_open_group):
        found += office.act(read_left, person_id).value
    return latest_first(found)


def latest_first(rows: Iterable[RegisterRow]) -> tuple[RegisterRow, ...]:
    """Answer lines of several parts in the order of the register."""
    return tuple(sorted(rows, key=_when, reverse=True))


def may_leave_in_a_list(row: RegisterRow) -> bool:
    """Answer whether a line may stand in an exported list: a PSP group gives papers alone."""
    return row.by is not LeftBy.PSP


def _when(row: RegisterRow) -> tuple[datetime, UUID]:
    return row.at, row.id
