"""Requirements of looking through a whole file."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from app.admin.rules import Damaged
from db.check import (
    counts_of,
    damaged_pages,
    is_sound,
    need_sound,
    need_whole_pages,
    schema_version,
)
from db.session import connect

if TYPE_CHECKING:
    from pathlib import Path

KEY = bytes(range(32))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A closed file of about twenty pages with one table and an index."""
    file = tmp_path / "some.db"
    with closing(connect(file, KEY, "rwc")) as connection:
        connection.execute("CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT UNIQUE)")
        connection.execute("CREATE TABLE part (id INTEGER REFERENCES word (id))")
        for number in range(1000):
            connection.execute("INSERT INTO word (text) VALUES (?)", (f"{number:040d}",))
    return file


def damage(file: Path, *pages: int) -> None:
    content = bytearray(file.read_bytes())
    for page in pages:
        content[(page - 1) * 4096 + 100] ^= 1
    file.write_bytes(content)


def test_a_whole_file_is_sound_and_counted(file: Path) -> None:
    need_sound(file, KEY)
    need_sound(file, KEY, "ro")
    with closing(connect(file, KEY)) as connection:
        assert damaged_pages(connection) == ()
        assert is_sound(connection)
        assert counts_of(connection) == {"word": 1000, "part": 0}
        assert schema_version(connection) == ""


def test_damaged_pages_are_named_and_not_more_than_five(file: Path) -> None:
    damage(file, 3, 5)
    with pytest.raises(Damaged) as trouble:
        need_sound(file, KEY)
    assert trouble.value.problem.values == {"pages": "3, 5"}
    damage(file, 6, 7, 8, 9)
    with pytest.raises(Damaged) as trouble:
        need_sound(file, KEY, "ro")
    assert trouble.value.problem.values == {"pages": "3, 5, 6, 7, 8 …"}


def test_rows_that_point_at_nothing_are_not_sound(file: Path) -> None:
    with closing(connect(file, KEY)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("INSERT INTO part VALUES (5000)")
        assert not is_sound(connection)
    need_whole_pages(file, KEY)
    with pytest.raises(Damaged):
        need_sound(file, KEY)
