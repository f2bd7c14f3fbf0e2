"""The card of My day with tasks, reviews and follow-ups, seen on its own."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast
from uuid import uuid4

import pytest

from app.tasks.queries import Show
from app.tasks.rows import DueTasks, TaskRow
from app.tasks.rules import Repeat, Rhythm, TaskState
from tests.factories.tasks import ANNA, KARIN
from tests.factories.visits import MONDAY
from ui.my_day.day_line import DayLine
from ui.my_day.task_card import LONGEST_DETAIL, TaskCard
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.my_day.rows import MyDay

DAY = timedelta(days=1)


def task(title: str, due: date | None = MONDAY, **fields: Any) -> TaskRow:  # noqa: ANN401 - any field
    known: dict[str, Any] = {
        "id": uuid4(), "version": 1, "title": title, "person_id": None, "person_name": "",
        "assignee": ANNA, "due_on": due, "reviewer": "", "review_on": None,
        "rhythm": Rhythm(Repeat.NEVER, 1), "state": TaskState.OPEN, "done_at": None,
    }  # fmt: skip
    return TaskRow(**(known | fields))


def note(beginning: str, due: date = MONDAY) -> SimpleNamespace:
    return SimpleNamespace(
        note_id=uuid4(), person_id=uuid4(), given_name="Erna", family_name="Krüger",
        beginning=beginning, follow_up_due=due,
    )  # fmt: skip


def day(
    *due: TaskRow, more: int = 0, reviews: tuple[TaskRow, ...] = (), notes: tuple[Any, ...] = ()
) -> MyDay:
    tasks = DueTasks(due, len(due) + more, reviews, len(reviews), {})
    return cast("MyDay", SimpleNamespace(tasks=tasks, follow_ups=notes))


@pytest.fixture
def card(qtbot: QtBot) -> TaskCard:
    card = TaskCard()
    qtbot.addWidget(card)
    return card


def lines(card: TaskCard) -> list[DayLine]:
    return [line for line in card.findChildren(DayLine) if not line.isHidden()]


def test_tasks_stand_before_reviews_and_follow_ups(card: TaskCard) -> None:
    late = task("Late", MONDAY - DAY, person_name="Erna Krüger", rhythm=Rhythm(Repeat.WEEKLY, 1))
    review = task("Hers", assignee=KARIN, review_on=MONDAY)
    card.show_due(
        day(late, task("No hurry", None), reviews=(review,), notes=(note("Piano"),)), MONDAY
    )
    rows = [line.row for line in lines(card)]
    titles = ["Late", "No hurry", "Look at: Hers", "Follow up: Erna Krüger"]
    assert [row.title for row in rows] == titles
    assert [row.when for row in rows] == ["Yesterday", "No date", "Today", "Today"]
    assert [row.tone for row in rows] == ["attention", "", "", ""]
    assert [row.when_detail for row in rows] == ["overdue", "", "", ""]
    assert [row.verb for row in rows] == ["Done", "Done", "Looked at", ""]
    assert rows[0].detail == "Erna Krüger · Every week"
    assert rows[2].detail == KARIN


def test_a_press_says_which_task_is_done_and_which_was_looked_at(
    qtbot: QtBot, card: TaskCard
) -> None:
    mine, review = task("Mine"), task("Hers", review_on=MONDAY)
    card.show_due(day(mine, reviews=(review,)), MONDAY)
    with qtbot.waitSignal(card.finish_wanted) as wanted:
        lines(card)[0].button.click()
    assert wanted.args == [mine]
    with qtbot.waitSignal(card.review_wanted) as wanted:
        lines(card)[1].button.click()
    assert wanted.args == [review]


def test_a_follow_up_leads_to_its_note(qtbot: QtBot, card: TaskCard) -> None:
    waiting = note("She hears\nthe piano  again. " * 9)
    card.show_due(day(notes=(waiting,)), MONDAY)
    (line,) = lines(card)
    with qtbot.waitSignal(card.place_wanted) as wanted:
        line.arrow.click()
    assert wanted.args == [Place("clients", waiting.person_id, f"journal {waiting.note_id}")]
    assert "\n" not in line.row.detail
    assert LONGEST_DETAIL - 10 < len(line.row.detail) <= LONGEST_DETAIL + 2
    assert line.row.detail.endswith(" …")


def test_more_tasks_than_shown_are_counted_and_lead_to_all(qtbot: QtBot, card: TaskCard) -> None:
    card.show_due(day(task("One"), more=4), MONDAY)
    assert card._more.text() == "4 more tasks"
    with qtbot.waitSignal(card.place_wanted) as wanted:
        card._more.click()
    assert wanted.args == [Place("tasks", None, Show.MINE)]
    card.show_due(day(task("One")), MONDAY)
    assert card._more.isHidden()


def test_without_anything_to_do_the_card_goes_away(card: TaskCard) -> None:
    card.show_due(day(), MONDAY)
    assert card.isHidden()
    card.show_due(day(task("One")), MONDAY)
    assert not card.isHidden()
