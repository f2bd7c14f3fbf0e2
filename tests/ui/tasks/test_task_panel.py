"""Beside the list of tasks stands one thing at a time; what is left is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.tasks.task_panel import TaskPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.desk import Desk


def test_a_form_that_is_left_does_not_say_for_ever_that_it_saves(qtbot: QtBot, desk: Desk) -> None:
    panel = TaskPanel(desk)
    qtbot.addWidget(panel)
    said: list[str] = []
    panel.saved_state.connect(said.append)
    panel.write().parts.task_title.set_value("Call Erna")
    panel.show_nothing()
    assert (said[0], said[-1]) == ("saving", "")
