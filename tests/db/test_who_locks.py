"""Requirements of naming the program that keeps a database locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import who_locks
from db.folder import OfficeFolder
from db.who_locks import locker_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_nobody_is_named_when_nobody_locks(tmp_path: Path) -> None:
    OfficeFolder(tmp_path).database.touch()
    assert locker_of(OfficeFolder(tmp_path)) == ""


def test_nobody_is_named_where_the_system_does_not_tell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(who_locks, "_LOCKS", tmp_path / "none")
    assert locker_of(OfficeFolder(tmp_path)) == ""


def test_a_table_of_another_shape_names_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "locks").write_text("1: something else\n")
    monkeypatch.setattr(who_locks, "_LOCKS", tmp_path / "locks")
    assert locker_of(OfficeFolder(tmp_path)) == ""
