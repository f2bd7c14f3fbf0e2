"""A JSON file is read strictly, and what is wrong with it is one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.command_line import json_file
from app.command_line.json_file import read_json
from app.errors import Refused, Unavailable

if TYPE_CHECKING:
    from pathlib import Path


def _file(tmp_path: Path, content: bytes) -> Path:
    file = tmp_path / "given.json"
    file.write_bytes(content)
    return file


def test_json_is_read(tmp_path: Path) -> None:
    assert read_json(_file(tmp_path, b'\xef\xbb\xbf{"a": [1, 2.5, null]}')) == {"a": [1, 2.5, None]}


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{", b'{"a": NaN}', b'{"a": Infinity}', b"\xff\xfe", b'{"a":1,"a":2}'),
        *(b"[" * 100_000, b'{"a": ' + b"9" * 5000 + b"}"),
    ],
)
def test_what_is_not_strict_json_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(Refused):
        read_json(_file(tmp_path, content))


def test_a_file_that_is_not_there_is_unavailable(tmp_path: Path) -> None:
    for missing in (tmp_path / "none.json", tmp_path):
        with pytest.raises(Unavailable):
            read_json(missing)


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_file, "LARGEST_FILE", 3)

    with pytest.raises(Refused):
        read_json(_file(tmp_path, b"[1, 2]"))
