"""Requirements of the ways to the data key."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from app.admin.offices import (
    change_passphrase,
    check_recovery_key,
    key_from_file,
    key_from_passphrase,
    key_from_recovery,
    new_recovery_key,
    ways_in,
)
from app.errors import Refused, Unavailable
from tests.factories.offices import PASSPHRASE, an_office

if TYPE_CHECKING:
    from pathlib import Path

    from app.admin.rules import CreatedOffice


@pytest.fixture
def made(tmp_path: Path) -> CreatedOffice:
    """A closed office."""
    return an_office(tmp_path / "office")


def key_file(folder: Path, text: str, mode: int = 0o600) -> Path:
    file = folder / "key"
    file.write_text(text)
    file.chmod(mode)
    return file


def test_the_ways_in_are_told_without_a_key(made: CreatedOffice) -> None:
    ways = ways_in(made.folder / "office.db")
    assert (ways.keyring, ways.passphrase, ways.recovery, ways.is_demo) == (
        False,
        True,
        True,
        False,
    )


def test_passphrase_and_recovery_key_lead_to_the_same_data_key(made: CreatedOffice) -> None:
    assert key_from_passphrase(made.folder, PASSPHRASE) == made.key
    assert key_from_recovery(made.folder, made.recovery_key.lower()) == made.key


def test_another_offices_recovery_key_is_refused(made: CreatedOffice) -> None:
    with pytest.raises(Refused, match="belongs to another office"):
        key_from_recovery(made.folder, new_recovery_key())


def test_a_retyped_recovery_key_is_tidied() -> None:
    key = new_recovery_key()
    assert check_recovery_key(key.lower().replace("-", " ")) == key


def test_changing_the_passphrase_does_not_touch_the_data(made: CreatedOffice) -> None:
    before = (made.folder / "office.db").read_bytes()
    change_passphrase(made.folder, made.key, "ganz andere Wörter")
    assert (made.folder / "office.db").read_bytes() == before
    assert key_from_passphrase(made.folder, "ganz andere Wörter") == made.key
    with pytest.raises(Refused, match="does not open the office"):
        key_from_passphrase(made.folder, PASSPHRASE)
    assert key_from_recovery(made.folder, made.recovery_key) == made.key


def test_an_office_may_do_without_a_passphrase(made: CreatedOffice) -> None:
    change_passphrase(made.folder, made.key, None)
    assert not ways_in(made.folder).passphrase
    with pytest.raises(Refused):
        key_from_passphrase(made.folder, PASSPHRASE)


def test_a_weak_passphrase_and_a_wrong_key_change_nothing(made: CreatedOffice) -> None:
    before = (made.folder / "keys.json").read_bytes()
    with pytest.raises(Refused) as refused:
        change_passphrase(made.folder, made.key, "kurz")
    assert refused.value.problems[0].field == "passphrase"
    with pytest.raises(Refused, match="does not open the office"):
        change_passphrase(made.folder, bytes(32), "ganz andere Wörter")
    assert (made.folder / "keys.json").read_bytes() == before


def test_the_key_file_beside_the_office_is_the_owners_alone(made: CreatedOffice) -> None:
    change_passphrase(made.folder, made.key, None)
    assert (made.folder / "keys.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_key_file_holds_digits_a_recovery_key_or_a_passphrase(
    made: CreatedOffice, tmp_path: Path, end: str
) -> None:
    assert key_from_file(key_file(tmp_path, made.key.hex() + end)) == made.key
    for text in (made.recovery_key, PASSPHRASE):
        assert key_from_file(key_file(tmp_path, text + end), made.folder) == made.key


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o620])
def test_a_key_file_that_others_can_read_is_refused(
    made: CreatedOffice, tmp_path: Path, mode: int
) -> None:
    with pytest.raises(Refused, match="mode 600"):
        key_from_file(key_file(tmp_path, made.key.hex(), mode))


@pytest.mark.parametrize("text", ["", "nonsense", "00" * 31, "x" * 20_000])
def test_a_file_without_a_key_is_refused(made: CreatedOffice, tmp_path: Path, text: str) -> None:
    with pytest.raises(Refused):
        key_from_file(key_file(tmp_path, text))
    with pytest.raises(Refused):
        key_from_file(key_file(tmp_path, text), made.folder)


def test_a_key_file_of_bytes_is_refused(tmp_path: Path) -> None:
    file = key_file(tmp_path, "")
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Refused, match="does not hold a key"):
        key_from_file(file)


def test_a_missing_key_file_is_a_plain_message(tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        key_from_file(tmp_path / "gone")
