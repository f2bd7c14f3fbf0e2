"""Requirements of the copy in a second place."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from app.admin.rules import Damaged
from app.errors import Unavailable
from db.backup_copy import copy_backup

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """A file to copy, and a folder "second"."""
    (tmp_path / "second").mkdir()
    file = tmp_path / "one.nahbar-backup"
    file.write_bytes(b"backup" * 1000)
    return file


def test_a_copy_is_the_same_file_under_the_same_name(backup: Path, tmp_path: Path) -> None:
    copy = copy_backup(backup, tmp_path / "second")
    assert copy.read_bytes() == backup.read_bytes()
    assert [file.name for file in copy.parent.iterdir()] == [backup.name]


def test_a_folder_that_is_not_there_is_not_made(backup: Path, tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        copy_backup(backup, tmp_path / "unplugged")
    assert not (tmp_path / "unplugged").exists()


def test_a_copy_that_differs_is_not_kept(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "copyfile", lambda _file, part: part.write_bytes(b"bac"))
    with pytest.raises(Damaged):
        copy_backup(backup, tmp_path / "second")
    assert not list((tmp_path / "second").iterdir())
