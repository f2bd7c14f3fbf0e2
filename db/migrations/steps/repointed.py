"""Visits and letters that point at another table of people than before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.migrations.pieces import index, instant, keys, make, text

_VISIT = (
    "client_id, visitor, planned_start, planned_end, place, place_note, status,"
    " not_held_reason, actual_start, actual_end, note, id, version"
)
_LETTER = (
    "client_id, visit_id, template, language, subject, written_at, author, sha256, pdf, id, version"
)
_INDEXES = {
    "visit": ("client_id_planned_start", "status_planned_start", "visitor_planned_start"),
    "letter": ("client_id_written_at", "written_at"),
}


def repoint(people: str) -> None:
    """Write visits and letters anew, pointing at the table `people`.

    SQLite cannot change what a column points at, so both tables are copied on either database.
    """
    _put_aside("visit", "letter")
    _make_visit(people)
    _make_letter(people)
    _fill("visit", _VISIT)
    _fill("letter", _LETTER)
    op.drop_table("letter_before")
    op.drop_table("visit_before")


def _put_aside(*tables: str) -> None:
    op.drop_index("ix_visit_week", table_name="visit")
    for table in tables:
        for name in _INDEXES[table]:
            op.drop_index(f"ix_{table}_{name}", table_name=table)
        if op.get_bind().dialect.name == "postgresql":
            op.execute(f"ALTER TABLE {table} RENAME CONSTRAINT pk_{table} TO pk_{table}_before")
        op.rename_table(table, f"{table}_before")


def _fill(table: str, columns: str) -> None:
    op.execute(
        f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {table}_before"  # noqa: S608 - names of this file
    )


def _make_visit(people: str) -> None:
    make(
        "visit",
        keys("client_id"),
        text("visitor", "place", "place_note", "status", "not_held_reason", "note"),
        sa.Column("planned_start", sa.DateTime(), nullable=False),
        sa.Column("planned_end", sa.DateTime(), nullable=False),
        sa.Column("actual_start", sa.DateTime(), nullable=True),
        sa.Column("actual_end", sa.DateTime(), nullable=True),
        to={"client_id": people},
    )
    index("visit", "client_id", "planned_start")
    index("visit", "status", "planned_start")
    index("visit", "visitor", "planned_start")
    op.create_index(
        "ix_visit_week",
        "visit",
        [
            "planned_start",
            "planned_end",
            "client_id",
            "visitor",
            "place",
            "status",
            "not_held_reason",
            "version",
            "id",
        ],
    )


def _make_letter(people: str) -> None:
    make(
        "letter",
        keys("client_id"),
        keys("visit_id", nullable=True),
        text("template", "language", "subject", "author", "sha256"),
        instant("written_at"),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        to={"client_id": people, "visit_id": "visit"},
    )
    index("letter", "client_id", "written_at")
    index("letter", "written_at")
