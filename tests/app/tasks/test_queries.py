"""What the screens are told about tasks."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from sqlalchemy import text

from app.access.rules import Role
from app.tasks import statements as ask
from app.tasks.actions import drop_task, finish_task
from app.tasks.queries import (
    Show,
    count_due_tasks,
    due_tasks,
    known_colleagues,
    open_tasks_to_seek,
    task_details,
    task_list,
    tasks_of_person,
)
from app.tasks.rows import TaskCounts
from db.people import Person
from tests.factories.clients import add_client
from tests.factories.plans import plan_of
from tests.factories.tasks import ANNA, KARIN, hide, join, task_added
from tests.factories.visits import MONDAY

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Select

    from app.office import Act, Office

DAY = timedelta(days=1)


def shown(office: Office, show: Show, colleague: str = "") -> list[UUID]:
    return [task.id for task in office.ask(task_list, show, MONDAY, ANNA, colleague).tasks]


def test_each_list_shows_its_tasks_the_first_due_first_and_undated_ones_last(
    office: Office,
) -> None:
    undated = task_added(office)
    late = task_added(office, due_on=MONDAY - DAY)
    soon = task_added(office, due_on=MONDAY + DAY)
    others = task_added(office, assignee=KARIN, due_on=MONDAY - 2 * DAY)
    review = task_added(office, assignee=KARIN, reviewer=ANNA, review_on=MONDAY)
    task_added(office, assignee=KARIN, reviewer=ANNA, review_on=MONDAY + DAY)
    assert shown(office, Show.MINE) == [late, soon, undated]
    assert shown(office, Show.OVERDUE) == [others, late]
    assert shown(office, Show.OVERDUE, KARIN) == [others]
    assert shown(office, Show.OPEN)[:3] == [others, late, soon]
    assert shown(office, Show.TO_REVIEW) == [review]
    counts = office.ask(task_list, Show.MINE, MONDAY, ANNA).counts
    assert counts == TaskCounts(mine=3, to_review=1, open=6, overdue=2)


def test_closed_tasks_come_latest_first(office: Office) -> None:
    done, dropped = task_added(office), task_added(office, assignee=KARIN)
    office.act(finish_task, done, 1)
    office.act(drop_task, dropped, 1, "Not needed")
    assert set(shown(office, Show.CLOSED)) == {done, dropped}
    assert shown(office, Show.CLOSED, KARIN) == [dropped]
    assert not shown(office, Show.OPEN)


def test_a_persons_tasks_come_open_ones_first_from_all_cards(office: Office) -> None:
    erna, twin, other = (add_client(office) for _ in range(3))
    done = task_added(office, person_id=erna)
    office.act(finish_task, done, 1)
    mine, hers = task_added(office, person_id=erna), task_added(office, person_id=twin)
    task_added(office, person_id=other)

    def link(act: Act) -> None:
        act.session.get_one(Person, twin).linked_to = erna

    office.act(link)
    for card in (erna, twin):
        found = [task.id for task in office.ask(tasks_of_person, card)]
        assert set(found[:2]) == {mine, hers}
        assert found[2:] == [done]


def test_details_say_whom_to_call(office: Office) -> None:
    erna = add_client(office, phone="+49 211 899", hint="Call the niece first")
    found = office.ask(task_details, task_added(office, person_id=erna))
    assert found is not None
    assert (found.phone, found.hint) == ("0211 899", "Call the niece first")
    assert found.task.person_name == "Erna Krüger"
    assert office.ask(task_details, uuid4()) is None


def test_my_day_is_told_what_is_due_and_what_is_ahead(office: Office) -> None:
    late, today = task_added(office, due_on=MONDAY - DAY), task_added(office, due_on=MONDAY)
    for days in (1, 1, 7, 8):
        task_added(office, due_on=MONDAY + days * DAY)
    task_added(office, due_on=MONDAY, assignee=KARIN)
    review = task_added(office, assignee=KARIN, reviewer=ANNA, review_on=MONDAY - DAY)
    found = office.ask(due_tasks, MONDAY, ANNA, 7)
    assert [task.id for task in found.due] == [late, today]
    assert [task.id for task in found.reviews] == [review]
    assert (found.due_count, found.review_count) == (2, 1)
    assert found.ahead == {MONDAY + DAY: 2, MONDAY + 7 * DAY: 1}
    assert office.ask(count_due_tasks, MONDAY, ANNA) == 3


def test_hidden_people_are_in_no_list_and_no_count(office: Office) -> None:
    erna = add_client(office)
    hide(office, erna)
    seen = task_added(office, due_on=MONDAY)

    def write(act: Act) -> None:
        act.session.connection().execute(text("UPDATE task SET person_id = :id"), {"id": erna.hex})

    office.act(write)
    for show in Show:
        assert not shown(office, show)
    assert office.ask(task_list, Show.MINE, MONDAY, ANNA).counts == TaskCounts(0, 0, 0, 0)
    assert office.ask(task_details, seen) is None
    assert not office.ask(tasks_of_person, erna)
    assert not office.ask(open_tasks_to_seek, ANNA)
    assert office.ask(due_tasks, MONDAY, ANNA, 7).due_count == 0
    assert not office.ask(due_tasks, MONDAY, ANNA, 7).due


def test_a_long_list_is_cut_and_says_so(office: Office) -> None:
    for _ in range(3):
        task_added(office)
    found = office.ask(task_list, Show.MINE, MONDAY, ANNA, most=2)
    assert (len(found.tasks), found.is_cut, found.counts.mine) == (2, True, 3)


def test_colleagues_are_members_and_whoever_has_work(office: Office) -> None:
    task_added(office, assignee=KARIN)
    erna = add_client(office)

    def take_care(act: Act) -> None:
        act.session.get_one(Person, erna).responsible = "Ömer Kaya"

    office.act(take_care)
    join(office, "Zoe Ziel", Role.COORDINATOR)
    names = office.ask(known_colleagues, ANNA)
    assert names == (ANNA, KARIN, "Ömer Kaya", "Zoe Ziel")


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (ask.MINE, "ix_task_state_assignee_due_on"),
        (ask.MY_DUE, "ix_task_state_assignee_due_on"),
        (ask.AHEAD, "ix_task_state_assignee_due_on"),
        (ask.TO_REVIEW, "ix_task_state_reviewer_review_on"),
        (ask.DUE_COUNTS, "COVERING INDEX ix_task_state_assignee_due_on"),
        (ask.DUE_COUNTS, "COVERING INDEX ix_task_state_reviewer_review_on"),
        (ask.OF_PERSON, "ix_task_person_id_state_due_on"),
        (ask.FROM_ORIGIN, "ix_task_origin_origin_id"),
        (ask.COLLEAGUES, "COVERING INDEX ix_person_responsible"),
        (ask.COLLEAGUES, "COVERING INDEX ix_task_state_assignee"),
    ],
)
def test_every_list_that_is_read_often_has_its_index(
    office: Office, statement: Select[*tuple[Any, ...]], index: str
) -> None:
    found = office.ask(plan_of, statement)
    assert index in found
    assert "SCAN task" not in found
    assert "SCAN person" not in found
