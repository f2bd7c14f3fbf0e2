"""One record for every person, whatever the role; notes of the journal instead of plain ones."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.migrations.pieces import (
    ADDRESS,
    country,
    days,
    drop,
    flags,
    index,
    instant,
    keys,
    make,
    numbers,
    sorted_text,
    text,
)
from db.migrations.steps.client_again import make_client_again
from db.migrations.steps.notes_moved import move_notes, move_notes_back
from db.migrations.steps.repointed import repoint
from db.migrations.steps.sounds import fill_sounds

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_KEPT = (
    "given_name, family_name, salutation, birth_date, birth_precision, phone, mobile, email,"
    " country, care_of, street, house_number, floor, door, postal_code, city, area_id,"
    " lives_alone, letter_language, address_protected, hint, about, sort_key_de, sort_key_da,"
    " id, version"
)
"""What a client's card had, and a person's card has."""
_NEW = {
    "cpr": "''",
    "letter_format": "''",
    "needs_interpreter": "false",
    "is_restricted": "false",
    "status": "'active'",
    "status_note": "''",
    "responsible": "''",
    "source": "''",
}
"""What every card of before says where a person's card has more."""


def upgrade() -> None:
    """Make people of clients, each with that role, and move their notes into the journal."""
    _make_functions()
    _make_person()
    _make_person_role()
    _make_person_language()
    _make_person_name_key()
    _make_person_reach()
    _make_person_address()
    _make_note()
    _fill()
    move_notes(op.get_bind())
    repoint("person")
    drop("client_note", "client_name_key", "client_language", "client")


def downgrade() -> None:
    """Make clients of the people who have that role's data; what only people have is lost."""
    make_client_again(_KEPT)
    move_notes_back(op.get_bind())
    repoint("client")
    op.execute("DROP TABLE note_words")
    drop("note", "person_address", "person_reach", "person_name_key", "person_language")
    drop("person_role", "person")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION nahbar_me()")
        op.execute("DROP FUNCTION nahbar_now()")


def _make_functions() -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    op.execute(
        "CREATE OR REPLACE FUNCTION nahbar_me() RETURNS text LANGUAGE sql STABLE"
        " AS 'SELECT session_user::text'"
    )
    op.execute(
        "CREATE OR REPLACE FUNCTION nahbar_now() RETURNS timestamptz LANGUAGE sql STABLE"
        " AS 'SELECT now()'"
    )


def _make_person() -> None:
    make(
        "person",
        text("given_name", "family_name", "salutation", "birth_precision", "cpr"),
        text("phone", "mobile", "email", *ADDRESS, "letter_language", "letter_format"),
        text("status", "status_note", "responsible", "source", "hint", "about"),
        country(),
        days("birth_date", "status_from", "status_until", "last_contact"),
        keys("area_id", "linked_to", nullable=True),
        sa.Column("lives_alone", sa.Boolean(), nullable=True),
        flags("needs_interpreter", "address_protected", "is_restricted"),
        sorted_text("sort_key_de", "sort_key_da"),
        to={"area_id": "area", "linked_to": "person"},
    )
    for language in ("de", "da"):
        index("person", f"sort_key_{language}", "id")
        index("person", "lives_alone", f"sort_key_{language}")
        index("person", "address_protected", f"sort_key_{language}")
    for column in ("area_id", "is_restricted", "linked_to"):
        index("person", column)
    index("person", "postal_code", "street", "house_number")
    for column in ("birth_date", "phone", "mobile"):
        index("person", column)
    index("person", "status", "last_contact", "id")
    index("person", "responsible", "status", "last_contact", "id")


def _make_person_role() -> None:
    make(
        "person_role",
        keys("person_id"),
        text("role"),
        days("since", "until"),
        sorted_text("sort_key_de", "sort_key_da"),
        to={"person_id": "person"},
    )
    index("person_role", "person_id", "role")
    index("person_role", "role", "sort_key_de", "person_id", "until")
    index("person_role", "role", "sort_key_da", "person_id", "until")


def _make_person_language() -> None:
    make(
        "person_language",
        keys("person_id"),
        numbers("position"),
        text("tag", "level"),
        to={"person_id": "person"},
        primary=("person_id", "position"),
        is_record=False,
    )


def _make_person_name_key() -> None:
    make(
        "person_name_key",
        keys("person_id"),
        sorted_text("word", "words", "sound", "sort_key_de", "sort_key_da"),
        to={"person_id": "person"},
        primary=("person_id", "word"),
        is_record=False,
    )
    index("person_name_key", "word", "sort_key_de", "person_id", "words")
    index("person_name_key", "word", "sort_key_da", "person_id", "words")
    index("person_name_key", "sound", "person_id")


def _make_person_reach() -> None:
    make(
        "person_reach",
        keys("person_id"),
        numbers("position"),
        text("kind", "label", "value", "note"),
        days("valid_from", "valid_until"),
        to={"person_id": "person"},
    )
    index("person_reach", "person_id", "position")
    index("person_reach", "value")


def _make_person_address() -> None:
    make(
        "person_address",
        keys("person_id"),
        country(),
        text("label", *ADDRESS, "note"),
        days("valid_from", "valid_until"),
        to={"person_id": "person"},
    )
    index("person_address", "person_id", "valid_from")


def _make_note() -> None:
    make(
        "note",
        keys("person_id"),
        sa.Column("serial", sa.BigInteger(), nullable=False),
        instant("happened_at"),
        instant("written_at"),
        text("author", "medium", "topics", "access", "follow_up", "follow_up_for"),
        text("follow_up_result", "closed_by", "text"),
        sa.Column("reached", sa.Boolean(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        days("follow_up_due"),
        instant("closed_at", nullable=True),
        numbers("corrections", "attachments"),
        to={"person_id": "person"},
    )
    index("note", "person_id", "happened_at")
    index("note", "serial", unique=True)
    index("note", "author", "happened_at")
    index("note", "follow_up", "follow_up_for", "follow_up_due")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE TABLE note_words (serial BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)")
        op.execute("CREATE INDEX ix_note_words_words ON note_words USING gin (words)")
    else:
        op.execute(
            "CREATE VIRTUAL TABLE note_words USING fts5(words, content='',"
            " contentless_delete=1, tokenize='ascii', detail='none', prefix='2 3 4 5 6 7 8 9')"
        )


def _fill() -> None:
    """Copy the cards; each role takes the key of its person, since it is the only one."""
    op.execute(
        f"INSERT INTO person ({_KEPT}, {', '.join(_NEW)})"  # noqa: S608 - names of this file
        f" SELECT {_KEPT}, {', '.join(_NEW.values())} FROM client"
    )
    op.execute(
        "INSERT INTO person_role (id, version, person_id, role, sort_key_de, sort_key_da)"
        " SELECT id, 1, id, 'client', sort_key_de, sort_key_da FROM client"
    )
    op.execute(
        "INSERT INTO person_language (person_id, position, tag, level)"
        " SELECT client_id, position, tag, '' FROM client_language"
    )
    op.execute(
        "INSERT INTO person_name_key (person_id, word, words, sound, sort_key_de, sort_key_da)"
        " SELECT client_id, word, words, '', sort_key_de, sort_key_da FROM client_name_key"
    )
    fill_sounds()
