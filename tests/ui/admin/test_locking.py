"""Locking and unlocking: nothing is seen or kept open meanwhile, and one comes back."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.codes.late import own_words
from app.settings import load
from tests.factories.offices import PASSPHRASE
from tests.ui.admin.doors import open_house, screen
from ui.admin.first_start import FirstStart
from ui.admin.lock_screen import LockScreen
from ui.codes import code_book
from ui.widgets.page import Place

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot
    from sqlalchemy import Connection

    from app.admin.rules import CreatedOffice
    from app.codes.rules import OwnEntry
    from ui.house import House


def _lock(qtbot: QtBot, house: House) -> LockScreen:
    house.lock()
    locked = screen(qtbot, house, LockScreen)
    qtbot.waitUntil(locked.open_button.isVisible)
    return locked


def test_without_an_office_the_ways_to_begin_are_offered(house: House, qtbot: QtBot) -> None:
    house.begin(None)
    assert screen(qtbot, house, FirstStart).demo.hasFocus()


def test_an_office_with_a_passphrase_asks_for_it_at_the_start(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    house.begin(made.folder)
    locked = screen(qtbot, house, LockScreen)
    qtbot.waitUntil(locked.passphrase.isVisible)
    assert not house.desk.is_open
    assert not house.window.frame.isVisible()


def test_a_wrong_passphrase_is_said_beside_the_field_and_the_right_one_opens(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    house.begin(made.folder)
    locked = screen(qtbot, house, LockScreen)
    qtbot.waitUntil(locked.passphrase.isVisible)
    locked.passphrase.set_value("something else")
    locked.go_on()
    qtbot.waitUntil(lambda: bool(locked.form.field("passphrase").problem()))
    assert locked.passphrase.value() == "something else"
    locked.passphrase.set_value(PASSPHRASE)
    locked.go_on()
    qtbot.waitUntil(lambda: house.cover.current() is None)
    assert house.desk.is_open


def test_the_recovery_key_opens_too(house: House, made: CreatedOffice, qtbot: QtBot) -> None:
    house.begin(made.folder)
    locked = screen(qtbot, house, LockScreen)
    qtbot.waitUntil(locked.switch_button.isVisible)
    locked.switch_button.click()
    locked.recovery_key.set_value(made.recovery_key.lower().replace("-", " "))
    locked.go_on()
    qtbot.waitUntil(lambda: house.cover.current() is None)


def test_locking_closes_the_office_forgets_its_key_and_hides_everything(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    open_house(qtbot, house, made)
    house.lock()
    assert isinstance(house.cover.current(), LockScreen), "covered at once"
    qtbot.waitUntil(lambda: not house.desk.is_open)
    assert house.doorkeeper.office is None
    assert house.doorkeeper.last_source is None
    assert not house.window.frame.isVisible()


def test_ctrl_l_locks(house: House, made: CreatedOffice, qtbot: QtBot) -> None:
    open_house(qtbot, house, made)
    house.window.activateWindow()
    qtbot.waitUntil(house.window.isActiveWindow)
    qtbot.keyClick(house.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    screen(qtbot, house, LockScreen)


def test_a_time_of_quiet_locks(house: House, made: CreatedOffice, qtbot: QtBot) -> None:
    open_house(qtbot, house, made)
    house.idle_lock.idle.idled.emit()
    screen(qtbot, house, LockScreen)


def test_unlocking_leads_back_to_the_same_place(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    open_house(qtbot, house, made)
    house.window.go_to(Place("backups"))
    locked = _lock(qtbot, house)
    locked.passphrase.set_value(PASSPHRASE)
    locked.go_on()
    qtbot.waitUntil(lambda: house.cover.current() is None)
    assert house.window.here() == Place("backups")
    assert house.desk.is_open


def test_the_words_of_the_office_are_asked_once_each_time_it_is_opened(
    house: House, made: CreatedOffice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Connection] = []

    def _counted(connection: Connection) -> tuple[OwnEntry, ...]:
        asked.append(connection)
        return own_words(connection)

    monkeypatch.setattr(code_book, "own_words", _counted)
    with qtbot.waitSignal(house._after_page.painted):
        open_house(qtbot, house, made)
    qtbot.waitUntil(lambda: len(asked) == 1)
    locked = _lock(qtbot, house)
    locked.passphrase.set_value(PASSPHRASE)
    with qtbot.waitSignal(house._after_page.painted):
        locked.go_on()
    with qtbot.waitCallback() as answered:
        house.desk.after_all().then(answered)
    assert len(asked) == 2


def test_locking_answers_a_waiting_question_with_no(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    open_house(qtbot, house, made)
    question = QDialog(house.window)
    question.setModal(True)
    question.open()
    _lock(qtbot, house)
    assert not question.isVisible()
    assert question.result() == QDialog.DialogCode.Rejected


def test_other_windows_come_back_after_unlocking(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    open_house(qtbot, house, made)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    locked = _lock(qtbot, house)
    assert not other.isVisible()
    locked.passphrase.set_value(PASSPHRASE)
    locked.go_on()
    qtbot.waitUntil(lambda: house.cover.current() is None)
    assert other.isVisible()


def test_a_locked_window_cannot_be_tabbed_into(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    open_house(qtbot, house, made)
    locked = _lock(qtbot, house)
    house.window.activateWindow()
    for _step in range(12):
        qtbot.keyClick(house.window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is None or locked.isAncestorOf(focus)


def test_an_office_that_was_opened_is_remembered(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    open_house(qtbot, house, made)
    qtbot.waitUntil(lambda: load().last_office == str(made.folder))
    assert house.idle_lock.session.listens == sys.platform.startswith("linux")


def test_a_name_changed_in_the_settings_stands_beside_what_follows(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    open_house(qtbot, house, made)
    house.preferences.choose("who", "Berta Muster")
    assert house.desk.who == "Berta Muster"
    assert load().who == "Berta Muster"


def test_closing_the_window_closes_the_office_first(
    house: House, made: CreatedOffice, qtbot: QtBot
) -> None:
    open_house(qtbot, house, made)
    house.window.close()
    assert house.window.isVisible(), "the window waits for the last backup"
    qtbot.waitUntil(lambda: not house.window.isVisible())
    assert not house.desk.is_open
