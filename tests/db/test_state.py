"""Requirements of the note about how an office was last left."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from db.folder import OfficeFolder
from db.state import Holder, State, last_check, read_state, write_holder, write_seal
from tests.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def place(tmp_path: Path) -> OfficeFolder:
    """A folder whose database was sealed at the time of all tests."""
    place = OfficeFolder(tmp_path)
    place.database.write_bytes(b"x" * 5000)
    write_seal(place, NOW)
    return place


def checked(place: OfficeFolder, days: int = 0) -> object:
    return last_check(place, read_state(place.state), NOW + timedelta(days=days))


def test_a_sealed_file_was_read_when_the_seal_says(place: OfficeFolder) -> None:
    assert checked(place) == NOW
    assert checked(place, days=7) == NOW


def test_a_seal_does_not_last_for_ever_nor_come_from_the_future(place: OfficeFolder) -> None:
    assert checked(place, days=8) is None
    assert checked(place, days=-1) is None


def test_a_file_that_changed_has_no_seal(place: OfficeFolder) -> None:
    place.database.write_bytes(b"y" * 5001)
    assert checked(place) is None


def test_a_file_with_a_log_was_not_closed(place: OfficeFolder) -> None:
    place.wal.write_bytes(b"")
    assert checked(place) is None


def test_a_file_that_someone_had_open_was_not_closed(place: OfficeFolder) -> None:
    write_holder(place.state, Holder.here("Anna", NOW))
    assert read_state(place.state).seal is not None
    assert checked(place) is None


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"holder": 1, "seal": 2}', b"\xff"])
def test_an_unreadable_note_is_an_unknown_state(place: OfficeFolder, content: bytes) -> None:
    place.state.write_bytes(content)
    assert read_state(place.state) == State()
    assert checked(place) is None


def test_a_holder_with_any_name_is_noted(place: OfficeFolder) -> None:
    write_holder(place.state, Holder.here("Ærø 🙂 \ud800", NOW))
    assert read_state(place.state).holder is not None
