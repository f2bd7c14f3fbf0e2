"""What the buttons of tasks do, what is said about it, and how it is taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from app.errors import Problem, Refused, Unavailable
from app.tasks.queries import task_details
from app.tasks.rules import Repeat, TaskState
from tests.factories.tasks import ANNA, KARIN, task_added
from tests.factories.visits import MONDAY
from ui.tasks.task_deeds import TaskDeeds

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from app.tasks.rows import TaskRow
    from ui.desk import Desk

DAY = timedelta(days=1)


class Heard:
    """What deeds told: sentences with their way back, tasks that changed, tasks that ended."""

    def __init__(self, deeds: TaskDeeds) -> None:
        """Listen to deeds from now on."""
        self.said: list[tuple[str, Callable[[], object] | None]] = []
        self.done: list[object] = []
        self.finished: list[object] = []
        self.refused: list[object] = []
        deeds.said.connect(self._on_said)
        deeds.done.connect(self.done.append)
        deeds.finished.connect(self.finished.append)
        deeds.refused.connect(self.refused.append)

    def _on_said(self, words: str, undo: Callable[[], object] | None) -> None:
        self.said.append((words, undo))

    def undo(self) -> None:
        """Go the way back of the last sentence."""
        undo = self.said[-1][1]
        assert undo is not None
        undo()


@pytest.fixture
def deeds(desk: Desk) -> TaskDeeds:
    return TaskDeeds(desk)


@pytest.fixture
def heard(deeds: TaskDeeds) -> Heard:
    return Heard(deeds)


def task(office: Office, task_id: UUID) -> TaskRow:
    found = office.ask(task_details, task_id)
    assert found is not None
    return found.task


def test_a_task_that_is_done_is_told_and_can_be_opened_again(
    qtbot: QtBot, deeds: TaskDeeds, heard: Heard, office: Office
) -> None:
    call = task_added(office)
    deeds.finish(task(office, call), "Reached her")
    qtbot.waitUntil(lambda: heard.finished == [call])
    assert heard.said[0][0] == "The task is done."
    assert task(office, call).state is TaskState.DONE
    heard.undo()
    qtbot.waitUntil(lambda: len(heard.said) == 2)
    assert heard.said[1] == ("The task is open again.", None)
    assert task(office, call).state is TaskState.OPEN


def test_a_task_that_comes_again_says_when(
    qtbot: QtBot, deeds: TaskDeeds, heard: Heard, office: Office
) -> None:
    call = task_added(office, due_on=MONDAY, repeat=Repeat.WEEKLY)
    deeds.finish(task(office, call))
    qtbot.waitUntil(lambda: bool(heard.said))
    assert heard.said[0][0] == "The task is done. It comes again on Mon 30 Nov 2026."


def test_a_dropped_task_is_told_and_can_be_opened_again(
    qtbot: QtBot, deeds: TaskDeeds, heard: Heard, office: Office
) -> None:
    call = task_added(office)
    deeds.drop(task(office, call), "She moved away")
    qtbot.waitUntil(lambda: heard.finished == [call])
    assert heard.said[0][0] == "The task is not needed any more."
    heard.undo()
    qtbot.waitUntil(lambda: task(office, call).state is TaskState.OPEN)


def test_words_that_are_missing_are_told_to_the_field_and_not_in_passing(
    qtbot: QtBot, deeds: TaskDeeds, heard: Heard, office: Office
) -> None:
    call = task_added(office)
    deeds.drop(task(office, call), "")
    qtbot.waitUntil(lambda: len(heard.refused) == 1)
    assert not heard.said
    assert not heard.finished


def test_a_task_that_somebody_else_changed_is_said_in_passing(
    qtbot: QtBot, deeds: TaskDeeds, heard: Heard, office: Office
) -> None:
    call = task_added(office)
    old = task(office, call)
    deeds.finish(old)
    qtbot.waitUntil(lambda: heard.finished == [call])
    deeds.finish(old)
    qtbot.waitUntil(lambda: len(heard.said) + len(heard.refused) == 2)
    assert heard.finished == [call]


def test_a_review_is_done_and_may_come_again(
    qtbot: QtBot, deeds: TaskDeeds, heard: Heard, office: Office
) -> None:
    call = task_added(office, assignee=KARIN, reviewer=ANNA, review_on=MONDAY)
    deeds.review(task(office, call), MONDAY + DAY)
    qtbot.waitUntil(lambda: heard.finished == [call])
    assert heard.said[0] == ("The task was looked at.", None)
    assert task(office, call).review_on == MONDAY + DAY


def test_tasks_go_to_a_colleague_and_each_back_to_whoever_had_it(
    qtbot: QtBot, deeds: TaskDeeds, heard: Heard, office: Office
) -> None:
    mine, hers = task_added(office), task_added(office, assignee="Bo Lund")
    deeds.assign([task(office, mine), task(office, hers)], f" {KARIN} ")
    qtbot.waitUntil(lambda: bool(heard.said))
    assert heard.said[0][0] == f"Given to {KARIN}: 2 tasks."
    assert heard.done == [None]
    assert {task(office, each).assignee for each in (mine, hers)} == {KARIN}
    heard.undo()
    qtbot.waitUntil(lambda: len(heard.said) == 2)
    assert heard.said[1] == ("2 tasks given back", None)
    assert [task(office, each).assignee for each in (mine, hers)] == [ANNA, "Bo Lund"]


def test_one_given_task_is_shown_again(
    qtbot: QtBot, deeds: TaskDeeds, heard: Heard, office: Office
) -> None:
    mine = task_added(office)
    deeds.assign([task(office, mine)], KARIN)
    qtbot.waitUntil(lambda: heard.done == [mine])


def test_trouble_with_the_disk_is_said_with_what_to_do(deeds: TaskDeeds, heard: Heard) -> None:
    deeds._on_unavailable(Unavailable("The disk is full.", "Make room."))
    deeds._on_refused(Refused(Problem("Somebody changed it.")))
    assert heard.said == [("The disk is full. Make room.", None), ("Somebody changed it.", None)]
