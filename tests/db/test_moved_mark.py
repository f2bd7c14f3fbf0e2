"""Requirements of the mark beside an office that went to a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.folder import OfficeFolder
from db.moved_mark import MovedMark, read_mark, write_mark

if TYPE_CHECKING:
    from pathlib import Path

MARK = MovedMark("db.example.org", "office", "2026-11-23T10:00:00+00:00", "Karin Vøgt")


def test_a_mark_says_where_an_office_went(tmp_path: Path) -> None:
    place = OfficeFolder.of(tmp_path)
    assert read_mark(place) is None

    write_mark(place, MARK)

    assert read_mark(place) == MARK


def test_a_damaged_mark_is_one_all_the_same(tmp_path: Path) -> None:
    place = OfficeFolder.of(tmp_path)
    place.moved.write_bytes(b'{"host": ')

    assert read_mark(place) is not None
