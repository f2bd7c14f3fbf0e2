"""Requirements of the connection profile: no secret, nothing weaker than it must be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.errors import Refused
from app.server.rules.profile import NO_CA, WEAK, Profile, check_profile, is_loopback
from app.server.rules.profile_file import (
    HOLDS_A_SECRET,
    NEWER_PROFILE,
    NOT_A_PROFILE,
    read_profile,
    write_profile,
)

CA = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"
FAR = Profile("Büro Nord", "db.example.org", "office", ca=CA)
NEAR = Profile("Büro Nord", "localhost", "office")


def _problems(text: str) -> list[str]:
    with pytest.raises(Refused) as refused:
        read_profile(text)
    return [problem.message for problem in refused.value.problems]


@pytest.mark.parametrize(
    "host", ["", "/run/postgresql", "localhost", "127.0.0.1", "127.9.9.9", "::1"]
)
def test_this_computer_is_known_by_all_its_names(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host", ["127.0.0.1,evil.org", "localhost.evil.org", "10.0.0.1", "127.1.org"]
)
def test_what_only_looks_like_this_computer_is_another(host: str) -> None:
    assert not is_loopback(host)


def test_a_profile_is_read_as_it_was_written() -> None:
    whole = replace(FAR, port=5433, login="petra_weber", in_keyring=True, ca=f"{CA}\n")
    assert read_profile(write_profile(whole)) == whole


@pytest.mark.parametrize("name", ['Büro "Nord"', "a\\b", "ä'''b", "名"])
def test_any_name_survives_the_file(name: str) -> None:
    assert read_profile(write_profile(replace(NEAR, name=name))).name == name


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "require", "verify-ca", "nonsense"])
def test_off_this_computer_nothing_weaker_than_the_full_check_is_taken(mode: str) -> None:
    (problem,) = check_profile(replace(FAR, sslmode=mode))
    assert (problem.message, problem.values["mode"]) == (WEAK, mode)


def test_off_this_computer_the_full_check_needs_no_asking() -> None:
    assert (check_profile(FAR), FAR.safe_mode) == ((), "verify-full")
    assert NEAR.safe_mode == "prefer"
    assert replace(NEAR, ca=CA).safe_mode == "verify-full"


def test_a_server_far_away_must_be_known_by_a_certificate() -> None:
    assert [problem.message for problem in check_profile(replace(FAR, ca=""))] == [NO_CA]


@pytest.mark.parametrize(
    "changed",
    [
        {"host": "db.example.org,evil.org"},
        {"host": "db example"},
        {"port": 0},
        {"port": 70000},
        {"database": ""},
        {"database": "office host=evil.org"},
        {"database": "postgresql://evil.org/office"},
        {"login": "Petra Weber"},
        {"name": "\0"},
    ],
)
def test_a_profile_that_leads_elsewhere_is_refused(changed: dict[str, object]) -> None:
    assert check_profile(replace(FAR, **changed))  # type: ignore[arg-type]  # wrong on purpose


def test_a_profile_with_a_password_is_refused() -> None:
    assert _problems(write_profile(NEAR) + 'password = "x"\n') == [HOLDS_A_SECRET]


@pytest.mark.parametrize(
    "text", ["", "nonsense", "format = 1", 'format = 1\nname = 3\ndatabase = "o"', "[a]\nb = 1"]
)
def test_another_file_is_no_profile(text: str) -> None:
    assert _problems(text) == [NOT_A_PROFILE]


def test_a_profile_of_a_newer_program_says_so() -> None:
    assert _problems(write_profile(NEAR).replace("format = 1", "format = 2")) == [NEWER_PROFILE]
