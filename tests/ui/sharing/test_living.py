"""What the window says and keeps to itself while others work in the same office."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.errors import Unavailable
from app.settings import Settings
from db.listening import LinkLost
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.sharing import living as living_module
from ui.sharing.living import Living

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from db.listening import Line


class _Silent:
    """An office nobody listens to, and whose link is what the test says."""

    new_line: Callable[[], Line] | None = None

    def catch_up(self) -> None:
        """Have nothing to catch up with."""

    def stop_running(self) -> None:
        """Have nothing that runs."""


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """A window without an office."""
    window = MainWindow(Desk(), Settings(language="en", theme="light"))
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def living(window: MainWindow) -> Living:
    """Stands between the office and the window."""
    return Living(window._desk, window, cast("Any", _Silent()))


def test_what_others_do_takes_no_trouble_of_ones_own_away(window: MainWindow) -> None:
    window._desk.unavailable.emit(Unavailable("The disk is full."))
    window._desk.hear_others(frozenset({"clients"}))
    assert window.frame.messages.text() == "The disk is full."
    window._desk.touched.emit(frozenset({"clients"}))
    assert window.frame.messages.text() == ""


def test_a_lost_link_is_said_until_it_is_found_also_in_another_language(
    qtbot: QtBot, window: MainWindow, living: Living
) -> None:
    living._hearing.lost()
    qtbot.waitUntil(lambda: living.is_lost)
    assert living.sentence() == "The office cannot be reached. What you type is kept here."
    window.apply_settings(replace(window.settings, font_scale=120))
    living.show_again()
    banner = living._banner
    assert banner is not None
    qtbot.waitUntil(banner.isVisible)
    assert window.frame.isAncestorOf(banner)
    living._hearing.found()
    qtbot.waitUntil(lambda: not living.is_lost)
    assert living.sentence() == ""


class _Heard(_Silent):
    """An office that could be listened to; what happens is noted."""

    def __init__(self, happened: list[str]) -> None:
        self.happened = happened
        self.new_line = self._no_line

    def _no_line(self) -> Line:
        self.happened.append("line")
        raise LinkLost

    def catch_up(self) -> None:
        """Note that what waited was taken along."""
        self.happened.append("caught up")


def test_listening_begins_after_the_first_page_and_once(qtbot: QtBot, window: MainWindow) -> None:
    happened: list[str] = []
    living = Living(window._desk, window, cast("Any", _Heard(happened)))
    qtbot.wait(50)
    assert happened == []
    living.begin()
    living.begin()
    qtbot.waitUntil(lambda: set(happened) == {"line", "caught up"})
    living.stop()
    assert happened.count("caught up") == 1


def test_listening_begins_by_itself_where_the_first_page_does_not_come(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(living_module, "_AT_LATEST_MS", 50)
    happened: list[str] = []
    living = Living(window._desk, window, cast("Any", _Heard(happened)))
    qtbot.waitUntil(lambda: set(happened) == {"line", "caught up"})
    living.stop()


def test_a_link_that_is_left_before_the_first_page_is_never_listened_to(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(living_module, "_AT_LATEST_MS", 50)
    happened: list[str] = []
    living = Living(window._desk, window, cast("Any", _Heard(happened)))
    living.stop()
    qtbot.wait(150)
    assert happened == []
