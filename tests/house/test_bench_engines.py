"""What `make bench` compares with is installed for it alone, and never stands in the way."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.tools import engines, prepare

PACKAGES = ["libreoffice-writer-nogui", "libpangoft2-1.0-0", "libharfbuzz-subset0"]


@pytest.fixture(autouse=True)
def _nothing_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("shutil.which", lambda name: name if name == "apt-get" else None)
    monkeypatch.setattr(engines, "_loads", lambda _name: False)


def test_measurements_alone_want_other_engines() -> None:
    assert prepare.WANTED == {"run": ".", "test": ".[dev]", "bench": ".[dev,bench]"}


def test_root_gets_them_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []
    monkeypatch.setattr("os.geteuid", lambda: 0, raising=False)

    def call(line: list[str], **_more: object) -> int:
        calls.append(line)
        return 0

    monkeypatch.setattr(subprocess, "call", call)
    engines.install_engines()

    assert [call[-1] for call in calls] == PACKAGES


def test_a_package_that_is_not_to_be_had_keeps_no_other_away(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calls: list[str] = []
    monkeypatch.setattr("os.geteuid", lambda: 0, raising=False)

    def call(line: list[str], **_more: object) -> int:
        calls.append(line[-1])
        return int("subset" in line[-1])

    monkeypatch.setattr(subprocess, "call", call)
    engines.install_engines()

    assert calls == [*PACKAGES, "update", "libharfbuzz-subset0"]
    assert capsys.readouterr().out.splitlines()[-1].endswith("without: libharfbuzz-subset0")


def test_nothing_is_installed_where_nothing_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(engines, "_loads", lambda _name: True)
    monkeypatch.setattr(subprocess, "call", lambda *_line, **_more: pytest.fail("nothing to do"))
    engines.install_engines()

    assert capsys.readouterr().out == ""


def test_who_cannot_install_them_is_told_what_is_not_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    engines.install_engines()

    assert f"without: {' '.join(PACKAGES)}" in capsys.readouterr().out
