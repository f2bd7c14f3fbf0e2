"""Files that somebody chose: whole or not at all, private, troubles in one sentence."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

import pytest

from app.errors import Unavailable
from app.exchange.writing.new_file import CLOSED, FULL, GONE, NewFile

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_appears_when_it_is_complete(tmp_path: Path) -> None:
    file = NewFile(tmp_path / "list.csv")
    file.begin()
    file.add(b"one ")
    file.add(b"two")
    assert not file.path.exists()

    file.finish()

    assert file.path.read_bytes() == b"one two"
    assert os.listdir(tmp_path) == ["list.csv"]  # noqa: PTH208 - names only


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_only_its_owner_reads_it(tmp_path: Path) -> None:
    file = NewFile(tmp_path / "list.csv")
    file.begin()
    (aside,) = tmp_path.iterdir()

    assert stat.S_IMODE(aside.stat().st_mode) == 0o600
    file.finish()
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600


def test_what_is_discarded_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("old")
    file = NewFile(tmp_path / "list.csv")
    file.begin()
    file.add(b"half")

    file.discard()

    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.ENOSPC, FULL),
        (errno.EDQUOT, FULL),
        (errno.EROFS, CLOSED),
        (errno.EACCES, CLOSED),
        (errno.EIO, GONE),
    ],
)
def test_a_disk_that_cannot_says_why_and_keeps_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, sentence: str
) -> None:
    def fail(*_args: object) -> None:
        raise OSError(code, os.strerror(code))

    file = NewFile(tmp_path / "list.csv")
    file.begin()
    monkeypatch.setattr("app.exchange.writing.new_file.flush_file", fail)

    with pytest.raises(Unavailable) as trouble:
        file.finish()

    assert trouble.value.problem.message == sentence
    assert trouble.value.remedy.message
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="no limit of file sizes to set")
def test_a_full_disk_is_a_sentence(tmp_path: Path) -> None:
    import resource  # noqa: PLC0415 - not on Windows
    import signal  # noqa: PLC0415 - as above

    file = NewFile(tmp_path / "list.csv")
    file.begin()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(Unavailable) as trouble:
            file.add(b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)

    assert trouble.value.problem.message == FULL
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as trouble:
        NewFile(tmp_path / "gone" / "list.csv").begin()

    assert trouble.value.problem.message == GONE


def test_a_folder_in_its_place_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "list.csv").mkdir()
    file = NewFile(tmp_path / "list.csv")
    file.begin()

    with pytest.raises(Unavailable) as trouble:
        file.finish()

    assert trouble.value.problem.message == CLOSED
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]
