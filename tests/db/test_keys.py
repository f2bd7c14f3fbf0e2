"""Requirements of the key file."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.errors import Unavailable
from db.keys import (
    KeyFile,
    KeySet,
    Wrap,
    derived,
    fingerprint,
    format_keys,
    new_data_key,
    parse_keys,
    read_keys,
    write_keys,
)

if TYPE_CHECKING:
    from pathlib import Path

KEY, OTHER = bytes(range(32)), bytes(32)
WAYS = KeySet(fingerprint(KEY), Wrap("aa", "bb"), Wrap("cc", "dd", 65536, 3, 4))
KEYS = KeyFile("0" * 32, WAYS)
BOTH = replace(KEYS, coming=replace(WAYS, check=fingerprint(OTHER)), coming_wrap="ee")


@pytest.mark.parametrize("keys", [KEYS, BOTH, replace(KEYS, in_keyring=True)])
def test_a_key_file_reads_as_it_was_written(tmp_path: Path, keys: KeyFile) -> None:
    write_keys(tmp_path / "keys.json", keys)
    assert read_keys(tmp_path / "keys.json") == keys
    assert (tmp_path / "keys.json").stat().st_mode & 0o777 == 0o600


def test_the_fingerprint_recognises_a_key_and_does_not_hold_it() -> None:
    assert KEYS.fits(KEY)
    assert not KEYS.fits(OTHER)
    assert KEY.hex()[:8] not in format_keys(KEYS).decode()
    assert derived(KEY, "one") != derived(KEY, "two")


def test_while_keys_are_exchanged_both_are_known() -> None:
    assert BOTH.knows(KEY)
    assert BOTH.knows(OTHER)
    assert not KEYS.knows(OTHER)
    assert BOTH.without_coming() == KEYS


def test_data_keys_are_random() -> None:
    assert len(new_data_key()) == 32
    assert new_data_key() != new_data_key()


def test_a_newer_key_file_asks_for_a_newer_program() -> None:
    values = json.loads(format_keys(KEYS)) | {"format": 2}
    with pytest.raises(Unavailable, match="newer version"):
        parse_keys(json.dumps(values).encode())


@pytest.mark.parametrize("content", [b"", b"null", b"[]", b'{"format": 1}', b'{"format": "x"}'])
def test_a_damaged_key_file_is_a_plain_message(content: bytes) -> None:
    with pytest.raises(Unavailable, match="damaged"):
        parse_keys(content)
