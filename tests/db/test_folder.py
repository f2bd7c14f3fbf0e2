"""Requirements of the folder of an office."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.admin.rules import Damaged
from app.errors import Unavailable
from db.folder import OfficeFolder

if TYPE_CHECKING:
    from pathlib import Path


def test_an_office_is_named_by_its_folder_or_its_file(tmp_path: Path) -> None:
    assert OfficeFolder.of(tmp_path) == OfficeFolder.of(tmp_path / "office.db")
    assert OfficeFolder.of(tmp_path).keys == tmp_path / "keys.json"


def test_missing_empty_and_cut_off_files_are_told_apart(tmp_path: Path) -> None:
    place = OfficeFolder(tmp_path)
    with pytest.raises(Unavailable, match="no office in the folder"):
        place.need_database()
    place.database.touch()
    with pytest.raises(Unavailable, match="is empty"):
        place.need_database()
    place.database.write_bytes(b"x")
    with pytest.raises(Damaged, match="most of it is missing"):
        place.need_database()
    place.database.write_bytes(bytes(4096))
    place.need_database()


def test_a_demo_office_is_known_by_its_key(tmp_path: Path) -> None:
    assert not OfficeFolder(tmp_path).is_demo
    (tmp_path / "demo.key").touch()
    assert OfficeFolder(tmp_path).is_demo
