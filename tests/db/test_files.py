"""Requirements of files that must survive a power cut."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest

from db.files import flush_file, move_into_place, remove_if_there, write_whole


def test_a_file_is_written_for_its_owner_only(tmp_path: Path) -> None:
    write_whole(tmp_path / "keys.json", b"\r\n{}")
    assert (tmp_path / "keys.json").read_bytes() == b"\r\n{}"
    assert (tmp_path / "keys.json").stat().st_mode & 0o777 == 0o600
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_that_cannot_be_put_in_place_leaves_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "keys.json"
    write_whole(file, b"old")
    with patch.object(Path, "replace", side_effect=OSError), pytest.raises(OSError):  # noqa: PT011 - any
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_is_flushed_before_it_is_renamed(tmp_path: Path) -> None:
    order = []
    with (
        patch("db.files._flush", side_effect=lambda _handle: order.append("flush")),
        patch.object(Path, "replace", lambda _self, _target: order.append("rename")),
    ):
        write_whole(tmp_path / "keys.json", b"new")
    assert order[:3] == ["flush", "rename", "flush"]


def test_moving_replaces_the_target(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"new")
    (tmp_path / "b").write_bytes(b"old")
    flush_file(tmp_path / "a")
    move_into_place(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_bytes() == b"new"


def test_removing_what_is_not_there_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    remove_if_there(tmp_path / "a", tmp_path / "none", tmp_path)
    assert not list(tmp_path.iterdir())
