"""Audit lines of a file become a chain; an office has code lists and fields of its own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.audit_chain import seal_all
from db.migrations.pieces import drop, flags, index, keys, make, numbers, text

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_LABELS = ("label_de", "label_da", "label_en")


def upgrade() -> None:
    """Chain the audit lines that are there in the order of time, and make the new tables."""
    op.add_column("audit_line", sa.Column("number", sa.Integer(), nullable=True))
    op.add_column(
        "audit_line", sa.Column("hash", sa.String(length=64), nullable=False, server_default="")
    )
    index("audit_line", "number", unique=True)
    seal_all(op.get_bind())
    make(
        "code_entry",
        text("list_name", "code", *_LABELS),
        numbers("position"),
        flags("is_active"),
        unique=("list_name", "code"),
    )
    make("custom_field", text(*_LABELS, "kind", "choices"), numbers("position"), flags("is_active"))
    make(
        "custom_value",
        keys("person_id", "field_id"),
        text("entry"),
        to={"person_id": "person", "field_id": "custom_field"},
        unique=("person_id", "field_id"),
    )
    index("custom_value", "field_id")


def downgrade() -> None:
    """Remove the tables, and the chain from the audit lines."""
    drop("custom_value", "custom_field", "code_entry")
    op.drop_index(op.f("ix_audit_line_number"), "audit_line")
    op.drop_column("audit_line", "hash")
    op.drop_column("audit_line", "number")
