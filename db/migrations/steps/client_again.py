"""The tables of clients as they were before everyone became a person."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.migrations.pieces import (
    ADDRESS,
    country,
    days,
    flags,
    index,
    instant,
    keys,
    make,
    numbers,
    sorted_text,
    text,
)


def make_client_again(kept: str) -> None:
    """Make the four tables and fill those of the card with the columns that they had."""
    _make_client()
    _make_words()
    op.execute(f"INSERT INTO client ({kept}) SELECT {kept} FROM person")  # noqa: S608 - names of a migration
    op.execute(
        "INSERT INTO client_language (client_id, position, tag)"
        " SELECT person_id, position, tag FROM person_language"
    )
    op.execute(
        "INSERT INTO client_name_key (client_id, word, words, sort_key_de, sort_key_da)"
        " SELECT person_id, word, words, sort_key_de, sort_key_da FROM person_name_key"
    )


def _make_client() -> None:
    make(
        "client",
        text("given_name", "family_name", "salutation", "birth_precision"),
        text("phone", "mobile", "email", *ADDRESS, "letter_language", "hint", "about"),
        country(),
        days("birth_date"),
        keys("area_id", nullable=True),
        sa.Column("lives_alone", sa.Boolean(), nullable=True),
        flags("address_protected"),
        sorted_text("sort_key_de", "sort_key_da"),
        to={"area_id": "area"},
    )
    for language in ("de", "da"):
        index("client", f"sort_key_{language}", "id")
        index("client", "lives_alone", f"sort_key_{language}")
        index("client", "address_protected", f"sort_key_{language}")
    index("client", "area_id")


def _make_words() -> None:
    make(
        "client_language",
        keys("client_id"),
        numbers("position"),
        text("tag"),
        to={"client_id": "client"},
        primary=("client_id", "position"),
        is_record=False,
    )
    make(
        "client_name_key",
        keys("client_id"),
        sorted_text("word", "words", "sort_key_de", "sort_key_da"),
        to={"client_id": "client"},
        primary=("client_id", "word"),
        is_record=False,
    )
    index("client_name_key", "word", "sort_key_de", "client_id", "words")
    index("client_name_key", "word", "sort_key_da", "client_id", "words")
    make(
        "client_note",
        keys("client_id"),
        instant("written_at"),
        text("author", "text"),
        to={"client_id": "client"},
    )
    index("client_note", "client_id", "written_at")
