"""A second start of the same office raises the first window and ends."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from ui.single_instance import SingleInstance, place_name, raise_first

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

_SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.single_instance import SingleInstance, raise_first
app = QCoreApplication([])
run, office = Path(sys.argv[1]), Path(sys.argv[2])
sys.exit(0 if SingleInstance(run).claim(office) else 10 + raise_first(office))
"""


def _second_start(run: Path, office: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", _SECOND, str(run), str(office)])


def test_a_second_start_of_the_same_office_raises_the_first_window(
    tmp_path: Path, qtbot: QtBot
) -> None:
    first = SingleInstance(tmp_path / "run")
    assert first.claim(tmp_path / "office")
    first.listen()
    with qtbot.waitSignal(first.raise_wanted, timeout=10_000):
        second = _second_start(tmp_path / "run", tmp_path / "office")
    assert second.wait(10) == 11
    first.release()


def test_another_office_may_be_open_at_the_same_time(tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot
    first = SingleInstance(tmp_path / "run")
    assert first.claim(tmp_path / "office")
    assert _second_start(tmp_path / "run", tmp_path / "other").wait(10) == 0
    first.release()


def test_a_place_is_free_again_after_the_window_closed(tmp_path: Path) -> None:
    first = SingleInstance(tmp_path / "run")
    assert first.claim(None)
    first.release()
    second = SingleInstance(tmp_path / "run")
    assert second.claim(None)
    second.release()


def test_a_window_that_takes_another_office_is_heard_there(tmp_path: Path, qtbot: QtBot) -> None:
    window = SingleInstance(tmp_path / "run")
    assert window.claim(None)
    window.listen()
    assert window.claim(tmp_path / "office")
    with qtbot.waitSignal(window.raise_wanted, timeout=10_000):
        second = _second_start(tmp_path / "run", tmp_path / "office")
    assert second.wait(10) == 11
    window.release()


def test_a_silent_first_window_is_not_waited_for_for_ever(tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot
    assert not raise_first(tmp_path / "nobody", patience_ms=0)


def test_two_persons_and_two_offices_have_different_places(tmp_path: Path) -> None:
    names = {place_name(None), place_name(tmp_path / "a"), place_name(tmp_path / "b")}
    assert len(names) == 3
    assert place_name(tmp_path / "a") == place_name(tmp_path / "b" / ".." / "a")
