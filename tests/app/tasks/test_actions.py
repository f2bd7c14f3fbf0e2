"""What can be done with tasks."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.admin.queries import recent_audit_lines
from app.drafts.actions import save_draft
from app.drafts.queries import all_drafts
from app.drafts.rules import Drafted
from app.errors import Conflict, Refused
from app.tasks import actions as do
from app.tasks.listeners import ClosedTask, listen
from app.tasks.queries import Show, task_details, task_list, tasks_from
from app.tasks.rows import Assignment
from app.tasks.rules import Repeat, TaskState
from tests.factories.clients import add_client
from tests.factories.tasks import ANNA, KARIN, hide, task_added, task_values
from tests.factories.visits import MONDAY

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act, Office
    from app.tasks.rows import TaskDetails, TaskRow

WEEK = timedelta(days=7)


def details(office: Office, task_id: UUID) -> TaskDetails:
    found = office.ask(task_details, task_id)
    assert found is not None
    return found


def opened(office: Office) -> list[TaskRow]:
    return list(office.ask(task_list, Show.OPEN, MONDAY, ANNA).tasks)


def test_a_task_is_written_once_even_if_saved_twice_and_leaves_no_draft(office: Office) -> None:
    office.act(save_draft, Drafted("task_new", "", {"title": "Call"}))
    task_id = uuid4()
    for _ in range(2):
        office.act(do.add_task, task_id, task_values(due_on=MONDAY))
    assert [task.id for task in opened(office)] == [task_id]
    assert not office.ask(all_drafts, ANNA)
    assert office.ask(recent_audit_lines)[0].records == (("tasks", task_id),)


def test_a_task_about_somebody_nobody_knows_is_refused_beside_the_person(office: Office) -> None:
    hidden = add_client(office)
    hide(office, hidden)
    for person_id in (uuid4(), hidden):
        with pytest.raises(Refused) as refused:
            task_added(office, person_id=person_id)
        assert refused.value.problems[0].field == "person_id"


def test_a_changed_task_keeps_what_was_typed_and_counts_its_version(office: Office) -> None:
    task_id = task_added(office)
    values = task_values(title=" Ring the bell ", note="<b>%_\U0001f600", due_on=MONDAY)
    saved = office.act(do.change_task, task_id, 1, values).value
    found = details(office, task_id)
    assert (found.task.title, found.note) == ("Ring the bell", "<b>%_\U0001f600")
    assert saved.version == found.task.version == 2


def test_nobody_overwrites_what_somebody_else_changed(office: Office) -> None:
    task_id = task_added(office)
    office.act(do.change_task, task_id, 1, task_values(title="Mine"))
    for act, more in (
        (do.change_task, (task_values(),)),
        (do.finish_task, ()),
        (do.drop_task, ("Old",)),
        (do.review_task, ()),
    ):
        with pytest.raises(Conflict):
            office.act(act, task_id, 1, *more)
    assert details(office, task_id).task.title == "Mine"


def test_a_task_is_done_with_a_result_and_by_whom(office: Office) -> None:
    task_id = task_added(office)
    office.act(do.finish_task, task_id, 1, " She has her pills. ")
    found = details(office, task_id)
    assert found.task.state is TaskState.DONE
    assert (found.result, found.done_by) == ("She has her pills.", ANNA)
    with pytest.raises(Refused):
        office.act(do.finish_task, task_id, 2)
    with pytest.raises(Refused):
        office.act(do.change_task, task_id, 2, task_values())


def test_a_dropped_task_says_why_and_does_not_come_again(office: Office) -> None:
    task_id = task_added(office, due_on=MONDAY, repeat=Repeat.WEEKLY)
    with pytest.raises(Refused):
        office.act(do.drop_task, task_id, 1, " ")
    office.act(do.drop_task, task_id, 1, "She moved away.")
    assert details(office, task_id).task.state is TaskState.DROPPED
    assert not opened(office)


def test_a_repeating_task_comes_again_once_it_is_done(office: Office) -> None:
    first = task_added(
        office, due_on=MONDAY - WEEK, repeat=Repeat.WEEKLY, note="Blue pills",
        reviewer=KARIN, review_on=MONDAY - WEEK + timedelta(days=2),
    )  # fmt: skip
    done = office.act(do.finish_task, first, 1).value
    (again,) = opened(office)
    assert done.again_on == again.due_on == MONDAY + WEEK
    assert again.review_on == MONDAY + WEEK + timedelta(days=2)
    assert details(office, again.id).note == "Blue pills"


def test_a_rhythm_keeps_its_day_of_the_month_through_short_months(office: Office) -> None:
    end_of_january = MONDAY.replace(year=2027, month=1, day=31)
    first = task_added(office, due_on=end_of_january, repeat=Repeat.MONTHLY)
    office.act(do.finish_task, first, 1)
    (second,) = opened(office)
    values = task_values(title="Changed", due_on=second.due_on, repeat=Repeat.MONTHLY)
    office.act(do.change_task, second.id, 1, values)
    office.act(do.finish_task, second.id, 2)
    (third,) = opened(office)
    assert (second.due_on, third.due_on) == (
        end_of_january.replace(month=2, day=28),
        end_of_january.replace(month=3, day=31),
    )


def test_undoing_done_takes_the_untouched_next_one_back(office: Office) -> None:
    task_id = task_added(office, due_on=MONDAY, repeat=Repeat.WEEKLY)
    done = office.act(do.finish_task, task_id, 1).value
    office.act(do.reopen_task, task_id, done.version)
    (again,) = opened(office)
    assert (again.id, again.state) == (task_id, TaskState.OPEN)
    with pytest.raises(Refused):
        office.act(do.reopen_task, task_id, again.version)


def test_a_next_one_that_somebody_worked_on_stays_and_is_not_doubled(office: Office) -> None:
    task_id = task_added(office, due_on=MONDAY, repeat=Repeat.WEEKLY)
    done = office.act(do.finish_task, task_id, 1).value
    (follower,) = opened(office)
    values = task_values(title="Worked on", due_on=MONDAY + WEEK, repeat=Repeat.WEEKLY)
    office.act(do.change_task, follower.id, 1, values)
    again = office.act(do.reopen_task, task_id, done.version).value
    office.act(do.finish_task, task_id, again.version)
    assert [task.title for task in opened(office)] == ["Worked on"]


def test_a_review_is_ticked_off_or_moved_on(office: Office) -> None:
    task_id = task_added(office, reviewer=KARIN, review_on=MONDAY)
    office.act(do.review_task, task_id, 1, MONDAY + WEEK)
    assert details(office, task_id).task.review_on == MONDAY + WEEK
    office.act(do.review_task, task_id, 2)
    found = details(office, task_id).task
    assert (found.reviewer, found.review_on) == ("", None)
    with pytest.raises(Refused):
        office.act(do.review_task, task_id, 3)


def test_many_tasks_are_given_to_a_colleague_and_back_all_or_none(office: Office) -> None:
    first, second = task_added(office), task_added(office)
    given = [Assignment(first, 1, KARIN), Assignment(second, 1, f" {KARIN} ")]
    before = office.act(do.assign_tasks, given).value
    assert {task.assignee for task in opened(office)} == {KARIN}
    with pytest.raises(Conflict):
        office.act(do.assign_tasks, [before[0], Assignment(second, 1, ANNA)])
    assert {task.assignee for task in opened(office)} == {KARIN}
    office.act(do.assign_tasks, before)
    assert {task.assignee for task in opened(office)} == {ANNA}
    with pytest.raises(Refused):
        office.act(do.assign_tasks, [Assignment(first, 3, " ")])


def test_a_hidden_persons_task_is_as_good_as_gone(office: Office) -> None:
    person_id = add_client(office)
    task_id = task_added(office, person_id=person_id)
    hide(office, person_id)
    with pytest.raises(Refused) as refused:
        office.act(do.finish_task, task_id, 1)
    assert refused.value.problems[0].message == do.TASK_IS_GONE


def test_the_feature_that_opened_a_task_is_told_what_became_of_it(office: Office) -> None:
    told: list[ClosedTask] = []
    listen("test_feature", lambda _act, closed: told.append(closed))
    origin_id = uuid4()

    def begin(act: Act) -> UUID:
        return do.open_task(act, task_values(), "test_feature", origin_id)

    task_id = office.act(begin).value
    assert [task.id for task in office.ask(tasks_from, "test_feature", origin_id)] == [task_id]
    done = office.act(do.finish_task, task_id, 1, "Granted").value
    office.act(do.reopen_task, task_id, done.version)
    assert told == [
        ClosedTask(task_id, origin_id, TaskState.DONE, "Granted"),
        ClosedTask(task_id, origin_id, TaskState.OPEN, "Granted"),
    ]
