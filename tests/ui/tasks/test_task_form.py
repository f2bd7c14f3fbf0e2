"""The form of a task and its fields: what they show, what they answer, what is written."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from app.tasks.queries import task_details
from app.tasks.rules import Repeat
from tests.factories.clients import add_client
from tests.factories.tasks import ANNA, KARIN, task_added, task_values
from tests.factories.visits import MONDAY
from ui.tasks.task_fields import TaskFields
from ui.tasks.task_form import TaskForm

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from app.tasks.rows import TaskDetails
    from ui.desk import Desk

DAY = timedelta(days=1)


def known(office: Office, task_id: UUID) -> TaskDetails:
    found = office.ask(task_details, task_id)
    assert found is not None
    return found


def form(qtbot: QtBot, desk: Desk, changes: TaskDetails | None = None) -> TaskForm:
    form = TaskForm(desk, changes=changes)
    qtbot.addWidget(form)
    return form


def test_empty_fields_are_a_task_that_one_does_once_oneself(qtbot: QtBot, desk: Desk) -> None:
    fields = TaskFields(desk)
    qtbot.addWidget(fields)
    assert fields.value() == task_values(title="", assignee=ANNA)


def test_a_task_is_shown_whole_and_answered_as_it_stands(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    erna = add_client(office)
    written: dict[str, Any] = {
        "title": "Order a wheelchair", "note": "With brakes", "person_id": erna,
        "due_on": MONDAY, "repeat": Repeat.WEEKLY, "assignee": KARIN,
        "reviewer": KARIN, "review_on": MONDAY + DAY,
    }  # fmt: skip
    task = known(office, task_added(office, **written))
    fields = TaskFields(desk)
    qtbot.addWidget(fields)
    fields.fill(task)
    assert fields.value() == task_values(**written)


def test_every_field_is_named_for_those_who_do_not_see_it(qtbot: QtBot, desk: Desk) -> None:
    fields = TaskFields(desk)
    qtbot.addWidget(fields)
    named = [fields.task_title, fields.assignee, fields.due_on, fields.repeat, fields.reviewer]
    assert all(field.focusProxy() or field.accessibleName() for field in named)


def test_saving_twice_writes_one_task(qtbot: QtBot, desk: Desk, office: Office) -> None:
    new = form(qtbot, desk)
    assert new.is_new
    new.parts.task_title.set_value("Ask about the keys")
    answers: list[object] = []
    new.saved.connect(answers.append)
    new.save()
    new.save()
    qtbot.waitUntil(lambda: bool(answers))
    assert known(office, new.task_id).task.title == "Ask about the keys"
    assert len(answers) == 1


def test_a_change_begins_with_the_task_and_raises_its_version(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    task_id = task_added(office, title="Call", due_on=MONDAY)
    change = form(qtbot, desk, known(office, task_id))
    assert not change.is_new
    assert (change.task_id, change.parts.task_title.value()) == (task_id, "Call")
    change.parts.due_on.set_value(MONDAY + DAY)
    answers: list[object] = []
    change.saved.connect(answers.append)
    change.save()
    qtbot.waitUntil(lambda: bool(answers))
    task = known(office, task_id).task
    assert (task.due_on, task.version) == (MONDAY + DAY, 2)


def test_colleagues_who_are_known_are_offered(qtbot: QtBot, desk: Desk, office: Office) -> None:
    task_added(office, assignee=KARIN)
    new = form(qtbot, desk)
    qtbot.waitUntil(lambda: KARIN in _offered(new))


def _offered(form: TaskForm) -> list[str]:
    model = form.parts.assignee.completer().model()
    return [str(model.index(line, 0).data()) for line in range(model.rowCount())]
