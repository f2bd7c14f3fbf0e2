"""A fresh machine is set up by the verbs, or is told in one line what it lacks."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.house.sources import ROOT
from tests.tools import prepare, system

if TYPE_CHECKING:
    from pathlib import Path

Calls = list[list[str]]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """Commands that would have been run, each of which succeeds."""
    made: Calls = []

    def call(command: list[str], **_options: object) -> int:
        made.append([str(part) for part in command])
        return 0

    def run(command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, call(command, **options))

    monkeypatch.setattr(subprocess, "call", call)
    monkeypatch.setattr(subprocess, "run", run)
    return made


def _be_on_debian(monkeypatch: pytest.MonkeyPatch, *, user: int) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")


def test_a_person_without_rights_reads_the_command_in_one_line(
    monkeypatch: pytest.MonkeyPatch, calls: Calls
) -> None:
    _be_on_debian(monkeypatch, user=1000)

    with pytest.raises(SystemExit) as told:
        system.install(["xvfb", "libegl1"])

    assert str(told.value).endswith("sudo apt-get install xvfb libegl1")
    assert "\n" not in str(told.value)
    assert calls == []


def test_root_on_debian_gets_the_packages_installed(
    monkeypatch: pytest.MonkeyPatch, calls: Calls, capsys: pytest.CaptureFixture[str]
) -> None:
    _be_on_debian(monkeypatch, user=0)

    system.install(["xvfb"])

    assert calls == [["apt-get", "install", "-y", "--no-install-recommends", "xvfb"]]
    assert "xvfb" in capsys.readouterr().out


def test_missing_libraries_and_tools_are_named_by_their_packages(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(system, "_loads", lambda name: name != "libEGL.so.1")
    monkeypatch.setattr("shutil.which", lambda name: None if name == "Xvfb" else name)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system, "_SERVERS", tmp_path)

    assert system.missing_packages(tests=True) == ["libegl1", "xvfb", "postgresql"]
    assert system.missing_packages(tests=False) == ["libegl1"]


def test_other_systems_lack_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "_loads", lambda _name: False)
    monkeypatch.setattr(sys, "platform", "darwin")

    assert system.missing_packages(tests=True) == []


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calls: Calls) -> Path:
    """A folder of the project with a working .venv, where nothing is really installed."""
    for name in ("constraints.txt", "pyproject.toml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(prepare, "ROOT", tmp_path)
    monkeypatch.setattr(prepare, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(prepare, "CONSTRAINTS", tmp_path / "constraints.txt")
    monkeypatch.setattr(system, "missing_packages", lambda **_options: [])
    monkeypatch.setattr(prepare, "_works", lambda _python: True)
    return tmp_path


def test_exact_versions_are_installed_once(place: Path, calls: Calls) -> None:
    prepare.prepare("test")
    first = len(calls)
    prepare.prepare("test")

    assert first == len(calls) == 2
    assert calls[0][-1].startswith("setuptools==")
    assert calls[1][-4:] == ["-c", str(place / "constraints.txt"), "-e", ".[dev]"]


def test_changed_versions_are_installed_again(place: Path, calls: Calls) -> None:
    prepare.prepare("run")
    with (place / "constraints.txt").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    prepare.prepare("run")

    assert [call[-1] for call in calls].count(".") == 2


def test_a_broken_environment_is_made_again(
    place: Path, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepare, "_works", lambda _python: False)

    prepare.prepare("run")

    assert calls[0][1:] == ["-m", "venv", "--clear", str(place / ".venv")]


def test_make_help_names_every_verb() -> None:
    said = subprocess.run(
        ["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    verbs = {line.split()[0] for line in said.splitlines()}

    assert verbs >= {"run", "test", "check", "fix", "bench", "screenshots", "translate", "package"}
    assert all(re.match(r"\S+ +\S", line) for line in said.splitlines())


def test_ci_calls_make_test_and_nothing_else() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if line and not line.startswith("#")] == [
        'cd "$(dirname "$0")/.." && exec make test'
    ]
