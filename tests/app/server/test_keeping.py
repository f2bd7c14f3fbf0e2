"""Requirements of what this computer keeps of a shared office: its profile, never its password."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import Refused, Unavailable
from app.server.joining import (
    Credentials,
    credentials_from_keyring,
    forget_password,
    keep_profile,
    read_profile_file,
    remember_password,
    ways_into,
)
from app.server.places import is_joined, place_exists, place_of, place_title
from app.server.rules.profile import Profile
from app.server.rules.profile_file import write_profile
from db import keyring_store

if TYPE_CHECKING:
    from pathlib import Path

NORTH = Profile("Büro Nord", "localhost", "office")
PETRA = Credentials("petra_weber", "four plain words here")


class _Keyring:
    """A keyring that remembers as long as it lives."""

    kept: dict[tuple[str, str], str]

    def __init__(self) -> None:
        self.kept = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> _Keyring:
    """A trusted keyring."""
    found = _Keyring()
    monkeypatch.setattr(keyring_store, "trusted_backends", lambda: iter([found]))
    monkeypatch.setattr(keyring_store, "is_allowed", lambda _backend: True)
    return found


@pytest.fixture
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without a trusted keyring."""
    monkeypatch.setattr(keyring_store, "trusted_backends", lambda: iter(()))


def test_a_kept_profile_says_who_comes_and_is_called_like_the_office() -> None:
    place = keep_profile(NORTH, "petra_weber")

    assert read_profile_file(place).login == "petra_weber"
    assert (place_title(place), is_joined(place), place_exists(place)) == ("Büro Nord", True, True)
    ways = ways_into(place)
    assert (ways.is_shared, ways.login, ways.keyring) == (True, "petra_weber", False)


@pytest.mark.parametrize("name", ["../../etc", "a/b\\c:d", "CON|?*", "...", "名" * 90])
def test_the_name_of_an_office_never_leads_elsewhere(name: str) -> None:
    place = keep_profile(Profile(name, "localhost", "office"), "petra_weber")
    assert is_joined(place.resolve())
    assert read_profile_file(place).name == name


def test_an_office_that_changed_its_name_is_kept_once() -> None:
    old = keep_profile(NORTH, "petra_weber")
    new = keep_profile(Profile("Büro Süd", "localhost", "office"), "petra_weber")
    assert (old.exists(), new.exists(), new.parent == old.parent) == (False, True, True)


def test_a_profile_that_was_sent_is_not_joined_yet(tmp_path: Path) -> None:
    sent = tmp_path / "office.nahbar"
    sent.write_text(write_profile(NORTH), encoding="utf-8")
    assert (is_joined(sent), place_of(sent)) == (False, sent)


def test_a_keyring_remembers_and_forgets_the_password(keyring: _Keyring) -> None:
    place = keep_profile(NORTH, PETRA.login)
    assert remember_password(place, PETRA)
    assert ways_into(place).keyring
    assert credentials_from_keyring(place) == PETRA
    assert PETRA.password.encode() not in place.read_bytes()

    forget_password(place)
    assert (keyring.kept, ways_into(place).keyring) == ({}, False)


@pytest.mark.usefixtures("no_keyring")
def test_without_a_trusted_keyring_nothing_is_remembered() -> None:
    place = keep_profile(NORTH, PETRA.login)
    assert not remember_password(place, PETRA)
    assert not ways_into(place).keyring
    with pytest.raises(Unavailable):
        credentials_from_keyring(place)


def test_a_password_is_never_shown_by_accident() -> None:
    assert PETRA.password not in repr(PETRA)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"x" * 300_000, b"\0"])
def test_a_file_that_is_no_profile_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "office.nahbar"
    file.write_bytes(content)
    with pytest.raises(Refused):
        read_profile_file(file)
    with pytest.raises(Unavailable):
        read_profile_file(tmp_path / "missing.nahbar")
