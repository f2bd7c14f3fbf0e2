"""What `make bench` compares with is installed for it alone, and never stands in the way."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.tools import engines, prepare


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

    assert [call[-2:] for call in calls] == [["libreoffice-writer-nogui", "libpangoft2-1.0-0"]]


def test_who_cannot_install_them_is_told_what_is_not_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    engines.install_engines()

    assert "Not measured without these packages: libreoffice" in capsys.readouterr().out
