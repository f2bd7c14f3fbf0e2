"""Start-up decides between window, verb and first day without a display."""

from __future__ import annotations

import gc
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from app import __main__ as start

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@pytest.fixture
def _no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What was started instead of really starting it."""
    found: list[object] = []

    def window(_settings: object, office: object) -> int:
        found.append(("window", office))
        return 0

    def verb(given: Sequence[str]) -> int:
        found.append(("verb", *given))
        return 0

    def first_day(folder: object, _paint: object) -> object:
        found.append(("first day", folder))
        raise KeyboardInterrupt

    monkeypatch.setattr("ui.start.run", window)
    monkeypatch.setattr("app.command_line.run.run", verb)
    monkeypatch.setattr("app.command_line.headless.first_day", first_day)
    return found


def test_nothing_looks_for_garbage_while_the_window_is_brought() -> None:
    gc.enable()

    start.bring_window()

    assert not gc.isenabled()


def test_without_arguments_the_window_opens(
    done: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")

    assert start.main([]) == 0
    assert done == [("window", None)]


@pytest.mark.parametrize("name", ["", "office.db"])
def test_a_folder_opens_the_window_on_its_office(
    name: str, done: list[object], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")

    assert start.main([str(tmp_path / name)]) == 0
    assert done == [("window", tmp_path / name)]


def test_a_verb_is_a_verb_even_where_a_folder_has_its_name(
    done: list[object], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "check").mkdir()
    monkeypatch.chdir(tmp_path)

    assert start.main(["check"]) == 0
    assert done == [("verb", "check")]


def test_options_and_unknown_words_are_left_to_the_command_line(done: list[object]) -> None:
    start.main(["--version"])
    start.main(["nonsense"])

    assert done == [("verb", "--version"), ("verb", "nonsense")]


@pytest.mark.usefixtures("_no_display")
def test_without_a_display_the_first_day_is_done_below_build(done: list[object]) -> None:
    start.main([])

    assert done == [("first day", start.HEADLESS_FOLDER)]


@pytest.mark.usefixtures("_no_display")
def test_without_a_display_an_office_cannot_be_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start.main([str(tmp_path)]) == 3
    assert "display" in capsys.readouterr().err


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_windows_and_macos_always_have_a_display(
    system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", system)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    assert start.has_display()


def test_start_up_imports_nothing_slow() -> None:
    slow = ("PySide6", "sqlalchemy", "argparse", "reportlab", "alembic", "keyring", "tomllib")
    look = f"import sys, app.__main__; print([n for n in {slow!r} if n in sys.modules])"

    said = subprocess.run(
        [sys.executable, "-c", look], capture_output=True, text=True, check=True, timeout=60
    )

    assert said.stdout == "[]\n"
