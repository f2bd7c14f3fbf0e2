"""Templates with their versions and tests, mass mailings, the office's terms; letters know more."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.migrations.pieces import days, drop, flags, index, instant, keys, make, numbers, text

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_MORE = ("second_language", "layout", "channel")
"""What every letter of before says nothing about."""


def upgrade() -> None:
    """Make the tables, those that are pointed at first, and widen the table of letters."""
    for name in _MORE:
        op.add_column("letter", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    op.add_column("letter", sa.Column("posted_on", sa.Date(), nullable=True))
    _make_templates()
    _make_runs()
    make("term", text("language", "word", "better"), unique=("language", "word"))


def downgrade() -> None:
    """Remove the tables, those that point at others first."""
    drop("term", "letter_run_item", "letter_run")
    drop("template_test", "template_version", "letter_template")
    for name in ("posted_on", *_MORE):
        op.drop_column("letter", name)


def _make_templates() -> None:
    make(
        "letter_template",
        text("code", "title", "source_language"),
        flags("is_active"),
        unique=("code",),
    )
    make(
        "template_version",
        keys("letter_template_id"),
        text("language", "text", "state", "source_hash", "written_by", "reviewed_by"),
        numbers("number"),
        instant("written_at"),
        instant("reviewed_at", nullable=True),
        to={"letter_template_id": "letter_template"},
        unique=("letter_template_id", "language", "number"),
    )
    make(
        "template_test",
        keys("template_version_id"),
        text("tested_by", "result", "note"),
        sa.Column("tested_on", sa.Date(), nullable=False),
        to={"template_version_id": "template_version"},
    )
    index("template_test", "template_version_id")


def _make_runs() -> None:
    make(
        "letter_run",
        instant("at"),
        text("by", "title", "template", "selection", "lawful_basis"),
        days("posted_on"),
    )
    index("letter_run", "at")
    make(
        "letter_run_item",
        keys("letter_run_id", "person_id"),
        keys("letter_id", nullable=True),
        text("state", "problem"),
        to={"letter_run_id": "letter_run", "person_id": "person", "letter_id": "letter"},
    )
    index("letter_run_item", "letter_run_id", "state")
    index("letter_run_item", "person_id")
    index("letter_run_item", "letter_id")
