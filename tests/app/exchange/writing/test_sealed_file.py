"""Files that a password opens: AES-256, never readable on the disk, whole or not at all."""

from __future__ import annotations

import errno
import gc
import os
import zipfile
from typing import TYPE_CHECKING

import pytest
import pyzipper

from app.errors import Unavailable
from app.exchange.writing.new_file import FULL
from app.exchange.writing.rules import (
    NOT_FOR_EVERY_PROGRAM,
    PASSWORDS_DIFFER,
    ExportFormat,
    check_password,
)
from app.exchange.writing.sealed_file import SealedFile

if TYPE_CHECKING:
    from pathlib import Path

PASSWORD = "brook lantern apple"
SECRET = b"Erna Krause, Hauptstrasse 1"


def _sealed(folder: Path) -> SealedFile:
    file = SealedFile(folder / "list.zip", ExportFormat.CSV, PASSWORD)
    file.begin()
    return file


def _written(folder: Path) -> Path:
    file = _sealed(folder)
    file.add(SECRET)
    file.add(b" and more")
    file.finish()
    return folder / "list.zip"


def test_the_password_opens_it(tmp_path: Path) -> None:
    with pyzipper.AESZipFile(_written(tmp_path)) as archive:
        archive.setpassword(PASSWORD.encode())
        assert archive.testzip() is None
        assert archive.read("list.csv") == SECRET + b" and more"


def test_it_is_sealed_with_256_bits(tmp_path: Path) -> None:
    with zipfile.ZipFile(_written(tmp_path)) as archive:
        (entry,) = archive.infolist()

    assert (entry.compress_type, entry.flag_bits & 1) == (99, 1)
    # The extra field of AE-2: 0x9901, seven bytes, version 2, "AE", strength 3, deflated.
    assert bytes.fromhex("0199 0700 0200 4145 03 0800") in entry.extra
    assert entry.CRC == 0, "a checksum would tell what a short list says"


def test_no_other_password_opens_it(tmp_path: Path) -> None:
    with pyzipper.AESZipFile(_written(tmp_path)) as archive:
        archive.setpassword(b"brook lantern pear")
        with pytest.raises(RuntimeError):
            archive.read("list.csv")


def test_a_changed_archive_is_noticed(tmp_path: Path) -> None:
    path = _written(tmp_path)
    content = bytearray(path.read_bytes())
    content[70] ^= 1
    path.write_bytes(content)

    with pyzipper.AESZipFile(path) as archive:
        archive.setpassword(PASSWORD.encode())
        with pytest.raises(pyzipper.BadZipFile):
            archive.read("list.csv")


def test_nothing_is_readable_on_the_disk_while_it_is_written(tmp_path: Path) -> None:
    file = _sealed(tmp_path)
    # Random digits hardly shrink, so that the packer passes some of them on before the end.
    digits = os.urandom(200_000).hex().encode()
    file.add(digits)

    (aside,) = tmp_path.iterdir()
    assert aside.stat().st_size > 50_000
    assert digits[:32] not in aside.read_bytes()
    file.discard()


def test_what_is_discarded_leaves_nothing_and_no_complaint(tmp_path: Path) -> None:
    file = _sealed(tmp_path)
    file.add(SECRET)
    file.discard()
    del file
    gc.collect()

    assert list(tmp_path.iterdir()) == []


def test_what_never_began_can_be_discarded(tmp_path: Path) -> None:
    SealedFile(tmp_path / "list.zip", ExportFormat.CSV, PASSWORD).discard()

    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    file = _sealed(tmp_path)
    monkeypatch.setattr("app.exchange.writing.new_file.flush_file", fail)

    with pytest.raises(Unavailable) as trouble:
        file.finish()

    assert trouble.value.problem.message == FULL
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("password", "repeated", "field"),
    [
        ("", "", "password"),
        ("short", "short", "password"),
        ("aaaaaaaaaaaaaa", "aaaaaaaaaaaaaa", "password"),
        ("x" * 50 + "abcdefgh" * 7, "", "password"),
        (PASSWORD, "brook lantern pear", "repeated"),
    ],
)
def test_a_password_that_does_not_protect_is_refused(
    password: str, repeated: str, field: str
) -> None:
    (problem,) = check_password(password, repeated)

    assert problem.field == field


def test_a_good_password_is_taken() -> None:
    assert check_password(PASSWORD, PASSWORD) == ()


def test_letters_that_other_programs_write_differently_are_refused() -> None:
    (problem,) = check_password("Müllerstraße im Regen", "Müllerstraße im Regen")

    assert (problem.message, problem.field) == (NOT_FOR_EVERY_PROGRAM, "password")


def test_the_two_passwords_are_called_passwords() -> None:
    (problem,) = check_password(PASSWORD, "")

    assert problem.message == PASSWORDS_DIFFER
