"""The start of the window: which office it opens, and what it says when a second one comes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from app.admin.offices import create_office
from app.settings import Settings, data_folder
from tests.factories.offices import office_values
from ui.single_instance import SingleInstance
from ui.start import office_folder

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[2]
_MILESTONES = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from app.settings import load
from ui.start import Milestones, run

reached = []
milestones = Milestones()
milestones.painted.connect(lambda: reached.append("painted"))
milestones.filled.connect(lambda: (reached.append("filled"), QApplication.closeAllWindows()))
code = run(load(), Path(sys.argv[1]), milestones)
print(code, *reached)
"""
_PICTURE = """
import sys
from pathlib import Path
from app.settings import Settings
from ui.start import paint

paint(Settings(language="en", theme="light"), Path(sys.argv[1]), Path(sys.argv[2]))
"""


def _demo(folder: Path) -> Path:
    made = create_office(folder, office_values(), passphrase=None, use_keyring=False, is_demo=True)
    return made.folder


def _python(code: str, *arguments: object, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NAHBAR_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_window_is_painted_before_its_first_page_is_filled(tmp_path: Path) -> None:
    done = _python(_MILESTONES, _demo(tmp_path / "demo"), home=tmp_path / "home")
    assert done.stdout.split() == ["0", "painted", "filled"], done.stderr


def test_a_picture_of_the_window_can_be_painted_without_a_screen(tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    done = _python(_PICTURE, _demo(tmp_path / "demo"), picture, home=tmp_path / "home")
    assert done.returncode == 0, done.stderr
    assert QImage(str(picture)).width() == 1366


def test_a_second_start_raises_the_first_window_and_ends_well(tmp_path: Path, qtbot: QtBot) -> None:
    office = _demo(tmp_path / "demo")
    first = SingleInstance(data_folder() / "run")
    assert first.claim(office)
    first.listen()
    code = "import sys\nfrom pathlib import Path\nfrom app.settings import load\n"
    code += "from ui.start import run\nsys.exit(run(load(), Path(sys.argv[1])))"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with qtbot.waitSignal(first.raise_wanted, timeout=20_000):
        second = subprocess.Popen([sys.executable, "-c", code, office], cwd=ROOT, env=environment)
    assert second.wait(20) == 0
    first.release()


def test_the_office_of_last_time_is_opened_unless_another_is_named(tmp_path: Path) -> None:
    last, other = _demo(tmp_path / "last"), tmp_path / "other"
    settings = Settings(last_office=str(last))
    assert office_folder(settings, None) == last
    assert office_folder(settings, other) == other
    assert office_folder(settings, other / "office.db") == other


def test_an_office_that_was_moved_away_is_not_opened_by_itself(tmp_path: Path) -> None:
    assert office_folder(Settings(last_office=str(tmp_path / "gone")), None) is None
    assert office_folder(Settings(), None) is None
