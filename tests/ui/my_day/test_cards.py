"""The cards of My day: what is due, who must not be forgotten, what is new."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from PySide6.QtWidgets import QLabel

from app.my_day.queries import my_day
from app.my_day.rows import Forgotten
from app.office import Office
from app.tasks.actions import finish_task
from app.tasks.queries import task_details
from app.tasks.rules import TaskState
from db.journal import Note
from db.people import Person
from tests.conftest import NOW
from tests.factories.clients import add_client
from tests.factories.tasks import ANNA, KARIN, task_added
from tests.factories.visits import MONDAY
from ui.my_day import words
from ui.my_day.day_line import DayLine
from ui.my_day.leaving import Leaving
from ui.my_day.my_day_page import MyDayPage
from ui.my_day.people_cards import ForgottenCard
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot
    from sqlalchemy import Engine

    from app.office import Act
    from ui.desk import Desk

DAY = timedelta(days=1)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, office: Office) -> MyDayPage:
    add_client(office)
    page = MyDayPage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    return page


def shown(qtbot: QtBot, page: MyDayPage) -> MyDayPage:
    page._is_filled = False
    page.refresh()
    qtbot.waitUntil(lambda: page._is_filled)
    return page


def lines(card: QWidget) -> list[DayLine]:
    return [line for line in card.findChildren(DayLine) if not line.isHidden()]


def titles(card: QWidget) -> list[str]:
    return [line.row.title for line in lines(card)]


def test_due_tasks_and_reviews_stand_by_day_and_are_done_with_one_press(
    qtbot: QtBot, page: MyDayPage, office: Office
) -> None:
    late = task_added(office, title="Late", due_on=MONDAY - DAY)
    task_added(office, title="Today", due_on=MONDAY)
    task_added(office, title="Tomorrow", due_on=MONDAY + DAY)
    task_added(office, title="Hers", assignee=KARIN, reviewer=ANNA, review_on=MONDAY)
    shown(qtbot, page)
    assert titles(page.board.tasks) == ["Late", "Today", "Look at: Hers"]
    assert lines(page.board.tasks)[0].row.tone == "attention"
    said: list[tuple[str, Callable[[], object]]] = []
    page.said.connect(lambda what, undo: said.append((what, undo)))
    lines(page.board.tasks)[0].button.click()
    qtbot.waitUntil(lambda: bool(said))
    found = office.ask(task_details, late)
    assert found is not None
    assert found.task.state is TaskState.DONE
    said[0][1]()
    qtbot.waitUntil(lambda: _is_open(office, late))


def test_lines_stay_and_say_what_is_true_now(qtbot: QtBot, page: MyDayPage, office: Office) -> None:
    tasks = [task_added(office, title=title, due_on=MONDAY) for title in ("First", "Second")]
    shown(qtbot, page)
    first, second = lines(page.board.tasks)
    office.act(finish_task, tasks[0], 1)
    shown(qtbot, page)
    assert lines(page.board.tasks) == [first]
    assert (first.row.key, second.isHidden()) == (f"task:{tasks[1]}", True)
    names = [first.button.accessibleName(), first.arrow.accessibleName(), first.arrow.toolTip()]
    assert names == ["Done: Second", "Show: Second", "Show: Second"]
    assert "Second" in [label.text() for label in first.findChildren(QLabel)]
    task_added(office, title="Third", due_on=MONDAY)
    shown(qtbot, page)
    assert lines(page.board.tasks) == [first, second]
    assert second.row.title == "Third"


def _is_open(office: Office, task_id: UUID) -> bool:
    found = office.ask(task_details, task_id)
    return found is not None and found.task.state is TaskState.OPEN


def test_a_review_is_ticked_off_with_one_press(
    qtbot: QtBot, page: MyDayPage, office: Office
) -> None:
    task = task_added(office, assignee=KARIN, reviewer=ANNA, review_on=MONDAY)
    shown(qtbot, page)
    lines(page.board.tasks)[0].button.click()

    def is_reviewed() -> bool:
        found = office.ask(task_details, task)
        return found is not None and found.task.review_on is None

    qtbot.waitUntil(is_reviewed)


def note(office: Office, **fields: object) -> UUID:
    note_id = uuid4()
    person = office.ask(my_day, MONDAY, ANNA).forgotten.people[0].id

    def write(act: Act) -> None:
        act.session.add(
            Note(
                id=note_id, person_id=person, serial=note_id.int >> 65, happened_at=NOW,
                written_at=NOW, text="She hears the piano again. " * 9, **fields,
            )
        )  # fmt: skip

    office.act(write)
    return note_id


def test_follow_ups_that_are_due_stand_among_the_tasks_and_lead_to_the_note(
    qtbot: QtBot, page: MyDayPage, office: Office
) -> None:
    due = note(office, author=KARIN, follow_up="open", follow_up_for=ANNA, follow_up_due=MONDAY)
    note(office, author=KARIN, follow_up="open", follow_up_for=ANNA, follow_up_due=MONDAY + DAY)
    shown(qtbot, page)
    (line,) = lines(page.board.tasks)
    assert line.row.place.doing == f"journal {due}"
    assert len(line.row.detail) < 100
    with qtbot.waitSignal(page.place_wanted) as wanted:
        line.arrow.click()
    assert wanted.args == [line.row.place]


def test_a_followed_up_note_is_told_until_it_was_seen(
    qtbot: QtBot, page: MyDayPage, office: Office
) -> None:
    note(
        office, author=ANNA, follow_up="closed", closed_by=KARIN, closed_at=NOW,
        follow_up_result="All is well",
    )  # fmt: skip
    shown(qtbot, page)
    (line,) = lines(page.board.news)
    assert "All is well" in line.row.detail
    line.button.click()
    qtbot.waitUntil(lambda: not office.ask(my_day, MONDAY, ANNA).closings)
    shown(qtbot, page)
    assert page.board.news.isHidden()


def test_what_others_did_is_new_until_seen(
    qtbot: QtBot, page: MyDayPage, office: Office, engine: Engine, desk: Desk
) -> None:
    Leaving(desk).say()
    with qtbot.waitCallback() as left:
        desk.after_all().then(left)
    later = Office(engine, who=KARIN, clock=lambda: NOW + timedelta(minutes=5))
    paul = add_client(later, given_name="Paul", family_name="Łukasz")
    shown(qtbot, page)
    (line,) = lines(page.board.news)
    assert (line.row.title, line.row.place) == ("Paul Łukasz", Place("clients", paul))
    assert line.row.detail == f"Card · {KARIN} · 10:05"
    office._clock = lambda: NOW + timedelta(minutes=9)  # later the same morning
    page.board.news.acted.emit()
    qtbot.waitUntil(page.board.news.isHidden)


def test_leaving_an_office_that_is_locked_already_is_no_trouble(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitCallback() as closed:
        desk.close_office().then(closed)
    Leaving(desk).say()


def test_who_was_not_reached_is_shown_with_all_numbers(
    qtbot: QtBot, page: MyDayPage, office: Office
) -> None:
    mine = add_client(office, family_name="Mine")

    def take_charge(act: Act) -> None:
        person = act.session.get_one(Person, mine)
        person.responsible, person.last_contact = ANNA, MONDAY - 40 * DAY

    office.act(take_charge)
    shown(qtbot, page)
    (line,) = lines(page.board.forgotten)
    assert line.row.title == "Erna Mine"
    assert line.row.detail == f"Last reached 40 days ago · {ANNA}"
    said = " ".join(label.text() for label in page.board.forgotten.findChildren(QLabel))
    assert "28 days" in said
    assert "1 in your charge, 2 in the whole office." in said


def test_nobody_forgotten_and_nothing_new_show_no_cards(
    qtbot: QtBot, page: MyDayPage, office: Office
) -> None:
    (person,) = office.ask(my_day, MONDAY, ANNA).forgotten.people

    def reach(act: Act) -> None:
        act.session.get_one(Person, person.id).last_contact = MONDAY

    office.act(reach)
    shown(qtbot, page)
    board = page.board
    for card in (board.forgotten, board.news, board.consents, board.tasks, board.drafts):
        assert card.isHidden()


def test_a_number_that_nobody_counted_further_says_so(qtbot: QtBot) -> None:
    card = ForgottenCard()
    qtbot.addWidget(card)
    card.show_forgotten(Forgotten((), 3, 1001, 28, 1000), MONDAY)
    said = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "3 in your charge, more than 1,000 in the whole office." in said


def test_a_part_of_the_office_that_is_not_known_has_words_too() -> None:
    assert words.part_words("visiting") == "Visits"
    assert words.part_words("something_newer") == "Something else"
