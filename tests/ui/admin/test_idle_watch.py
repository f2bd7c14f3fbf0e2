"""The time of quiet after which the office locks itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.admin.idle_watch import IdleWatch

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Clocks:
    """A steady clock and a wall clock that only move when told."""

    def __init__(self) -> None:
        """Begin at nought."""
        self.steady = 0.0
        self.wall = 0.0

    def __call__(self) -> tuple[float, float]:
        """Answer both."""
        return self.steady, self.wall

    def pass_by(self, seconds: float) -> None:
        """Let time pass on both clocks."""
        self.steady += seconds
        self.wall += seconds


def _watch(qapp: QApplication, clocks: Clocks) -> tuple[IdleWatch, list[bool]]:
    watch = IdleWatch(qapp, 5, clocks)
    idled: list[bool] = []
    watch.idled.connect(lambda: idled.append(True))
    watch.start()
    return watch, idled


def test_five_quiet_minutes_are_noticed(qapp: QApplication) -> None:
    clocks = Clocks()
    watch, idled = _watch(qapp, clocks)
    clocks.pass_by(299)
    watch.look()
    assert idled == []
    clocks.pass_by(1)
    watch.look()
    assert idled == [True]
    watch.stop()


def test_a_key_press_begins_the_quiet_anew(qapp: QApplication, qtbot: QtBot) -> None:
    widget = _shown(qtbot)
    clocks = Clocks()
    watch, idled = _watch(qapp, clocks)
    clocks.pass_by(200)
    QTest.keyClick(widget.windowHandle(), Qt.Key.Key_A)
    clocks.pass_by(200)
    watch.look()
    assert idled == []
    watch.stop()


def test_use_of_a_window_that_opened_later_counts_too(qapp: QApplication, qtbot: QtBot) -> None:
    clocks = Clocks()
    watch, idled = _watch(qapp, clocks)
    widget = _shown(qtbot)
    clocks.pass_by(200)
    QTest.mouseClick(widget.windowHandle(), Qt.MouseButton.LeftButton)
    clocks.pass_by(200)
    watch.look()
    assert idled == []
    watch.stop()


def test_what_the_program_paints_by_itself_is_no_use(qapp: QApplication, qtbot: QtBot) -> None:
    widget = _shown(qtbot)
    clocks = Clocks()
    watch, idled = _watch(qapp, clocks)
    clocks.pass_by(300)
    widget.resize(300, 200)
    widget.repaint()
    watch.look()
    assert idled == [True]
    watch.stop()


def _shown(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def test_a_night_asleep_counts_although_the_steady_clock_stood_still(qapp: QApplication) -> None:
    clocks = Clocks()
    watch, idled = _watch(qapp, clocks)
    clocks.wall += 8 * 3600
    watch.look()
    assert idled == [True]
    watch.stop()


def test_a_wall_clock_set_back_does_not_keep_the_office_open(qapp: QApplication) -> None:
    clocks = Clocks()
    watch, idled = _watch(qapp, clocks)
    clocks.wall -= 3600
    clocks.steady += 301
    watch.look()
    assert idled == [True]
    watch.stop()


def test_the_time_of_quiet_can_be_changed_at_once(qapp: QApplication) -> None:
    clocks = Clocks()
    watch, idled = _watch(qapp, clocks)
    watch.allow(1)
    clocks.pass_by(61)
    watch.look()
    assert idled == [True]
    watch.stop()
