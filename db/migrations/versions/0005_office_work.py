"""Colleagues and access, duplicates, import and export, privacy, settings of the office."""

from __future__ import annotations

import sqlalchemy as sa

from db.migrations.pieces import drop, flags, index, instant, keys, make, numbers, text

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, those that are pointed at first."""
    _make_access()
    _make_duplicates()
    _make_imports()
    _make_exports()
    _make_privacy()


def downgrade() -> None:
    """Remove the tables, those that point at others first."""
    drop(
        "deletion",
        "retention_rule",
        "look",
        "saved_view",
        "exported_person",
        "export_log",
        "held_row",
        "import_run",
        "person_link",
        "duplicate_pair",
        "office_setting",
        "person_access",
        "member",
    )


def _make_access() -> None:
    make(
        "member",
        text("name", "role"),
        flags("is_active"),
        keys("person_id", nullable=True),
        instant("since"),
        to={"person_id": "person"},
        unique=("name",),
    )
    make(
        "person_access",
        keys("person_id"),
        text("who", "reason", "granted_by"),
        instant("valid_from"),
        instant("valid_until", nullable=True),
        to={"person_id": "person"},
    )
    index("person_access", "who", "person_id")
    index("person_access", "person_id")
    make("office_setting", text("name", "value"), unique=("name",))


def _make_duplicates() -> None:
    make(
        "duplicate_pair",
        keys("person_id", "other_id"),
        sa.Column("score", sa.Float(), nullable=False),
        text("reasons", "verdict", "decided_by"),
        instant("found_at"),
        instant("decided_at", nullable=True),
        to={"person_id": "person", "other_id": "person"},
        unique=("person_id", "other_id"),
    )
    index("duplicate_pair", "verdict", "score")
    index("duplicate_pair", "other_id")
    make(
        "person_link",
        keys("person_id", "other_id"),
        text("linked_by", "reason", "undone_by"),
        instant("linked_at"),
        instant("undone_at", nullable=True),
        to={"person_id": "person", "other_id": "person"},
    )
    index("person_link", "person_id")
    index("person_link", "other_id")


def _make_imports() -> None:
    make(
        "import_run",
        instant("at"),
        text("who", "file_name", "sha256"),
        numbers("rows", "added", "held", "wrong"),
    )
    index("import_run", "at")
    make(
        "held_row",
        keys("import_run_id", "twin_id"),
        numbers("number"),
        text("fields", "reasons", "decision", "decided_by"),
        sa.Column("score", sa.Float(), nullable=False),
        instant("decided_at", nullable=True),
        to={"import_run_id": "import_run", "twin_id": "person"},
    )
    index("held_row", "import_run_id")
    index("held_row", "decision")
    index("held_row", "twin_id")


def _make_exports() -> None:
    make(
        "export_log",
        instant("at"),
        text("who", "list_name", "reason", "form", "columns"),
        numbers("rows"),
        flags("with_protected"),
    )
    index("export_log", "at")
    make(
        "exported_person",
        keys("export_log_id", "person_id"),
        to={"export_log_id": "export_log", "person_id": "person"},
    )
    index("exported_person", "person_id")
    index("exported_person", "export_log_id")
    make(
        "saved_view",
        text("who", "list_name", "title", "view"),
        flags("is_shared"),
        unique=("who", "list_name", "title"),
    )


def _make_privacy() -> None:
    make(
        "look",
        keys("person_id"),
        instant("at"),
        instant("last_at"),
        text("who", "what"),
        numbers("times"),
        to={"person_id": "person"},
    )
    index("look", "person_id", "at")
    index("look", "who", "person_id", "at")
    make(
        "retention_rule",
        text("code", "source", "set_by"),
        numbers("months"),
        sa.Column("valid_from", sa.Date(), nullable=False),
    )
    index("retention_rule", "code", "valid_from")
    make("deletion", instant("at"), text("who", "code", "way", "person_key", "counts", "archived"))
    index("deletion", "at")
