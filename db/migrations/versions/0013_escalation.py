"""What was observed on a visit is followed up."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.migrations.pieces import drop, index, instant, keys, make, numbers, text

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_WORDS = ("next_note", "recorded_by", "read_by")
_INSTANTS = ("recorded_at", "read_at")


def upgrade() -> None:
    """Make the tables, and let a visit say more."""
    for name in _WORDS:
        op.add_column("visit", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    for name in _INSTANTS:
        op.add_column("visit", instant(name, nullable=True))
    op.add_column("visit", sa.Column("kilometres", sa.Integer(), nullable=True))
    op.add_column(
        "visit", sa.Column("is_unread", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    index("visit", "is_unread", "recorded_at")
    _make_codes()
    _make_escalations()


def downgrade() -> None:
    """Remove the tables, and what a visit said more."""
    drop("escalation_step", "escalation", "visit_flag", "visit_activity")
    op.drop_index(op.f("ix_visit_is_unread_recorded_at"), "visit")
    with op.batch_alter_table("visit") as table:
        for name in (*_WORDS, *_INSTANTS, "kilometres", "is_unread"):
            table.drop_column(name)


def _make_codes() -> None:
    make(
        "visit_activity",
        keys("visit_id"),
        text("code"),
        to={"visit_id": "visit"},
        primary=("visit_id", "code"),
        is_record=False,
    )
    make(
        "visit_flag",
        keys("visit_id"),
        text("code", "severity"),
        to={"visit_id": "visit"},
        primary=("visit_id", "code"),
        is_record=False,
    )


def _make_escalations() -> None:
    make(
        "escalation",
        keys("person_id"),
        keys("visit_id", "task_id", nullable=True),
        text("code", "chain_code", "opened_by", "closed_by", "result", "closing_note"),
        instant("opened_at"),
        instant("closed_at", nullable=True),
        to={"person_id": "person", "visit_id": "visit", "task_id": "task"},
    )
    index("escalation", "closed_at", "opened_at")
    index("escalation", "person_id", "closed_at")
    index("escalation", "visit_id")
    make(
        "escalation_step",
        keys("escalation_id"),
        numbers("number"),
        text("code", "who", "called", "result", "note"),
        instant("at"),
        to={"escalation_id": "escalation"},
    )
    index("escalation_step", "escalation_id", "at")
