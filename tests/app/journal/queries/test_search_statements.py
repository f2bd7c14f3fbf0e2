"""Requirements of how the search reads the database: never more than a page needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import event

from app.journal.queries import search_notes
from app.journal.queries.search_statements import BY_TIME, BY_WORDS, OF_ONE
from app.journal.rules import NoteFilters
from tests.factories.clients import add_client
from tests.factories.journal import note_written

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from app.office import Office


def plans(office: Office, engine: Engine, typed: str, filters: NoteFilters) -> str:
    """Answer how SQLite reads what a search asks."""
    asked: list[tuple[str, Any]] = []

    def listen(*said: Any) -> None:  # noqa: ANN401 - SQLAlchemy's event has no types
        asked.append((said[2], said[3]))

    event.listen(engine, "before_cursor_execute", listen)
    office.ask(search_notes, typed, filters)
    event.remove(engine, "before_cursor_execute", listen)
    with engine.connect() as connection:
        return "\n".join(
            row[-1]
            for sql, values in asked
            if sql.startswith("SELECT")
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)
        )


def test_words_are_read_from_their_index_without_sorting(office: Office, engine: Engine) -> None:
    note_written(office, add_client(office))
    plan = plans(office, engine, "all", NoteFilters())
    assert "SCAN note_words VIRTUAL TABLE INDEX" in plan
    assert "SEARCH note USING INDEX ix_note_serial" in plan
    assert "TEMP B-TREE" not in plan


def test_notes_without_words_are_read_in_their_order(office: Office, engine: Engine) -> None:
    plan = plans(office, engine, "", NoteFilters(until=office.local_now.date()))
    assert "SEARCH note USING INDEX ix_note_serial" in plan
    assert "TEMP B-TREE" not in plan


def test_every_statement_ends_with_a_limit() -> None:
    for statement in (BY_TIME, OF_ONE, *BY_WORDS.values()):
        assert "LIMIT" in str(statement)
