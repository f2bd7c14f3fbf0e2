"""A clause by which a whole table is read uses no index on SQLite, and stays plain elsewhere."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select, text
from sqlalchemy.dialects import postgresql, sqlite

from db.people import Person
from db.scanned import scanned

if TYPE_CHECKING:
    from sqlalchemy import Engine

_BORN = date(1950, 1, 1)
SERVER = postgresql.dialect()  # type: ignore[no-untyped-call] # SQLAlchemy has no types here
_ASKED = select(Person.given_name).where(scanned(Person.birth_date) <= _BORN)


def test_sqlite_reads_the_table_without_looking_at_the_index(engine: Engine) -> None:
    sql = str(_ASKED.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))

    with engine.connect() as connection:
        plan = [row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {sql}"))]

    assert plan == ["SCAN person"]


def test_a_server_is_left_to_choose() -> None:
    sql = str(_ASKED.compile(dialect=SERVER))

    assert "WHERE person.birth_date <=" in sql
