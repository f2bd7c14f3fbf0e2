"""Requirements of the names of backups."""

from __future__ import annotations

import os
import time
from datetime import timedelta, timezone
from typing import TYPE_CHECKING

from db.backup_names import backup_name, named_backups, unfinished
from tests.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

OFFICE = "0123456789abcdef"


def test_a_name_tells_office_and_time_and_is_free(tmp_path: Path) -> None:
    first = backup_name(tmp_path, OFFICE, NOW.astimezone(timezone(timedelta(hours=1))))
    assert first.name == "nahbar-01234567-20261123T090000Z.nahbar-backup"
    first.touch()
    second = backup_name(tmp_path, OFFICE, NOW)
    assert second.name == "nahbar-01234567-20261123T090000Z-2.nahbar-backup"
    second.touch()
    assert sorted(named_backups(tmp_path, OFFICE)) == sorted([(NOW, first), (NOW, second)])


def test_other_files_and_other_offices_are_not_named(tmp_path: Path) -> None:
    backup_name(tmp_path, "f" * 32, NOW).touch()
    (tmp_path / "nahbar-01234567-yesterday.nahbar-backup").touch()
    (tmp_path / "nahbar-01234567-20261123T090000Z.zip").touch()
    assert not list(named_backups(tmp_path, OFFICE))
    assert not list(named_backups(tmp_path / "none", OFFICE))


def test_only_what_was_cut_short_long_ago_is_called_unfinished(tmp_path: Path) -> None:
    name = backup_name(tmp_path, OFFICE, NOW).name
    old, new = tmp_path / f".{name}.part", tmp_path / f".{name}.db"
    old.touch()
    new.touch()
    long_ago = time.time() - 100_000
    os.utime(old, (long_ago, long_ago))
    assert unfinished(tmp_path, OFFICE) == [old]
