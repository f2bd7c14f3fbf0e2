"""The page of tasks: lists, one task, many tasks, its form, and the way back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QPushButton

from app.drafts.queries import draft
from app.exchange.views.rules import View
from app.tasks.actions import change_task
from app.tasks.queries import Show, task_details, task_list
from app.tasks.rules import Repeat, TaskState
from tests.factories.clients import add_client
from tests.factories.tasks import ANNA, KARIN, task_added, task_values
from tests.factories.visits import MONDAY
from tests.ui.drafts.merging import take_proposal
from ui.tasks.tasks_page import TasksPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from app.tasks.rows import TaskDetails
    from ui.desk import Desk

DAY = timedelta(days=1)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> TasksPage:
    page = TasksPage(desk)
    qtbot.addWidget(page)
    page.resize(1300, 700)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: page.list.state.currentWidget() is not None)
    return page


def titles(page: TasksPage) -> list[str]:
    return [task.title for task in page.list.table.rows()]


def details(office: Office, task_id: UUID) -> TaskDetails:
    found = office.ask(task_details, task_id)
    assert found is not None
    return found


def press(part: QWidget | None, words: str) -> None:
    assert part is not None
    (button,) = (each for each in part.findChildren(QPushButton) if each.text() == words)
    button.click()


def look_at(qtbot: QtBot, page: TasksPage, task_id: UUID) -> None:
    page.show_place(Place("tasks", task_id))
    qtbot.waitUntil(
        lambda: page.panel.card is not None and page.panel.card.details.task.id == task_id
    )


def test_ones_own_tasks_are_shown_first_and_the_chips_count(
    qtbot: QtBot, page: TasksPage, office: Office
) -> None:
    task_added(office, title="Mine", due_on=MONDAY - DAY)
    task_added(office, title="Hers", assignee=KARIN)
    page.refresh()
    qtbot.waitUntil(lambda: titles(page) == ["Mine"])
    words = [chip.text() for chip in page.list.filter.chips.findChildren(QPushButton)]
    assert words == ["Mine 1", "To look at 0", "All open 2", "Overdue 1", "Closed"]


def test_a_colleagues_tasks_are_shown_when_she_is_chosen(
    qtbot: QtBot, page: TasksPage, office: Office
) -> None:
    task_added(office, title="Mine")
    task_added(office, title="Hers", assignee=KARIN)
    page.refresh()
    qtbot.waitUntil(lambda: page.list.filter.colleagues.count() == 3)
    page.list.filter.colleagues.set_value(KARIN)
    qtbot.waitUntil(lambda: titles(page) == ["Hers"])
    assert page.list.filter.kind() is Show.OPEN


def test_a_task_is_done_with_a_result_and_can_be_undone(
    qtbot: QtBot, page: TasksPage, office: Office
) -> None:
    task_id = task_added(office, due_on=MONDAY, repeat=Repeat.WEEKLY)
    look_at(qtbot, page, task_id)
    assert page.panel.card is not None
    page.panel.card.result.set_value("She has her pills.")
    said: list[tuple[str, object]] = []
    page.said.connect(lambda words, undo: said.append((words, undo)))
    press(page.panel.card, "Done")
    qtbot.waitUntil(lambda: bool(said))
    assert details(office, task_id).result == "She has her pills."
    words, undo = said[0]
    assert "30 Nov 2026" in words
    assert callable(undo)
    undo()
    qtbot.waitUntil(lambda: details(office, task_id).task.state is TaskState.OPEN)


def test_a_task_is_dropped_only_with_a_reason_said_beside_the_field(
    qtbot: QtBot, page: TasksPage, office: Office
) -> None:
    task_id = task_added(office)
    look_at(qtbot, page, task_id)
    card = page.panel.card
    assert card is not None
    press(card, "Not needed any more")
    qtbot.waitUntil(lambda: bool(card._form.field("result").problem()))
    card.result.set_value("She moved away.")
    press(card, "Not needed any more")
    qtbot.waitUntil(lambda: details(office, task_id).task.state is TaskState.DROPPED)


def test_a_new_task_is_written_by_its_form_and_leads_back_to_where_it_was_wanted(
    qtbot: QtBot, page: TasksPage, office: Office
) -> None:
    person = add_client(office)
    page.show_place(Place("tasks", person, "new"))
    qtbot.waitUntil(lambda: page.panel.form is not None)
    form = page.panel.form
    assert form is not None
    assert form.parts.person.value() == person
    assert form.parts.assignee.value() == ANNA
    form.parts.task_title.set_value("Ask about the keys")
    with qtbot.waitSignal(page.finished):
        form.save()
    (task,) = office.ask(task_list, Show.MINE, MONDAY, ANNA).tasks
    assert (task.title, task.person_id) == ("Ask about the keys", person)


def test_a_task_without_a_title_is_refused_beside_the_field_and_kept_as_typed(
    qtbot: QtBot, page: TasksPage
) -> None:
    page.new_button.click()
    qtbot.waitUntil(lambda: page.panel.form is not None)
    form = page.panel.form
    assert form is not None
    form.parts.note.set_value("Blue pills")
    form.save()
    qtbot.waitUntil(lambda: bool(form.parts.field("title").problem()))
    assert form.parts.note.value() == "Blue pills"


def test_what_is_typed_is_kept_as_a_draft(qtbot: QtBot, page: TasksPage, office: Office) -> None:
    page.new_button.click()
    qtbot.waitUntil(lambda: page.panel.form is not None)
    assert page.panel.form is not None
    page.panel.form.parts.task_title.set_value("Half a task")
    page.flush()
    qtbot.waitUntil(lambda: office.ask(draft, "task_new", "", ANNA) is not None)


def test_the_same_form_begun_anew_brings_back_what_was_typed(qtbot: QtBot, page: TasksPage) -> None:
    page.new_button.click()
    qtbot.waitUntil(lambda: page.panel.form is not None)
    first = page.panel.form
    assert first is not None
    qtbot.waitUntil(lambda: first.keeper._has_looked)
    first.parts.task_title.set_value("Half a task")
    again = page.panel.write()
    qtbot.waitUntil(lambda: again.parts.task_title.value() == "Half a task")


def test_a_change_that_somebody_else_made_is_not_overwritten(
    qtbot: QtBot, page: TasksPage, office: Office
) -> None:
    task_id = task_added(office)
    page.show_place(Place("tasks", task_id, "edit"))
    qtbot.waitUntil(lambda: page.panel.form is not None)
    form = page.panel.form
    assert form is not None
    office.act(change_task, task_id, 1, task_values(title="Hers", note="Her note"))
    form.parts.task_title.set_value("Mine")
    form.save()
    take_proposal(qtbot, form)
    qtbot.waitUntil(lambda: details(office, task_id).task.title == "Mine")
    assert details(office, task_id).note == "Her note"


def test_many_chosen_tasks_go_to_a_colleague_and_back(
    qtbot: QtBot, page: TasksPage, office: Office
) -> None:
    for title in ("One", "Two", "Three"):
        task_added(office, title=title, due_on=MONDAY)
    page.refresh()
    qtbot.waitUntil(lambda: len(titles(page)) == 3)
    rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for at in (0, 1):
        page.list.table.selectionModel().select(page.list.table.model().index(at, 0), rows)
    qtbot.waitUntil(lambda: page.panel.many is not None)
    many = page.panel.many
    assert many is not None
    said: list[tuple[str, object]] = []
    page.said.connect(lambda words, undo: said.append((words, undo)))
    many.who.set_value(KARIN)
    many.give_button.click()
    qtbot.waitUntil(lambda: bool(said))
    assert "2 tasks" in said[0][0]
    hers = office.ask(task_list, Show.OPEN, MONDAY, ANNA, KARIN).tasks
    assert len(hers) == 2
    undo = said[0][1]
    assert callable(undo)
    undo()
    qtbot.waitUntil(lambda: not office.ask(task_list, Show.OPEN, MONDAY, ANNA, KARIN).tasks)


def test_a_review_that_is_due_can_be_ticked_off(
    qtbot: QtBot, page: TasksPage, office: Office
) -> None:
    task_id = task_added(office, assignee=KARIN, reviewer=ANNA, review_on=MONDAY)
    look_at(qtbot, page, task_id)
    assert page.panel.card is not None
    press(page.panel.card, "Looked at")
    qtbot.waitUntil(lambda: details(office, task_id).task.review_on is None)


def test_a_view_brings_columns_and_the_tasks_of_a_colleague(
    qtbot: QtBot, page: TasksPage, office: Office
) -> None:
    task_added(office, title="Mine")
    task_added(office, title="Hers", assignee=KARIN, reviewer=ANNA, review_on=MONDAY)
    filters = (("show", "open"), ("colleague", KARIN))
    page.list.views.chosen.emit(View(("title", "assignee", "reviewer"), filters))
    qtbot.waitUntil(lambda: titles(page) == ["Hers"])
    assert page.list.as_filters() == filters
    model = page.list.table.model()
    assert [model.index(0, at).data() for at in range(3)] == ["Hers", KARIN, ANNA]
    page.list.views.chosen.emit(View(("title", "due_on")))
    qtbot.waitUntil(lambda: titles(page) == ["Mine"])


def test_an_empty_list_offers_the_first_task(qtbot: QtBot, page: TasksPage) -> None:
    qtbot.waitUntil(lambda: page.list.state.currentWidget() is not page.list.table)
    press(page.list.state.currentWidget(), "New task")
    qtbot.waitUntil(lambda: page.panel.form is not None)


def test_the_chosen_task_stays_chosen_when_the_list_comes_anew(
    qtbot: QtBot, page: TasksPage, office: Office
) -> None:
    tasks = [task_added(office, title=f"Task {number:02}") for number in range(16)]
    page.resize(1300, 480)
    page.refresh()
    qtbot.waitUntil(lambda: len(titles(page)) == 16)
    look_at(qtbot, page, tasks[12])
    page.list.table.verticalScrollBar().setValue(150)
    before = page.list.table.rows()
    page.refresh()
    qtbot.waitUntil(lambda: page.list.table.rows() is not before)
    chosen = page.list.table.current_row()
    assert chosen is not None
    assert chosen.id == tasks[12]
    assert page.list.table.verticalScrollBar().value() == 150


def test_a_task_that_is_gone_says_so(qtbot: QtBot, page: TasksPage, office: Office) -> None:
    with qtbot.waitSignal(page.said):
        page.show_place(Place("tasks", add_client(office)))
