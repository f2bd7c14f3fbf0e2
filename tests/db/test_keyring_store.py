"""Requirements of keyrings: only trusted ones, and never one that was not read back."""

from __future__ import annotations

import subprocess
import sys

import pytest
from keyring.backends import fail, null

from db.keyring_store import (
    ALLOWED,
    KeyringUnavailable,
    forget,
    is_allowed,
    recall,
    remember,
    trusted_backends,
)
from tests.factories.keyrings import Dismissed, Forgetful, Lying, Plain, Trusted

KEY = bytes(range(32))

SCAN = """
import sys
from db.keyring_store import trusted_backends
list(trusted_backends())
import keyring.core
assert keyring.core._keyring_backend is None, "keyrings were searched for"
sys.exit(0)
"""

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="bears the name of a Linux keyring")


@on_linux
def test_a_trusted_keyring_remembers_recalls_and_forgets() -> None:
    backend = Trusted()
    assert remember("office", KEY, [backend])
    assert recall("office", [backend]) == KEY
    assert recall("another", [backend]) is None
    forget("office", [backend])
    forget("office", [backend])
    assert recall("office", [backend]) is None


@on_linux
def test_a_keyring_holds_64_digits_under_a_name_with_the_office() -> None:
    backend = Trusted()
    remember("abc", KEY, [backend])
    assert backend.written == {("nahbar-abc", "data key"): KEY.hex()}


@pytest.mark.parametrize("kind", [Forgetful, Lying, Dismissed, Plain])
def test_a_keyring_that_cannot_be_trusted_remembers_nothing(kind: type[Trusted]) -> None:
    assert not remember("office", KEY, [kind()])


@pytest.mark.parametrize("kind", [null.Keyring, fail.Keyring, Plain])
def test_unknown_null_and_plain_keyrings_are_never_asked(kind: type[Trusted]) -> None:
    backend = kind()
    assert not is_allowed(backend)
    assert not remember("office", KEY, [backend])
    with pytest.raises(KeyringUnavailable):
        recall("office", [backend])


@on_linux
@pytest.mark.parametrize("found", ["", "zz", "00" * 31, "x" * 64])
def test_what_is_no_key_is_not_taken_for_one(found: str) -> None:
    backend = Trusted()
    backend.set_password("nahbar-office", "data key", found)
    assert recall("office", [backend]) is None


def test_the_list_of_trusted_keyrings_names_real_encrypting_ones_only() -> None:
    names = {name for _platform, name, _kind in ALLOWED}
    assert all(name.startswith("keyring.backends.") for name in names)
    assert not any(word in name for name in names for word in ("null", "fail", "alt", "chainer"))


def test_whatever_is_found_on_this_computer_is_trusted() -> None:
    assert all(is_allowed(backend) for backend in trusted_backends())


def test_installed_keyrings_are_not_searched_for() -> None:
    done = subprocess.run([sys.executable, "-c", SCAN], check=False, capture_output=True)
    assert done.returncode == 0, done.stderr
