"""Requirements of exchanging the data key; its faults are tested in tests/faults."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from app.admin.rules import Damaged
from db import rotation
from db.folder import OfficeFolder
from db.keys import KeySet, Wrap, fingerprint, read_keys
from db.rotation import exchange_key, settle_rotation
from tests.factories.offices import an_office

if TYPE_CHECKING:
    from pathlib import Path

NEW = bytes(range(32))
WAYS = KeySet(fingerprint(NEW), Wrap("aa", "bb"))


@pytest.fixture
def old(tmp_path: Path) -> bytes:
    """The data key of a closed office in the folder "office"."""
    return an_office(tmp_path / "office").key


@pytest.fixture
def place(old: bytes, tmp_path: Path) -> OfficeFolder:
    """The folder of that office."""
    return OfficeFolder(tmp_path / "office")


def test_afterwards_only_the_new_key_is_known(old: bytes, place: OfficeFolder) -> None:
    exchange_key(place, old, NEW, WAYS)
    keys = read_keys(place.keys)
    assert keys.current == WAYS
    assert (keys.coming, keys.coming_wrap) == (None, "")
    assert settle_rotation(place, NEW) == NEW
    assert not place.fresh_database.exists()


def test_the_new_file_is_not_readable_without_its_key(old: bytes, place: OfficeFolder) -> None:
    exchange_key(place, old, NEW, WAYS)
    content = place.database.read_bytes()
    assert not content.startswith(b"SQLite format")
    assert b"audit_line" not in content


def test_a_new_file_that_is_not_whole_is_thrown_away(old: bytes, place: OfficeFolder) -> None:
    before = place.database.read_bytes()
    with (
        patch.object(rotation, "need_sound", side_effect=Damaged("damaged")),
        pytest.raises(Damaged),
    ):
        exchange_key(place, old, NEW, WAYS)
    assert place.database.read_bytes() == before
    assert not place.fresh_database.exists()
    assert settle_rotation(place, old) == old


def test_whoever_has_the_old_key_finishes_what_was_cut_short(
    old: bytes, place: OfficeFolder
) -> None:
    with (
        patch.object(rotation, "move_into_place", side_effect=OSError),
        pytest.raises(Exception, match="cannot be reached"),
    ):
        exchange_key(place, old, NEW, WAYS)
    assert read_keys(place.keys).coming == WAYS
    assert settle_rotation(place, old, may_write=False) == old
    assert settle_rotation(place, old) == old
    assert read_keys(place.keys).coming is None
