"""Which tasks are wanted: chosen by a view without telling anybody, and said in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.tasks.queries import Show
from ui.tasks.task_filter import TaskFilter

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_colleague_without_work_can_be_chosen_by_a_view(qtbot: QtBot) -> None:
    tasks = TaskFilter()
    qtbot.addWidget(tasks)
    told: list[object] = []
    tasks.changed.connect(lambda: told.append(1))
    tasks.choose(Show.OVERDUE, "Karin Vogt")
    assert (tasks.kind(), tasks.colleague(), told) == (Show.OVERDUE, "Karin Vogt", [])
    assert tasks.words() == "Overdue · Karin Vogt"
    tasks.offer(["Ole Dahl"])
    assert tasks.colleague() == "Karin Vogt"
    tasks.choose(Show.MINE, "")
    assert tasks.colleague() == ""
