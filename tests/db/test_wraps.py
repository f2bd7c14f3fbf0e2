"""Requirements of the wrapped copies of a data key."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import Refused
from db import wraps
from db.recovery import new_recovery_key
from db.wraps import by_key, by_passphrase, from_key, from_passphrase, from_recovery, wrap_all

KEY = bytes(range(32))
if TYPE_CHECKING:
    from collections.abc import Iterator

RECOVERY = new_recovery_key()
REAL = (wraps.MEMORY_KIB, wraps.PASSES)


@pytest.fixture(scope="module", autouse=True)
def _cheap_stretching() -> Iterator[None]:
    """Stretch passphrases cheaply; one test looks at the real cost."""
    with patch.object(wraps, "MEMORY_KIB", 64), patch.object(wraps, "PASSES", 1):
        yield


@settings(max_examples=50)
@given(st.binary(min_size=32, max_size=32), st.text(max_size=50))
def test_every_key_comes_back_with_every_passphrase_and_with_the_recovery_key(
    key: bytes, passphrase: str
) -> None:
    keys = wrap_all(key, RECOVERY, passphrase)
    assert from_passphrase(keys, passphrase) == key
    assert from_recovery(keys, RECOVERY.lower()) == key


@settings(max_examples=50)
@given(st.text(max_size=50))
def test_another_passphrase_opens_nothing(passphrase: str) -> None:
    keys = wrap_all(KEY, RECOVERY, "Anna wohnt am Rhein")
    assert from_passphrase(keys, passphrase) is None


def test_a_composed_and_a_decomposed_accent_are_the_same_passphrase() -> None:
    keys = wrap_all(KEY, RECOVERY, "größer")
    assert from_passphrase(keys, "gro\u0308ßer") == KEY


def test_another_offices_recovery_key_opens_nothing() -> None:
    assert from_recovery(wrap_all(KEY, RECOVERY, None), new_recovery_key()) is None


def test_a_mistyped_recovery_key_is_refused() -> None:
    mistyped = "Z" + RECOVERY[1:] if RECOVERY[0] != "Z" else "Y" + RECOVERY[1:]
    with pytest.raises(Refused, match="typing mistake"):
        from_recovery(wrap_all(KEY, RECOVERY, None), mistyped)


def test_without_a_passphrase_none_opens() -> None:
    assert from_passphrase(wrap_all(KEY, RECOVERY, None), "") is None


def test_no_two_wraps_of_a_key_are_alike() -> None:
    assert by_passphrase(KEY, "same words") != by_passphrase(KEY, "same words")


def test_a_key_under_a_key_comes_back() -> None:
    wrapped = by_key(KEY, b"k" * 32)
    assert from_key(wrapped, b"k" * 32) == KEY
    assert from_key(wrapped, b"x" * 32) is None
    assert KEY.hex() not in wrapped


def test_stretching_a_passphrase_takes_64_mebibytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wraps, "MEMORY_KIB", REAL[0])
    monkeypatch.setattr(wraps, "PASSES", REAL[1])
    wrap = by_passphrase(KEY, "vier Wörter für Anna")
    assert (wrap.memory_kib, wrap.passes, wrap.lanes) == (65536, 3, 4)
