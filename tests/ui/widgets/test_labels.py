"""Labels let their words be selected where the pointer is, and are measured once for a width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication

from ui.widgets.labels import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_WORDS = "Ohligser Straße 61 near the pharmacy"


def _shown(qtbot: QtBot, label: Label) -> Label:
    qtbot.addWidget(label)
    label.resize(400, 40)
    label.show()
    qtbot.waitExposed(label)
    return label


def _enter(label: Label) -> None:
    here = QPointF(4, 4)
    QApplication.sendEvent(label, QEnterEvent(here, here, QPointF(label.mapToGlobal(here))))


def test_words_that_can_be_selected_are_by_double_click_and_stay_selected(qtbot: QtBot) -> None:
    label = _shown(qtbot, Label(_WORDS).selectable())
    qtbot.mouseDClick(label, Qt.MouseButton.LeftButton, pos=QPoint(12, label.height() // 2))
    assert label.selectedText() == "Ohligser"
    QApplication.sendEvent(label, QEvent(QEvent.Type.Leave))
    assert label.selectedText() == "Ohligser"


def test_words_are_plain_again_when_the_pointer_leaves(qtbot: QtBot) -> None:
    label = _shown(qtbot, Label(_WORDS).selectable())
    _enter(label)
    assert label.textInteractionFlags() == Qt.TextInteractionFlag.TextSelectableByMouse
    QApplication.sendEvent(label, QEvent(QEvent.Type.Leave))
    assert label.textInteractionFlags() == Qt.TextInteractionFlag.NoTextInteraction
    assert label.text() == _WORDS


def test_other_words_cannot_be_selected(qtbot: QtBot) -> None:
    label = _shown(qtbot, Label(_WORDS))
    _enter(label)
    qtbot.mouseDClick(label, Qt.MouseButton.LeftButton, pos=QPoint(12, label.height() // 2))
    assert not label.selectedText()


def test_a_label_has_the_same_height_whether_its_words_can_be_selected_or_not(qtbot: QtBot) -> None:
    label = _shown(qtbot, Label(_WORDS).selectable())
    before = [label.heightForWidth(width) for width in (80, 200, 400)]
    _enter(label)
    label.setText(_WORDS + " ")
    assert [label.heightForWidth(width) for width in (80, 200, 400)] == before


def test_a_height_follows_the_words_and_their_size(qtbot: QtBot) -> None:
    label = _shown(qtbot, Label("short"))
    low = label.heightForWidth(80)
    label.setText(_WORDS)
    high = label.heightForWidth(80)
    assert high > low
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    label.setFont(font)
    assert label.heightForWidth(80) > high
