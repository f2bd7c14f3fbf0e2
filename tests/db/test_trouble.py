"""Requirements of the sentences for troubles of disk and database."""

from __future__ import annotations

import errno
import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest
import sqlcipher3.dbapi2 as cipher
from sqlalchemy.exc import OperationalError

from app.errors import Unavailable
from db.trouble import as_unavailable, nearer_cause, plain_trouble

if TYPE_CHECKING:
    from pathlib import Path


class Usage(NamedTuple):
    """What the system tells of a disk."""

    free: int


def said(error: BaseException, folder: Path | None = None) -> str:
    with pytest.raises(Unavailable) as trouble, plain_trouble(folder):
        raise error
    assert trouble.value.remedy.message
    return str(trouble.value)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("database is locked", "Another program is using"),
        ("database or disk is full", "The disk is full"),
        ("attempt to write a readonly database", "can only be read"),
        ("database disk image is malformed", "damaged"),
        ("file is not a database", "damaged"),
        ("disk I/O error", "cannot be reached"),
        ("unable to open database: /x", "cannot be reached"),
    ],
)
def test_each_known_error_of_the_database_has_a_sentence(text: str, sentence: str) -> None:
    raw = cipher.OperationalError(text)
    assert sentence in said(raw)
    assert sentence in str(as_unavailable(OperationalError("SELECT", None, raw)))
    assert sentence in said(OperationalError("SELECT", None, raw))


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EDQUOT, "The disk is full"),
        (errno.EROFS, "can only be read"),
        (errno.EACCES, "can only be read"),
        (errno.EIO, "cannot be reached"),
        (errno.ENOENT, "cannot be reached"),
    ],
)
def test_each_error_of_the_disk_has_a_sentence(code: int, sentence: str) -> None:
    assert sentence in said(OSError(code, "x"))


def test_a_programming_error_stays_one() -> None:
    bug = OperationalError("SELECT", None, cipher.OperationalError("no such table: clint"))
    assert as_unavailable(bug) is bug
    with pytest.raises(OperationalError), plain_trouble():
        raise bug
    with pytest.raises(cipher.OperationalError, match="no such table"), plain_trouble():
        raise cipher.OperationalError("no such table: clint")  # noqa: EM101, TRY003 - of the driver
    with pytest.raises(KeyError), plain_trouble():
        raise KeyError


def test_a_full_disk_is_recognised_where_the_database_does_not_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = cipher.OperationalError("disk I/O error")
    assert "cannot be reached" in said(error, tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: Usage(free=0))
    assert "The disk is full" in said(error, tmp_path)
    assert "cannot be reached" in said(error, tmp_path / "gone")


def test_another_trouble_is_left_as_it_is(tmp_path: Path) -> None:
    trouble = Unavailable("Something else.")
    assert nearer_cause(trouble, tmp_path) is trouble
