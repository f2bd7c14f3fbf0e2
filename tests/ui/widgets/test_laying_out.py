"""Filling a screen without laying it out for every part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.widgets.laying_out import laid_out_once

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_what_appears_meanwhile_is_laid_out_afterwards(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    layout = QVBoxLayout(box)
    first, second = QLabel("One"), QLabel("Two")
    for label in (first, second):
        layout.addWidget(label)
    first.hide()
    box.resize(200, 400)
    box.show()
    before = second.geometry()
    with laid_out_once(box):
        first.show()
        assert second.geometry() == before
    qtbot.waitUntil(lambda: second.geometry().top() > first.geometry().bottom() > 0)


def test_a_widget_without_a_layout_is_left_alone(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    with laid_out_once(box):
        assert box.layout() is None
