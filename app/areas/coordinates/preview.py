"""The first rows of an address file as they would be read by a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.areas.rules.address_rows import Found, RowReader

if TYPE_CHECKING:
    from app.areas.coordinates.looking import FileLook
    from app.areas.rules.address_columns import AddressPlan
    from app.errors import Problem


class PreviewedRow(NamedTuple):
    """One row: what it says as it is compared, or what is wrong with it."""

    found: Found | None
    problem: Problem | None


def previewed(look: FileLook, plan: AddressPlan) -> tuple[PreviewedRow, ...]:
    """Answer the first rows of a file; those of other towns are left out."""
    reader = RowReader(plan)
    rows = list(look.rows)
    if plan.skips_first and not look.has_headings:
        rows = rows[1:]
    read = [reader.read(row) for row in rows]
    return tuple(
        PreviewedRow(row, None) if isinstance(row, Found) else PreviewedRow(None, row)
        for row in read
        if row is not None
    )
