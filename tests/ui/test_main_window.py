"""The main window leads from place to place and never stands in the way of the first paint."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from gettext import NullTranslations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.errors import Problem, Refused, Unavailable
from app.settings import Settings
from resources import text
from tests.ui.frame.pages import ENTRIES, SeenPage
from tests.ui.widgets.hands import bring_forward
from ui import style
from ui.main_window import MainWindow
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from ui.desk import Desk

USUAL = Settings(language="en", theme="light")


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window with small pages, its office open."""
    window = MainWindow(desk, USUAL, ENTRIES)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    bring_forward(qtbot, window)
    yield window
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    style.apply(app, "light")


def page(window: MainWindow, word: str) -> SeenPage:
    shown = window.frame.pages.pages()[word]
    assert isinstance(shown, SeenPage)
    return shown


def test_the_first_paint_needs_neither_database_nor_paper() -> None:
    code = (
        "import os, sys; os.environ['QT_QPA_PLATFORM'] = 'offscreen'\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from app.settings import Settings; from ui.desk import Desk\n"
        "from ui.main_window import MainWindow\n"
        "desk = Desk(); window = MainWindow(desk, Settings(language='en')); window.show()\n"
        "window.grab(); desk.stop()\n"
        "slow = {'sqlalchemy', 'alembic', 'reportlab', 'keyring', 'babel', 'pypdfium2',"
        " 'cryptography', 'phonenumbers', 'uharfbuzz'}\n"
        "print(sorted(slow & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


def test_the_first_place_is_shown_once_the_office_is_open(window: MainWindow) -> None:
    assert window.here() is None
    window.show_places()
    assert window.here() == Place("my_day")
    assert window.frame.rail.marked() == "my_day"


def test_control_and_a_number_lead_to_a_place_and_into_it(window: MainWindow, qtbot: QtBot) -> None:
    window.show_places()
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.here() == Place("letters")
    assert page(window, "letters").field.hasFocus()


def test_alt_and_left_lead_back(window: MainWindow, qtbot: QtBot) -> None:
    window.show_places()
    window.go_to(Place("letters"))
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.here() == Place("my_day")
    assert window.frame.rail.marked() == "my_day"
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.here() == Place("letters")


def test_a_page_leads_to_another_place(window: MainWindow) -> None:
    window.show_places()
    page(window, "my_day").place_wanted.emit(Place("settings"))
    assert window.here() == Place("settings")
    assert window.frame.rail.marked() == "more"


def test_nothing_is_asked_of_a_locked_office(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.close_office()
    qtbot.waitUntil(lambda: not desk.is_open)
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.here() is None


def test_what_a_page_says_is_a_toast_that_undoes(window: MainWindow) -> None:
    window.show_places()
    undone: list[int] = []
    page(window, "my_day").said.emit("Visit cancelled.", lambda: undone.append(1))
    assert window.frame.toaster.text() == "Visit cancelled."
    window.frame.toaster.undo()
    assert undone == [1]


def test_escape_hides_a_message_from_anywhere_on_the_page(window: MainWindow, qtbot: QtBot) -> None:
    window.show_places()
    page(window, "my_day").said.emit("Visit cancelled.", None)
    qtbot.keyClick(page(window, "my_day"), Qt.Key.Key_Escape)
    assert window.frame.toaster.text() == ""


def test_saved_is_shown_in_the_top_bar(window: MainWindow) -> None:
    window.show_places()
    page(window, "my_day").saved_state.emit("saving")
    assert window.frame.top.saved.text() == "Saving …"
    page(window, "my_day").saved_state.emit("saved")
    assert window.frame.top.saved.text().startswith("Saved at")


def test_trouble_that_no_form_asked_for_is_said(window: MainWindow, desk: Desk) -> None:
    desk.unavailable.emit(Unavailable("The disk is full.", "Make room."))
    assert window.frame.messages.text() == "The disk is full. Make room."
    desk.touched.emit(frozenset({"clients"}))
    assert window.frame.messages.text() == ""
    desk.refused.emit(Refused(Problem("Not possible.")))
    assert window.frame.messages.text() == "Not possible."


def test_an_act_refreshes_what_shows_it(window: MainWindow, desk: Desk) -> None:
    window.show_places()
    before = page(window, "my_day").refreshed
    desk.touched.emit(frozenset({"clients"}))
    assert page(window, "my_day").refreshed == before + 1


def test_the_office_is_named_in_bar_and_title(window: MainWindow) -> None:
    window.set_office("Visits <b>", is_demo=True)
    window.set_backup_at(datetime.now(UTC))
    window.set_due_today(3)
    window.set_connection("opened as Anna")
    assert window.windowTitle() == "Visits <b> – Nahbar"
    shown = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert {"Nahbar · Visits <b>", "DEMO", "3 due today", "opened as Anna"} <= set(shown)
    assert "Backup just now" in shown


def test_another_language_rebuilds_the_pages_and_stays_in_place(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text, "catalogue", lambda _language: NullTranslations())
    window.show_places()
    window.go_to(Place("letters"))
    before = page(window, "letters")
    window.apply_settings(replace(USUAL, language="da"))
    assert before.flushed == 1, "drafts are saved before the page goes"
    assert text.language() == "da"
    assert page(window, "letters") is not before
    assert window.here() == Place("letters")


def test_another_office_finds_no_page_of_the_one_before(window: MainWindow) -> None:
    window.show_places()
    window.go_to(Place("letters"))
    before = page(window, "letters")

    window.leave_office()

    assert window.here() is None
    window.show_places()
    assert window.here() == Place("my_day")
    window.go_to(Place("letters"))
    assert page(window, "letters") is not before


def test_another_theme_keeps_the_pages(window: MainWindow) -> None:
    window.show_places()
    before = page(window, "my_day")
    window.apply_settings(replace(USUAL, theme="dark", density="roomy"))
    assert page(window, "my_day") is before
    assert style.look().density == "roomy"


def test_control_and_plus_ask_for_larger_text(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.setting_chosen) as chosen:
        qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert chosen.args == ["font_scale", 110]
    window.apply_settings(replace(USUAL, font_scale=200))
    with qtbot.waitSignal(window.setting_chosen) as chosen:
        qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert chosen.args == ["font_scale", 200]
    with qtbot.waitSignal(window.setting_chosen) as chosen:
        qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert chosen.args == ["font_scale", 100]


def test_control_l_locks(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.lock_wanted):
        qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_control_k_goes_to_the_search(window: MainWindow, qtbot: QtBot) -> None:
    window.show_places()
    page(window, "my_day").field.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.frame.top.search.hasFocus()


def test_the_search_finds_actions_and_leads_there(window: MainWindow, qtbot: QtBot) -> None:
    window.show_places()
    window.focus_search()
    qtbot.keyClicks(window.frame.top.search, "letters")
    qtbot.waitUntil(lambda: bool(window.frame.search.findings()))
    qtbot.keyClick(window.frame.top.search, Qt.Key.Key_Return)
    assert window.here() == Place("letters")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page(window, "letters").isAncestorOf(focused)


def test_a_page_is_told_of_before_it_is_shown(window: MainWindow) -> None:
    made: list[str] = []
    window.page_created.connect(lambda word, _page: made.append(word))
    window.show_places()
    assert made == ["my_day"]


def test_closing_saves_drafts_and_ends_the_desk(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.show_places()
    with qtbot.waitSignals([window.closing, desk.closed]):
        window.close()
    assert page(window, "my_day").flushed == 1


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_window_fits_a_small_screen(window: MainWindow, theme: str, scale: int) -> None:
    window.apply_settings(replace(USUAL, theme=theme, font_scale=scale))
    window.set_office("A visiting service with a very long name indeed", is_demo=True)
    window.show_places()
    window.resize(1024, 768)
    assert window.width() == 1024
    assert window.frame.top.lock.mapTo(window, window.frame.top.lock.rect().topRight()).x() < 1024


def test_every_focusable_part_of_the_frame_has_a_name(window: MainWindow) -> None:
    window.show_places()
    nameless = [
        part
        for part in window.findChildren(QWidget)
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus
        and part.isVisible()
        and not part.accessibleName()
    ]
    assert not nameless
