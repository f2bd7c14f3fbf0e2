"""The tables of the first day: office, areas, clients, visits, letters, drafts, audit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SORTED_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
"""Text that every database compares code point by code point."""


def upgrade() -> None:
    """Make all tables, those that are pointed at first."""
    _make_area()
    _make_audit_line()
    _make_draft()
    _make_office()
    _make_client()
    _make_client_language()
    _make_client_name_key()
    _make_client_note()
    _make_visit()
    _make_letter()


def downgrade() -> None:
    """Remove all tables, those that point at others first."""
    for table in (
        "letter",
        "visit",
        "client_note",
        "client_name_key",
        "client_language",
        "client",
        "office",
        "draft",
        "audit_line",
        "area",
    ):
        op.drop_table(table)


def _make_area() -> None:
    op.create_table(
        "area",
        sa.Column("code_list", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("parent_code", sa.Text(), nullable=True),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("in_use", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area")),
        sa.UniqueConstraint("code_list", "code", name=op.f("uq_area_code_list_code")),
    )


def _make_audit_line() -> None:
    op.create_table(
        "audit_line",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("feature", sa.Text(), nullable=False),
        sa.Column("touched", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_line")),
    )
    op.create_index(op.f("ix_audit_line_at"), "audit_line", ["at"], unique=False)
    op.create_index(op.f("ix_audit_line_feature_at"), "audit_line", ["feature", "at"], unique=False)


def _make_draft() -> None:
    op.create_table(
        "draft",
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sa.UniqueConstraint("who", "form", "subject", name=op.f("uq_draft_who_form_subject")),
    )


def _make_office() -> None:
    op.create_table(
        "office",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("street", sa.Text(), nullable=False),
        sa.Column("postal_code", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("contact_name", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
    )


def _make_client() -> None:
    op.create_table(
        "client",
        sa.Column("given_name", sa.Text(), nullable=False),
        sa.Column("family_name", sa.Text(), nullable=False),
        sa.Column("salutation", sa.Text(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("birth_precision", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("mobile", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("care_of", sa.Text(), nullable=False),
        sa.Column("street", sa.Text(), nullable=False),
        sa.Column("house_number", sa.Text(), nullable=False),
        sa.Column("floor", sa.Text(), nullable=False),
        sa.Column("door", sa.Text(), nullable=False),
        sa.Column("postal_code", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("area_id", sa.Uuid(), nullable=True),
        sa.Column("lives_alone", sa.Boolean(), nullable=True),
        sa.Column("letter_language", sa.Text(), nullable=False),
        sa.Column("address_protected", sa.Boolean(), nullable=False),
        sa.Column("hint", sa.Text(), nullable=False),
        sa.Column("sort_key_de", SORTED_TEXT, nullable=False),
        sa.Column("sort_key_da", SORTED_TEXT, nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_client_area_id_area")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client")),
    )
    _index_client()


def _index_client() -> None:
    op.create_index(
        op.f("ix_client_address_protected_sort_key_da"),
        "client",
        ["address_protected", "sort_key_da"],
        unique=False,
    )
    op.create_index(
        op.f("ix_client_address_protected_sort_key_de"),
        "client",
        ["address_protected", "sort_key_de"],
        unique=False,
    )
    op.create_index(op.f("ix_client_area_id"), "client", ["area_id"], unique=False)
    op.create_index(
        op.f("ix_client_lives_alone_sort_key_da"),
        "client",
        ["lives_alone", "sort_key_da"],
        unique=False,
    )
    op.create_index(
        op.f("ix_client_lives_alone_sort_key_de"),
        "client",
        ["lives_alone", "sort_key_de"],
        unique=False,
    )
    op.create_index(op.f("ix_client_sort_key_da_id"), "client", ["sort_key_da", "id"], unique=False)
    op.create_index(op.f("ix_client_sort_key_de_id"), "client", ["sort_key_de", "id"], unique=False)


def _make_client_language() -> None:
    op.create_table(
        "client_language",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_client_language_client_id_client")
        ),
        sa.PrimaryKeyConstraint("client_id", "position", name=op.f("pk_client_language")),
    )


def _make_client_name_key() -> None:
    op.create_table(
        "client_name_key",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("word", SORTED_TEXT, nullable=False),
        sa.Column("words", SORTED_TEXT, nullable=False),
        sa.Column("sort_key_de", SORTED_TEXT, nullable=False),
        sa.Column("sort_key_da", SORTED_TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_client_name_key_client_id_client")
        ),
        sa.PrimaryKeyConstraint("client_id", "word", name=op.f("pk_client_name_key")),
    )
    op.create_index(
        op.f("ix_client_name_key_word_sort_key_da_client_id_words"),
        "client_name_key",
        ["word", "sort_key_da", "client_id", "words"],
        unique=False,
    )
    op.create_index(
        op.f("ix_client_name_key_word_sort_key_de_client_id_words"),
        "client_name_key",
        ["word", "sort_key_de", "client_id", "words"],
        unique=False,
    )


def _make_client_note() -> None:
    op.create_table(
        "client_note",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_client_note_client_id_client")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client_note")),
    )
    op.create_index(
        op.f("ix_client_note_client_id_written_at"),
        "client_note",
        ["client_id", "written_at"],
        unique=False,
    )


def _make_visit() -> None:
    op.create_table(
        "visit",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("visitor", sa.Text(), nullable=False),
        sa.Column("planned_start", sa.DateTime(), nullable=False),
        sa.Column("planned_end", sa.DateTime(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("place_note", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("not_held_reason", sa.Text(), nullable=False),
        sa.Column("actual_start", sa.DateTime(), nullable=True),
        sa.Column("actual_end", sa.DateTime(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_visit_client_id_client")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
    )
    _index_visit()


def _index_visit() -> None:
    op.create_index(
        op.f("ix_visit_client_id_planned_start"),
        "visit",
        ["client_id", "planned_start"],
        unique=False,
    )
    op.create_index(
        op.f("ix_visit_status_planned_start"), "visit", ["status", "planned_start"], unique=False
    )
    op.create_index(
        op.f("ix_visit_visitor_planned_start"), "visit", ["visitor", "planned_start"], unique=False
    )
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
        unique=False,
    )


def _make_letter() -> None:
    op.create_table(
        "letter",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=True),
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_letter_client_id_client")
        ),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name=op.f("fk_letter_visit_id_visit")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
    )
    _index_letter()


def _index_letter() -> None:
    op.create_index(
        op.f("ix_letter_client_id_written_at"), "letter", ["client_id", "written_at"], unique=False
    )
    op.create_index(op.f("ix_letter_written_at"), "letter", ["written_at"], unique=False)
