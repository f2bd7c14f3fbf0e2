"""Tests of rows as plain words, of what a suitcase remembers of them, and of its file."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from db.suitcase_base import count_changes, keep_base
from db.suitcase_file import wipe
from db.suitcase_lines import digest, held, row_key, values_of
from db.tables import metadata

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine


def test_what_a_row_holds_becomes_values_again() -> None:
    table = metadata.tables["advice_contact"]
    values: dict[str, object] = {column.name: None for column in table.c}
    values |= {"id": uuid4(), "day": date(2026, 11, 24), "at": datetime.now(UTC), "present": 2}
    words = held(table, values)
    assert "version" not in words
    back = values_of(table, words)
    assert {name: back[name] for name in ("id", "day", "at", "present")} == {
        name: values[name] for name in ("id", "day", "at", "present")
    }


def test_a_row_without_a_key_of_its_own_has_one_made_of_its_primary_key() -> None:
    table, note, person = metadata.tables["note_person"], uuid4(), uuid4()
    first = row_key(table, {"note_id": note, "person_id": person})
    assert first == row_key(table, {"note_id": note, "person_id": person})
    assert first != row_key(table, {"note_id": person, "person_id": note})


def test_no_row_has_no_digest() -> None:
    assert digest(None) == ""
    assert digest({"a": 1}) != digest({"a": 2})


def test_nothing_counts_as_changed_right_after_packing(engine: Engine) -> None:
    with engine.begin() as connection:
        keep_base(connection)
        assert count_changes(connection) == 0


def test_a_wiped_file_is_gone_and_a_missing_one_no_trouble(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_bytes(b"secret" * 1000)
    wipe(file, tmp_path / "missing")
    assert not file.exists()
