"""A part of a form opens and closes by hand and says so to a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.widgets.section import Section

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_space_opens_and_closes(qtbot: QtBot) -> None:
    section = Section("Contact", is_open=False)
    inside = QLabel("field")
    section.body.addWidget(inside)
    qtbot.addWidget(section)
    section.show()
    opened: list[bool] = []
    section.opened.connect(opened.append)
    assert section.head.accessibleName() == "Contact, closed"
    assert not inside.isVisible()
    qtbot.keyClick(section.head, Qt.Key.Key_Space)
    assert inside.isVisible()
    assert section.head.accessibleName() == "Contact, open"
    qtbot.keyClick(section.head, Qt.Key.Key_Space)
    assert opened == [True, False]
