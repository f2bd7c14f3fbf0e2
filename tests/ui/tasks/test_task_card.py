"""The cards beside the list: one task with its facts and buttons, and several chosen ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from app.errors import Problem, Refused
from app.tasks.rows import TaskDetails, TaskRow
from app.tasks.rules import Repeat, Rhythm, TaskState
from tests.factories.tasks import ANNA, KARIN
from tests.factories.visits import MONDAY
from ui.clients.fact_grid import FactGrid
from ui.tasks.many_card import NAMED, ManyCard
from ui.tasks.task_card import TaskCard
from ui.tasks.task_facts import TaskFacts
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

DAY = timedelta(days=1)
WRITTEN = datetime(2026, 11, 10, 9, tzinfo=UTC)
TASK = TaskRow(
    id=uuid4(),
    version=3,
    title="Call the pharmacy",
    person_id=uuid4(),
    person_name="Erna Krüger",
    assignee=ANNA,
    due_on=MONDAY - 3 * DAY,
    reviewer=KARIN,
    review_on=MONDAY,
    rhythm=Rhythm(Repeat.MONTHLY, 31),
    state=TaskState.OPEN,
    done_at=None,
)
DETAILS = TaskDetails(TASK, "Blue pills", "", "", WRITTEN, KARIN, "+49 221 4710100", "Big dog")


def details(**fields: Any) -> TaskDetails:  # noqa: ANN401 - any field of a task
    return replace(DETAILS, task=replace(TASK, **fields))


def closed(state: TaskState, result: str) -> TaskDetails:
    task = replace(TASK, state=state, done_at=WRITTEN + DAY)
    return replace(DETAILS, task=task, result=result, done_by=KARIN)


def card(qtbot: QtBot, shown: TaskDetails, who: str = ANNA) -> TaskCard:
    card = TaskCard(shown, MONDAY, who)
    qtbot.addWidget(card)
    return card


def buttons(part: QWidget) -> dict[str, QPushButton]:
    return {button.text(): button for button in part.findChildren(QPushButton) if button.text()}


def facts(qtbot: QtBot, shown: TaskDetails) -> TaskFacts:
    part = TaskFacts(shown, MONDAY)
    qtbot.addWidget(part)
    return part


def words_of(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.text()]


def grid_of(part: QWidget) -> dict[str, str]:
    grid = part.findChild(FactGrid)
    assert grid is not None
    return grid.facts()


def test_the_facts_of_an_open_task_say_how_late_it_is_and_what_is_known(qtbot: QtBot) -> None:
    part = facts(qtbot, DETAILS)
    assert grid_of(part) == {
        "About": "Erna Krüger",
        "Phone": "+49 221 4710100",
        "Who does it": ANNA,
        "How often": "Every month",
        "Looked at by": f"{KARIN}, Today",
        "Written": f"{KARIN}, 10 Nov 2026",
    }
    assert "Due: Fri 20 Nov · 3 days overdue" in words_of(part)
    assert "Blue pills" in words_of(part)


def test_a_hint_about_the_person_cannot_be_missed(qtbot: QtBot) -> None:
    part = facts(qtbot, DETAILS)
    assert [banner.accessibleName() for banner in part.findChildren(Banner)] == ["Big dog"]
    assert not facts(qtbot, replace(DETAILS, hint="")).findChildren(Banner)


@pytest.mark.parametrize(
    ("state", "name"), [(TaskState.DONE, "Result"), (TaskState.DROPPED, "Reason")]
)
def test_a_closed_task_says_by_whom_and_how_it_ended(
    qtbot: QtBot, state: TaskState, name: str
) -> None:
    part = facts(qtbot, closed(state, "They deliver now."))
    assert grid_of(part)[name] == "They deliver now."
    assert any(words.endswith(f"· {KARIN}") for words in words_of(part))


def test_markup_in_a_task_is_shown_as_it_was_typed(qtbot: QtBot) -> None:
    hostile = replace(details(title="<b>Call</b>"), note="<img src=x>")
    part = facts(qtbot, hostile)
    labels = [label for label in part.findChildren(QLabel) if label.text().startswith("<")]
    assert [label.text() for label in labels] == ["<b>Call</b>", "<img src=x>"]
    assert {label.textFormat().name for label in labels} == {"PlainText"}


def test_an_open_task_can_be_done_dropped_and_changed(qtbot: QtBot) -> None:
    shown = card(qtbot, DETAILS)
    assert list(buttons(shown)) == ["Done", "Not needed any more", "Change task", "Show person"]
    shown.result.set_value("They deliver now.")
    with qtbot.waitSignal(shown.finish_wanted) as wanted:
        buttons(shown)["Done"].click()
    assert wanted.args == ["They deliver now."]
    with qtbot.waitSignal(shown.drop_wanted) as wanted:
        buttons(shown)["Not needed any more"].click()
    assert wanted.args == ["They deliver now."]
    with qtbot.waitSignal(shown.change_wanted):
        buttons(shown)["Change task"].click()
    with qtbot.waitSignal(shown.person_wanted):
        buttons(shown)["Show person"].click()


def test_only_the_reviewer_ticks_a_review_off_and_only_when_it_is_due(qtbot: QtBot) -> None:
    assert "Looked at" in buttons(card(qtbot, DETAILS, KARIN))
    assert "Looked at" not in buttons(card(qtbot, DETAILS, ANNA))
    assert "Looked at" not in buttons(card(qtbot, details(review_on=MONDAY + DAY), KARIN))
    assert "Looked at" not in buttons(card(qtbot, details(review_on=None), KARIN))


def test_a_closed_task_can_only_be_reopened(qtbot: QtBot) -> None:
    shown = card(qtbot, closed(TaskState.DONE, ""))
    assert list(buttons(shown)) == ["Reopen task", "Show person"]
    with qtbot.waitSignal(shown.reopen_wanted):
        buttons(shown)["Reopen task"].click()


def test_a_task_about_nobody_leads_to_nobody(qtbot: QtBot) -> None:
    nobody = card(qtbot, details(person_id=None, person_name=""))
    assert "Show person" not in buttons(nobody)
    assert "About" not in grid_of(nobody)


def test_what_is_wrong_with_a_reason_stands_beside_it(qtbot: QtBot) -> None:
    shown = card(qtbot, DETAILS)
    shown.show_refused(Refused(Problem("Say why.", "result")))
    assert shown._form.field("result").problem() == "Say why."


def many(qtbot: QtBot, count: int) -> ManyCard:
    card = ManyCard([replace(TASK, title=f"Task {number}") for number in range(count)])
    qtbot.addWidget(card)
    return card


def test_many_chosen_tasks_are_named_and_the_rest_is_counted(qtbot: QtBot) -> None:
    few = many(qtbot, 2)
    assert few.accessibleName() == "2 tasks chosen"
    assert "Task 0\nTask 1" in words_of(few)
    (listed,) = (words for words in words_of(many(qtbot, NAMED + 3)) if "Task 0" in words)
    assert listed.splitlines()[-2:] == [f"Task {NAMED - 1}", "and 3 more"]


def test_many_tasks_go_to_the_colleague_who_was_named(qtbot: QtBot) -> None:
    shown = many(qtbot, 2)
    shown.suggest([KARIN])
    shown.who.set_value(KARIN)
    with qtbot.waitSignal(shown.assign_wanted) as wanted:
        shown.give_button.click()
    assert wanted.args == [KARIN]
    shown.show_refused(Refused(Problem("Who is that?", "assignee")))
    assert shown._form.field("assignee").problem() == "Who is that?"
