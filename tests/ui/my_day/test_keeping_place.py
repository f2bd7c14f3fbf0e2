"""Opening and saving comes back to the same place of My day: same row, same scroll position."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.settings import Settings
from app.tasks.queries import task_details
from app.tasks.rules import TaskState
from tests.factories.clients import add_client
from tests.factories.tasks import ANNA, task_added
from tests.factories.visits import MONDAY, visit_planned
from ui.main_window import MainWindow
from ui.my_day.my_day_page import MyDayPage
from ui.visiting.visits_page import VisitsPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

DAY = timedelta(days=1)


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    window = MainWindow(desk, Settings(language="en"))
    qtbot.addWidget(window)
    window.resize(1024, 560)
    window.show()
    window.activateWindow()
    yield window
    window.hide()


def on_my_day(qtbot: QtBot, window: MainWindow) -> MyDayPage:
    window.show_places()
    qtbot.waitUntil(lambda: isinstance(window.frame.pages.current_page(), MyDayPage))
    page = window.frame.pages.current_page()
    assert isinstance(page, MyDayPage)
    qtbot.waitUntil(lambda: page._is_filled)
    return page


def button(page: MyDayPage, row: str, verb: str) -> QAbstractButton:
    found = [
        each
        for each in page.board.findChildren(QAbstractButton)
        if (each.property("day_row"), each.property("day_verb")) == (row, verb) and each.isVisible()
    ]
    assert len(found) == 1
    return found[0]


def focused_row() -> str:
    focused = QApplication.focusWidget()
    return str(focused.property("day_row")) if focused is not None else ""


def scrolled_to(qtbot: QtBot, page: MyDayPage, row: str, verb: str) -> int:
    wanted = button(page, row, verb)
    wanted.setFocus()
    bar = page.board.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    bar.setValue(bar.value() + 40)
    return bar.value()


@pytest.fixture
def visits(office: Office) -> list[UUID]:
    """Five visits of today and some that nobody recorded, so that the page scrolls."""
    erna = add_client(office)
    for days in range(1, 5):
        visit_planned(office, erna, MONDAY - days * DAY)
    return [visit_planned(office, erna, start=time(5 + hour)) for hour in range(5)]


def test_recording_a_visit_comes_back_to_its_row(
    qtbot: QtBot, window: MainWindow, visits: list[UUID]
) -> None:
    page = on_my_day(qtbot, window)
    row = f"visit:{visits[3]}"
    before = scrolled_to(qtbot, page, row, "act")
    button(page, row, "act").click()
    qtbot.waitUntil(lambda: window.here() == Place("visiting", visits[3], "record"))
    other = window.frame.pages.current_page()
    assert isinstance(other, VisitsPage)
    qtbot.waitUntil(lambda: other.panel.work is not None)
    form = other.panel.work
    assert form is not None
    form.outcome.set_value(value=True)  # type: ignore[union-attr]  # the form that records
    form.save()
    qtbot.waitUntil(lambda: window.here() == Place("my_day"))
    qtbot.waitUntil(lambda: focused_row() == row)
    qtbot.waitUntil(lambda: page.board.verticalScrollBar().value() == before)
    assert window.frame.rail.marked() == "my_day"


def test_looking_at_a_visit_and_going_back_comes_back_to_its_row(
    qtbot: QtBot, window: MainWindow, visits: list[UUID]
) -> None:
    page = on_my_day(qtbot, window)
    row = f"visit:{visits[2]}"
    before = scrolled_to(qtbot, page, row, "open")
    button(page, row, "open").click()
    qtbot.waitUntil(lambda: window.here() == Place("visiting", visits[2]))
    window.go_back()
    qtbot.waitUntil(lambda: focused_row() == row)
    assert page.board.verticalScrollBar().value() == before


def test_when_the_row_is_gone_the_next_one_is_chosen(
    qtbot: QtBot, window: MainWindow, office: Office
) -> None:
    erna = add_client(office)
    visit_planned(office, erna)
    tasks = [task_added(office, title=f"Task {n}", due_on=MONDAY) for n in range(8)]
    page = on_my_day(qtbot, window)
    before = scrolled_to(qtbot, page, f"task:{tasks[4]}", "act")
    button(page, f"task:{tasks[4]}", "act").click()
    qtbot.waitUntil(lambda: focused_row() == f"task:{tasks[5]}")
    qtbot.waitUntil(lambda: page.board.verticalScrollBar().value() == before)
    found = office.ask(task_details, tasks[4])
    assert found is not None
    assert found.task.state is TaskState.DONE


def test_a_task_that_is_changed_from_my_day_leads_back(
    qtbot: QtBot, window: MainWindow, office: Office
) -> None:
    add_client(office)
    task = task_added(office, due_on=MONDAY)
    page = on_my_day(qtbot, window)
    button(page, f"task:{task}", "open").click()
    qtbot.waitUntil(lambda: window.here() == Place("tasks", task))
    other = window.frame.pages.current_page()
    qtbot.waitUntil(lambda: other.panel.card is not None)  # type: ignore[union-attr]  # the page of tasks
    other.panel._on_change_wanted()  # type: ignore[union-attr]  # as above
    qtbot.waitUntil(lambda: other.panel.form is not None)  # type: ignore[union-attr]  # as above
    other.panel.form.parts.task_title.set_value("Changed")  # type: ignore[union-attr]  # as above
    other.panel.form.save()  # type: ignore[union-attr]  # as above
    qtbot.waitUntil(lambda: window.here() == Place("my_day"))
    qtbot.waitUntil(lambda: focused_row() == f"task:{task}")


def test_a_list_that_comes_anew_takes_nobodys_focus(
    qtbot: QtBot, window: MainWindow, visits: list[UUID]
) -> None:
    page = on_my_day(qtbot, window)
    button(page, f"visit:{visits[0]}", "open").setFocus()
    window.focus_search()
    page.refresh()
    qtbot.wait(50)
    assert QApplication.focusWidget() is window.frame.top.search


def test_everybody_not_reached_is_one_press_away_and_back(
    qtbot: QtBot, window: MainWindow, office: Office
) -> None:
    person = add_client(office)
    page = on_my_day(qtbot, window)
    qtbot.waitUntil(lambda: not page.board.forgotten.isHidden())
    page.board.forgotten.acted.emit()
    qtbot.waitUntil(lambda: [row.id for row in page.forgotten.table.rows()] == [person])
    page.forgotten.table.row_activated.emit(page.forgotten.table.rows()[0])
    qtbot.waitUntil(lambda: window.here() == Place("clients", person))
    window.go_back()
    assert page.forgotten.isVisible()
    window.go_back()
    assert page.board.isVisible()
    assert page.desk.who == ANNA
