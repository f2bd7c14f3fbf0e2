"""The arguments are stable and what is wrong with them is said in one sentence."""

from __future__ import annotations

import re
from importlib.metadata import version

import pytest

from app.command_line.exits import Exit
from app.command_line.parser import VERBS, parser
from app.command_line.run import run
from app.command_line.version import ShowVersion


def test_the_verbs_stand_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0

    said = capsys.readouterr().out
    assert [verb for verb in VERBS if not re.search(rf"^    {verb} ", said, re.MULTILINE)] == []


def test_every_exit_code_stands_in_the_help() -> None:
    said = parser().format_help()

    assert [code for code in Exit if not re.search(rf"^  {code.value} ", said, re.MULTILINE)] == []


def test_demo_makes_two_hundred_clients_with_seed_one() -> None:
    arguments = parser().parse_args(["demo", "there"])

    assert (arguments.clients, arguments.seed, arguments.country) == (200, 1, "de")


@pytest.mark.parametrize(
    "given",
    [
        ["nonsense"],
        ["check"],
        ["demo", "there", "--clients", "many"],
        ["letter", "office", "--client", "no-id", "--template", "a", "--lang", "de", "--out", "f"],
        ["check", "office", "--key", "00"],
        ["demo", "there", "--country", "se"],
    ],
)
def test_arguments_that_make_no_sense_end_with_two_and_one_line(
    given: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(given) == Exit.USAGE

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.startswith("nahbar")


def test_a_key_is_never_an_argument(capsys: pytest.CaptureFixture[str]) -> None:
    for verb in VERBS:
        run([verb, "--help"])

    options = re.findall(r"--[a-z-]*(?:key|pass)[a-z-]*", capsys.readouterr().out)

    assert set(options) == {"--key-file", "--passphrase-file"}


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr() == (f"nahbar {version('nahbar')}\n", "")


def test_the_version_is_looked_up_only_when_it_is_asked_for() -> None:
    asked = [action for action in parser()._actions if isinstance(action, ShowVersion)]

    assert [action.option_strings for action in asked] == [["--version"]]
