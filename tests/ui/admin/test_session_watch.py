"""Leaving the computer locks the office, where the desktop tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.admin.idle_lock import IdleLock
from ui.admin.session_watch import SessionWatch

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def _heard(watch: SessionWatch) -> list[bool]:
    heard: list[bool] = []
    watch.left.connect(lambda: heard.append(True))
    return heard


def test_a_screen_that_locks_and_a_computer_that_sleeps_are_heard(qapp: QApplication) -> None:
    watch = SessionWatch(qapp)
    heard = _heard(watch)
    watch.on_told(begins=True)
    assert heard == [True]
    watch.on_told(begins=False)
    assert heard == [True], "waking up locks nothing"


def test_a_suspended_program_is_heard(qapp: QApplication) -> None:
    watch = SessionWatch(qapp)
    heard = _heard(watch)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert heard == [], "another window in front is no reason"
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationSuspended)
    assert heard == [True]


def test_quiet_and_leaving_both_ask_for_the_lock(qapp: QApplication) -> None:
    lock = IdleLock(qapp, 5)
    asked: list[bool] = []
    lock.lock_wanted.connect(lambda: asked.append(True))
    lock.idle.idled.emit()
    lock.session.left.emit()
    assert asked == [True, True]
