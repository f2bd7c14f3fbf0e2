"""Offices change what they require, ring people who wait, and say more of a match."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa
from alembic import op

from db.migrations.pieces import country, days, drop, index, instant, keys, make, numbers, text

if TYPE_CHECKING:
    from datetime import date

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_MONTHS = ("valid_months", "warn_days", "grace_days", "most_age_months", "delete_months")


_Indexes = tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]
_BEFORE: _Indexes = (
    ("task", ("state", "assignee", "due_on"), ()),
    ("person_role", ("person_id", "role"), ()),
    ("visit", ("status", "planned_start"), ()),
    ("visit", ("visitor", "planned_start"), ()),
    ("person", ("is_restricted",), ()),
)
_NOW: _Indexes = (
    ("task", ("state", "assignee", "due_on", "person_id"), ()),
    ("person_role", ("person_id", "role", "until", "since"), ()),
    ("visit", ("status", "planned_start"), ("client_id",)),
    ("visit", ("visitor", "planned_start"), ("client_id", "status")),
    ("person", ("is_restricted",), ("id",)),
)
"""Tables, the columns of an index, and what PostgreSQL reads from it besides."""


def upgrade() -> None:
    """Make the tables, and the columns of matches."""
    make(
        "requirement",
        text("code", "title", "kind", "service", "before_stage", "source"),
        country(),
        numbers("position", *_MONTHS),
        [_day("valid_from")],
        days("valid_until"),
        unique=("country", "code", "valid_from"),
    )
    make(
        "courtesy_caller",
        keys("person_id", "visitor_id"),
        [_day("since")],
        to={"person_id": "person", "visitor_id": "person"},
        unique=("person_id",),
    )
    index("courtesy_caller", "visitor_id")
    make(
        "courtesy_call",
        keys("person_id"),
        keys("visitor_id", nullable=True),
        instant("at"),
        text("result", "note", "who"),
        to={"person_id": "person", "visitor_id": "person"},
    )
    index("courtesy_call", "person_id", "at")
    index("courtesy_call", "visitor_id")
    for column in days("asked_on", "paused_from"):
        op.add_column("match", column)
    op.add_column(
        "match_event", sa.Column("what", sa.Text(), nullable=False, server_default="step")
    )
    _index_anew(_BEFORE, _NOW)


def downgrade() -> None:
    """Remove the tables and the columns."""
    _index_anew(_NOW, _BEFORE)
    op.drop_column("match_event", "what")
    for name in ("paused_from", "asked_on"):
        op.drop_column("match", name)
    drop("courtesy_call", "courtesy_caller", "requirement")


def _day(name: str) -> sa.Column[date]:
    return sa.Column(name, sa.Date(), nullable=False)


def _index_anew(before: _Indexes, after: _Indexes) -> None:
    """Make indexes that counts, and policies of a shared office, are read from alone."""
    is_shared = op.get_bind().dialect.name == "postgresql"
    for (table, old, _), (_, new, further) in zip(before, after, strict=True):
        # A file has nothing besides: there these two are one.
        if old != new or is_shared:
            op.drop_index(op.f(f"ix_{table}_{'_'.join(old)}"), table)
            name = op.f(f"ix_{table}_{'_'.join(new)}")
            op.create_index(name, table, list(new), postgresql_include=list(further))
