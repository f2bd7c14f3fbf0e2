"""Visits belong to series: who visits whom in which rhythm."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.migrations.pieces import days, drop, index, keys, make, numbers, text

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_KEYS = {"visitor_id": "person", "match_id": "match", "series_id": "visit_series"}
_WEEK = (
    "planned_start",
    "planned_end",
    "client_id",
    "visitor",
    "place",
    "status",
    "not_held_reason",
    "version",
    "id",
)
_INDEXES = {"visitor_id": "planned_start", "match_id": "", "series_id": "occurs_on"}


def upgrade() -> None:
    """Make the table of series, and say of each visit to which it belongs."""
    make(
        "visit_series",
        keys("match_id", "visitor_id", "follows_series_id", nullable=True),
        keys("person_id"),
        text("visitor", "kind", "frequency", "monthly_by", "place", "place_note", "on_holidays"),
        days("until", "paused_from", "paused_until"),
        [sa.Column(name, sa.Date(), nullable=False) for name in ("starts_on", "made_until")],
        numbers("start_minute", "minutes"),
        to={
            "match_id": "match",
            "person_id": "person",
            "visitor_id": "person",
            "follows_series_id": "visit_series",
        },
    )
    for name in ("person_id", "visitor_id", "match_id", "follows_series_id", "made_until"):
        index("visit_series", name)
    _widen_visits()


def downgrade() -> None:
    """Remove the table, and forget of each visit to which it belonged."""
    op.drop_index("ix_visit_week", "visit")
    for name, after in _INDEXES.items():
        op.drop_index(op.f(f"ix_visit_{'_'.join(filter(None, (name, after)))}"), "visit")
    with op.batch_alter_table("visit") as table:
        for name in ("kind", "occurs_on", "is_fixed", "instead_of", *_KEYS):
            table.drop_column(name)
    op.create_index("ix_visit_week", "visit", _WEEK)
    drop("visit_series")


def _widen_visits() -> None:
    with op.batch_alter_table("visit") as table:
        for name, default in (("kind", "home"), ("instead_of", "")):
            column = sa.Column(name, sa.Text(), nullable=False, server_default=default)
            table.add_column(column)
        table.add_column(
            sa.Column("is_fixed", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        table.add_column(sa.Column("occurs_on", sa.Date(), nullable=True))
        for name, target in _KEYS.items():
            table.add_column(sa.Column(name, sa.Uuid(), nullable=True))
            key = op.f(f"fk_visit_{name}_{target}")
            table.create_foreign_key(key, target, [name], ["id"])
    op.drop_index("ix_visit_week", "visit")
    op.create_index(
        "ix_visit_week", "visit", (*_WEEK, "kind", "series_id", "instead_of", "visitor_id")
    )
    index("visit", "visitor_id", "planned_start")
    index("visit", "match_id")
    index("visit", "series_id", "occurs_on", unique=True)
