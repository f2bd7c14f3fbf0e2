"""Several of a list are chosen by mouse or arrows, and come back from a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.widgets.hands import bring_forward
from ui.widgets.codes_field import CodesField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_codes_are_chosen_by_keyboard_and_kept_in_drafts(qtbot: QtBot) -> None:
    field = CodesField([("a", "Music & songs"), ("b", "Walks"), ("c", "Cards")])
    qtbot.addWidget(field)
    bring_forward(qtbot, field)
    field.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert field.value() == ("b",)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert field.text_value() == "a b"
    field.restore_text("c unknown")
    assert field.value() == ("c",)
