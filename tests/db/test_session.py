"""Requirements of the raw connection: encrypted, durable, and never a silent new file."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
import sqlcipher3.dbapi2 as cipher
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from db.session import as_raw_key, connect, open_engine

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

KEY = bytes(range(32))

WANTED = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
    "busy_timeout": 5000,
}


@pytest.mark.parametrize(("pragma", "value"), WANTED.items())
def test_every_connection_is_set_for_safety(engine: Engine, pragma: str, value: object) -> None:
    with engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(cipher.OperationalError):
        connect(tmp_path / "none.db", KEY)
    assert not (tmp_path / "none.db").exists()


def test_a_file_is_not_readable_without_its_key(tmp_path: Path) -> None:
    file = tmp_path / "new.db"
    with closing(connect(file, KEY, "rwc")) as connection:
        connection.execute("CREATE TABLE secret (word)")
    assert b"secret" not in file.read_bytes()
    with pytest.raises(cipher.DatabaseError, match="not a database"):
        connect(file, bytes(32))


def test_a_library_that_loses_data_is_not_worked_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cipher, "sqlite_version", "3.51.2")
    with pytest.raises(RuntimeError, match="can damage files"):
        connect(tmp_path / "new.db", KEY, "rwc")
    monkeypatch.setattr(cipher, "sqlite_version", "3.100.0")
    connect(tmp_path / "new.db", KEY, "rwc").close()


@pytest.mark.parametrize("key", [b"", bytes(31), bytes(33)])
def test_a_key_that_is_too_short_or_empty_is_a_programming_error(key: bytes) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        as_raw_key(key)


def test_table_changes_are_undone_with_their_transaction(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.execute(text("CREATE TABLE half (id INTEGER)"))
        connection.rollback()
        found = connection.execute(text("SELECT 1 FROM sqlite_master WHERE name = 'half'"))
        assert found.scalar() is None


def test_a_reader_can_write_again_after_its_question(engine: Engine) -> None:
    reader = engine.execution_options(reads_only=True)
    for _turn in range(2):
        with reader.connect() as connection, pytest.raises(OperationalError, match="readonly"):
            connection.execute(text("DELETE FROM draft"))
        with engine.begin() as connection:
            connection.execute(text("DELETE FROM draft"))


def test_an_engine_for_reading_cannot_write(engine: Engine, tmp_path: Path) -> None:
    engine.dispose()
    reader = open_engine(tmp_path / "office.db", KEY, read_only=True)
    with reader.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM office").scalar() == 0
        with pytest.raises(OperationalError, match="readonly"):
            connection.exec_driver_sql("DELETE FROM office")
    reader.dispose()


def test_an_error_does_not_tell_what_was_typed(engine: Engine) -> None:
    with engine.connect() as connection, pytest.raises(OperationalError) as error:
        connection.execute(text("SELECT :name FROM nowhere"), {"name": "Erna Krüger"})
    assert "Krüger" not in str(error.value)
