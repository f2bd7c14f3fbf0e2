"""Requirements of files on their way to and from a note."""

from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest

from app.errors import Refused, Unavailable
from app.journal.contents.checking import LARGEST
from app.journal.contents.files import read_checked, read_file, write_copy

if TYPE_CHECKING:
    from pathlib import Path

PICTURE = b"\x89PNG\r\n\x1a\n"


def test_a_file_is_read_with_its_name_and_never_more_than_one_byte_too_many(
    tmp_path: Path,
) -> None:
    file = tmp_path / "big.txt"
    file.write_bytes(b"x" * (LARGEST + 10))

    name, data = read_file(file)

    assert (name, len(data)) == ("big.txt", LARGEST + 1)
    with pytest.raises(Refused):
        read_checked(file)


def test_plain_text_may_hang_on_a_note_and_a_script_may_not(tmp_path: Path) -> None:
    good, bad = tmp_path / "note.txt", tmp_path / "picture.png"
    good.write_text("Grüße", encoding="utf-8")
    bad.write_bytes(b"#!/bin/sh\nrm -rf /\n")

    assert read_checked(good) == ("note.txt", "Grüße".encode())
    with pytest.raises(Refused):
        read_checked(bad)


def test_a_missing_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="could not be read"):
        read_file(tmp_path / "gone.txt")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_copy_is_private(tmp_path: Path) -> None:
    copy = write_copy(tmp_path / "copy.png", PICTURE)

    assert copy.read_bytes() == PICTURE
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
