"""Requirements of conditions about few values: written so that each database uses an index."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, create_mock_engine, select

from db.among import among
from db.journal import Note
from db.people import Person

_FEW = select(Person.id).where(Person.phone == "1")
_WANTED = select(Note.id).where(among(Note.person_id, _FEW))


def _of(kind: str, asked: Select[*tuple[Any, ...]] = _WANTED) -> str:
    dialect = create_mock_engine(f"{kind}://", lambda *_said: None).dialect
    return " ".join(str(asked.compile(dialect=dialect)).split())


def test_a_file_is_asked_as_with_in_itself() -> None:
    plain = select(Note.id).where(Note.person_id.in_(_FEW))

    assert _of("sqlite") == _of("sqlite", plain)


def test_a_server_is_asked_with_arrays_that_are_made_first() -> None:
    said = _of("postgresql+psycopg")

    assert "note.person_id = ANY (ARRAY(SELECT person.id" in said
