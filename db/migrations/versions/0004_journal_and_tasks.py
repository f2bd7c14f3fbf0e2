"""The journal's further tables, tasks and handovers, and who was last here when."""

from __future__ import annotations

import sqlalchemy as sa

from db.migrations.pieces import days, drop, index, instant, keys, make, numbers, text

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, those that are pointed at first."""
    _make_note_parts()
    _make_words()
    _make_task()
    _make_handover()


def downgrade() -> None:
    """Remove the tables, those that point at others first."""
    drop(
        "last_here",
        "handover_item",
        "handover",
        "task",
        "own_word",
        "snippet",
        "attachment",
        "note_version",
        "note_person",
    )


def _make_note_parts() -> None:
    make(
        "note_person",
        keys("note_id", "person_id"),
        to={"note_id": "note", "person_id": "person"},
        primary=("note_id", "person_id"),
        is_record=False,
    )
    index("note_person", "person_id", "note_id")
    make(
        "note_version",
        keys("note_id"),
        numbers("number"),
        text("fields", "replaced_by", "reason"),
        instant("replaced_at"),
        to={"note_id": "note"},
        unique=("note_id", "number"),
    )
    make(
        "attachment",
        keys("note_id"),
        text("name", "kind", "sha256", "added_by"),
        numbers("size"),
        instant("added_at"),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        to={"note_id": "note"},
    )
    index("attachment", "note_id")


def _make_words() -> None:
    make("snippet", text("who", "word", "text"), unique=("who", "word"))
    make("own_word", text("language", "word"), unique=("language", "word"))


def _make_task() -> None:
    make(
        "task",
        text(
            "title",
            "note",
            "assignee",
            "reviewer",
            "repeats",
            "state",
            "done_by",
            "result",
            "created_by",
            "origin",
        ),
        keys("person_id", "origin_id", nullable=True),
        days("due_on", "review_on"),
        instant("done_at", nullable=True),
        instant("created_at"),
        to={"person_id": "person"},
    )
    index("task", "state", "assignee", "due_on")
    index("task", "state", "reviewer", "review_on")
    index("task", "person_id", "state", "due_on")
    index("task", "origin", "origin_id")


def _make_handover() -> None:
    make("handover", instant("at"), text("by", "from_who", "to_who", "reason"))
    index("handover", "at")
    make(
        "handover_item",
        keys("handover_id"),
        keys("task_id", "person_id", nullable=True),
        text("note"),
        to={"handover_id": "handover", "task_id": "task", "person_id": "person"},
    )
    index("handover_item", "handover_id")
    index("handover_item", "person_id")
    make("last_here", text("who"), instant("seen_at"), primary=("who",), is_record=False)
