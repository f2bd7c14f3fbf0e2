"""The tab on the card, the search of the top bar, and the words of tasks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.tasks.rows import TaskRow
from app.tasks.rules import Repeat, Rhythm, TaskState
from tests.factories.clients import add_client
from tests.factories.tasks import KARIN, task_added
from tests.factories.visits import MONDAY
from ui.tasks import words
from ui.tasks.client_tasks_tab import ClientTasksTab
from ui.tasks.quick_tasks import QuickTasks
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk
    from ui.quick_search import Finding

DAY = timedelta(days=1)


def test_the_tab_shows_the_tasks_of_the_person_and_leads_to_them(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    erna = add_client(office)
    task = task_added(office, person_id=erna)
    task_added(office)
    tab = ClientTasksTab(desk, erna)
    qtbot.addWidget(tab)
    tab.refresh()
    qtbot.waitUntil(lambda: [row.id for row in tab.table.rows()] == [task])
    with qtbot.waitSignal(tab.place_wanted) as wanted:
        tab.table.row_activated.emit(tab.table.rows()[0])
    assert wanted.args == [Place("tasks", task)]
    with qtbot.waitSignal(tab.place_wanted) as wanted:
        tab.new_button.click()
    assert wanted.args == [Place("tasks", erna, "new")]


def found(qtbot: QtBot, quick: QuickTasks, typed: str) -> list[Finding]:
    answers: list[Sequence[Finding]] = []
    quick(typed).then(answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return list(answers[0])


def test_the_search_finds_ones_own_open_tasks_by_title_and_person(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    erna = add_client(office)
    task = task_added(office, title="Apotheke anrufen", person_id=erna, due_on=MONDAY)
    task_added(office, title="Apotheke von Karin", assignee=KARIN)
    quick = QuickTasks(desk)
    (finding,) = found(qtbot, quick, "apothek")
    assert finding.place == Place("tasks", task)
    assert "Erna Krüger" in finding.detail
    assert [each.place for each in found(qtbot, quick, "kruger")] == [Place("tasks", task)]
    assert not found(qtbot, quick, " ")


def test_the_search_hears_of_new_tasks(qtbot: QtBot, desk: Desk, office: Office) -> None:
    quick = QuickTasks(desk)
    assert not found(qtbot, quick, "new")
    task_added(office, title="New one")
    desk.touched.emit(frozenset({"tasks"}))
    found(qtbot, quick, "new")
    qtbot.waitUntil(lambda: len(found(qtbot, quick, "new")) == 1)


def row(due: date | None, state: TaskState = TaskState.OPEN) -> TaskRow:
    at = datetime(2026, 11, 20, 9, tzinfo=UTC) if state is not TaskState.OPEN else None
    rhythm = Rhythm(Repeat.MONTHLY, 31)
    return TaskRow(uuid4(), 1, "Call", None, "Erna", "Anna", due, "", None, rhythm, state, at)


@pytest.mark.parametrize(
    ("due", "said", "meant", "tone"),
    [
        (MONDAY, "Today", "", "primary"),
        (MONDAY + DAY, "Tomorrow", "", ""),
        (MONDAY - DAY, "Yesterday", "1 day overdue", "attention"),
        (MONDAY - 3 * DAY, "Fri 20 Nov", "3 days overdue", "attention"),
        (MONDAY + 60 * DAY, "22 Jan 2027", "", ""),
        (None, "No date", "", ""),
    ],
)
def test_a_day_is_said_as_people_say_it(due: date | None, said: str, meant: str, tone: str) -> None:
    task = row(due)
    assert words.due_words(task, MONDAY) == said
    assert words.state_words(task, MONDAY) == meant
    assert words.tone(task, MONDAY) == tone


def test_a_closed_task_says_when_and_never_looks_overdue() -> None:
    task = row(MONDAY - 9 * DAY, TaskState.DONE)
    assert words.due_words(task, MONDAY) == "Fri 20 Nov"
    assert (words.state_words(task, MONDAY), words.tone(task, MONDAY)) == ("Done", "done")
    assert words.about_words(task) == "Erna · Anna · Every month"
