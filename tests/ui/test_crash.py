"""A bug shows everything, sends nothing, and writes no values to the log."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.settings import log_folder
from tests.ui.widgets.hands import click
from ui import crash
from ui.crash_window import CrashWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.crash import CrashHook


@pytest.fixture
def hook(qapp: QApplication) -> Iterator[CrashHook]:
    """The hook in place, and Python's own put back afterwards."""
    before = sys.excepthook, threading.excepthook
    yield crash.install(qapp)
    sys.excepthook, threading.excepthook = before


def fail_on_hildegard() -> None:
    name = "Hildegard Schäfer"
    raise ValueError(name)


def with_window(look: Callable[[CrashWindow], object]) -> list[CrashWindow]:
    """Look at the next crash window, and close it."""
    seen: list[CrashWindow] = []

    def find() -> None:
        window = QApplication.activeModalWidget()
        if not isinstance(window, CrashWindow):
            QTimer.singleShot(10, find)
            return
        seen.append(window)
        look(window)
        window.accept()

    QTimer.singleShot(0, find)
    return seen


def raise_through_hook() -> None:
    try:
        fail_on_hildegard()
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def report_of(window: CrashWindow) -> str:
    view = window.findChild(QPlainTextEdit)
    assert view is not None
    return view.toPlainText()


def test_the_whole_report_is_shown(hook: CrashHook, qtbot: QtBot) -> None:
    reports: list[str] = []
    with_window(lambda window: reports.append(report_of(window)))
    raise_through_hook()
    qtbot.waitUntil(lambda: bool(reports))
    assert "ValueError: Hildegard Schäfer" in reports[0]
    assert "fail_on_hildegard" in reports[0]


def test_the_log_names_the_line_but_no_value(hook: CrashHook, qtbot: QtBot) -> None:
    seen = with_window(lambda _window: None)
    raise_through_hook()
    qtbot.waitUntil(lambda: bool(seen))
    log = (log_folder() / crash.LOG_FILE).read_text(encoding="utf-8")
    assert "ValueError" in log
    assert "fail_on_hildegard" in log
    assert "Hildegard" not in log


def test_an_error_in_a_thread_is_shown_on_the_screen(hook: CrashHook, qtbot: QtBot) -> None:
    reports: list[str] = []
    with_window(lambda window: reports.append(report_of(window)))
    thread = threading.Thread(target=fail_on_hildegard)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(reports))
    assert "ValueError" in reports[0]


def test_a_second_error_meanwhile_opens_no_second_window(hook: CrashHook, qtbot: QtBot) -> None:
    windows: list[int] = []

    def fail_again(_window: CrashWindow) -> None:
        raise_through_hook()
        QApplication.processEvents()
        shown = QApplication.topLevelWidgets()
        windows.append(sum(isinstance(part, CrashWindow) and part.isVisible() for part in shown))

    with_window(fail_again)
    raise_through_hook()
    qtbot.waitUntil(lambda: bool(windows))
    assert windows == [1]


def test_the_report_can_be_copied_and_saved(qtbot: QtBot, tmp_path: Path) -> None:
    window = CrashWindow("Traceback <b>\ud800")
    qtbot.addWidget(window)
    window.save(tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text(encoding="utf-8").startswith("Traceback <b>")
    assert window.done_text() == "The report was saved."
    window.save(tmp_path / "none" / "report.txt")
    assert "another folder" in window.done_text()


def test_copying_puts_the_report_on_the_clipboard(qtbot: QtBot) -> None:
    window = CrashWindow("Traceback")
    qtbot.addWidget(window)
    click(window, "Copy the report")
    assert QApplication.clipboard().text() == "Traceback"


def test_a_full_disk_does_not_hide_the_window(
    hook: CrashHook, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.mkdir", refuse)
    seen = with_window(lambda _window: None)
    raise_through_hook()
    qtbot.waitUntil(lambda: bool(seen))


def test_a_large_log_begins_anew(hook: CrashHook) -> None:
    folder = log_folder()
    folder.mkdir(parents=True)
    (folder / crash.LOG_FILE).write_text("x" * 1_000_001, encoding="utf-8")
    crash.write_log(ValueError, None)
    assert (folder / crash.LOG_FILE).stat().st_size < 1000
    assert (folder / "nahbar.old").exists()
