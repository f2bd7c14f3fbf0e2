"""Planning, recording, cancelling visits."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import func, select

from app.drafts.actions import save_draft
from app.drafts.queries import draft
from app.drafts.rules import Drafted
from app.errors import Conflict, Problem, Refused
from app.visiting.actions import (
    CHANGE_FORM,
    CLIENT_IS_GONE,
    IS_CANCELLED,
    NOT_CANCELLED,
    NOT_PLANNED,
    NOT_RECORDED,
    PLAN_FORM,
    RECORD_FORM,
    cancel_visit,
    change_planned_visit,
    plan_visit,
    record_visit,
    reopen_visit,
    restore_visit,
)
from app.visiting.queries import visit_details
from app.visiting.rows import SavedVisit
from app.visiting.rules import (
    NotHeldReason,
    VisitRecord,
    VisitStatus,
    check_plan,
    check_record,
)
from app.visiting.rules.bookings import CLIENT_IS_BUSY, VISITOR_IS_BUSY
from app.visiting.rules.record import STILL_AHEAD
from db.admin import AuditLine
from tests.factories.clients import add_client
from tests.factories.visit_days import day_visits
from tests.factories.visits import MONDAY, at, planned, visit_planned

if TYPE_CHECKING:
    from app.office import Office
    from app.visiting.rows import VisitDetails

WHO = "Anna Beispiel"
MORNING = VisitRecord(held=True, start=time(8, 5), end=time(9, 0), note="Brought the paper.")


@pytest.fixture
def erna(office: Office) -> UUID:
    return add_client(office)


@pytest.fixture
def visit(office: Office, erna: UUID) -> UUID:
    """A visit of this morning, planned from 8 to 9; the clock says 10."""
    return visit_planned(office, erna, start=time(8, 0))


def details(office: Office, visit: UUID) -> VisitDetails:
    found = office.ask(visit_details, visit)
    assert found is not None
    return found


def refusal(office: Office, *act: object) -> str:
    with pytest.raises(Refused) as refused:
        office.act(*act)  # type: ignore[arg-type]  # any act with what it is given
    problem = refused.value.problems[0]
    reason = problem.values.get("reason", problem)
    assert isinstance(reason, Problem)
    return reason.message


def test_a_planned_visit_stands_in_its_day(office: Office, erna: UUID) -> None:
    done = office.act(plan_visit, uuid4(), planned(erna))
    assert done.features == {"visiting"}
    (row,) = office.ask(day_visits, MONDAY)
    assert (row.id, row.client_name, row.visitor) == (done.value, "Erna Krüger", "Karin Vogt")
    assert (row.start.time(), row.end.time()) == (time(14, 0), time(15, 0))
    assert row.status is VisitStatus.PLANNED


def test_a_double_click_plans_one_visit(office: Office, erna: UUID) -> None:
    visit_id = uuid4()
    first = office.act(plan_visit, visit_id, planned(erna))
    second = office.act(plan_visit, visit_id, planned(erna))
    assert first.value == second.value
    assert second.features == frozenset()
    assert len(office.ask(day_visits, MONDAY)) == 1


def test_a_plan_that_breaks_a_rule_leaves_nothing_behind(office: Office, erna: UUID) -> None:
    with pytest.raises(Refused) as refused:
        office.act(plan_visit, uuid4(), planned(erna, end=time(13, 0), visitor=""))
    assert [problem.field for problem in refused.value.problems] == ["visitor", "end"]
    assert office.ask(day_visits, MONDAY) == ()


def test_a_client_who_is_gone_cannot_be_visited(office: Office) -> None:
    assert refusal(office, plan_visit, uuid4(), planned(uuid4())) == CLIENT_IS_GONE


def test_nobody_is_booked_twice(office: Office, erna: UUID) -> None:
    paul = add_client(office, given_name="Paul", family_name="Łukasz")
    office.act(plan_visit, uuid4(), planned(erna))
    busy = planned(paul, start=time(14, 30), end=time(15, 30))
    assert refusal(office, plan_visit, uuid4(), busy) == VISITOR_IS_BUSY
    visited = planned(erna, start=time(14, 30), end=time(15, 30), visitor="Omid Rahimi")
    assert refusal(office, plan_visit, uuid4(), visited) == CLIENT_IS_BUSY


def test_the_time_of_a_cancelled_visit_is_free_again(office: Office, erna: UUID) -> None:
    cancelled = visit_planned(office, erna)
    office.act(cancel_visit, cancelled, 1)
    office.act(plan_visit, uuid4(), planned(erna))
    assert refusal(office, restore_visit, cancelled, 2) == CLIENT_IS_BUSY


def test_a_planned_visit_can_be_moved_over_its_own_time(office: Office, erna: UUID) -> None:
    visit = visit_planned(office, erna)
    later = planned(erna, start=time(14, 30), end=time(15, 30), place_note="Ring twice")
    assert office.act(change_planned_visit, visit, 1, later).value == SavedVisit(visit, 2)
    found = details(office, visit)
    assert (found.visit.start.time(), found.place_note) == (time(14, 30), "Ring twice")


def test_a_visit_that_changed_meanwhile_is_not_overwritten(office: Office, visit: UUID) -> None:
    office.act(record_visit, visit, 1, MORNING)
    with pytest.raises(Conflict):
        office.act(record_visit, visit, 1, VisitRecord(held=False, reason=NotHeldReason.WEATHER))
    assert details(office, visit).visit.status is VisitStatus.HELD


def test_a_held_visit_keeps_its_real_times_and_its_note(office: Office, visit: UUID) -> None:
    office.act(record_visit, visit, 1, MORNING)
    found = details(office, visit)
    assert found.visit.status is VisitStatus.HELD
    assert found.actual_start is not None
    assert found.actual_end is not None
    assert (found.actual_start.time(), found.actual_end.time()) == (time(8, 5), time(9, 0))
    assert found.note == "Brought the paper."
    assert found.visit.start.time() == time(8, 0)


def test_a_record_can_be_corrected(office: Office, visit: UUID) -> None:
    version = office.act(record_visit, visit, 1, MORNING).value.version
    nobody = VisitRecord(held=False, start=time(8), end=time(9), reason=NotHeldReason.NO_ONE_OPENED)
    office.act(record_visit, visit, version, nobody)
    found = details(office, visit)
    assert found.visit.status is VisitStatus.NOT_HELD
    assert found.visit.reason is NotHeldReason.NO_ONE_OPENED
    assert (found.actual_start, found.actual_end) == (None, None)


def test_a_visit_in_the_future_cannot_be_recorded(office: Office, erna: UUID) -> None:
    tomorrow = visit_planned(office, erna, MONDAY + timedelta(days=1))
    assert refusal(office, record_visit, tomorrow, 1, MORNING) == STILL_AHEAD
    assert details(office, tomorrow).visit.status is VisitStatus.PLANNED


def test_a_recorded_visit_cannot_be_moved_or_cancelled(
    office: Office, erna: UUID, visit: UUID
) -> None:
    office.act(record_visit, visit, 1, MORNING)
    assert refusal(office, change_planned_visit, visit, 2, planned(erna)) == NOT_PLANNED
    assert refusal(office, cancel_visit, visit, 2) == NOT_PLANNED


def test_a_record_can_be_taken_back_and_its_note_is_kept(office: Office, visit: UUID) -> None:
    version = office.act(record_visit, visit, 1, MORNING).value.version
    office.act(reopen_visit, visit, version)
    found = details(office, visit)
    assert found.visit.status is VisitStatus.PLANNED
    assert (found.note, found.actual_start) == ("Brought the paper.", None)
    assert refusal(office, reopen_visit, visit, version + 1) == NOT_RECORDED


def test_a_cancelled_visit_can_be_brought_back(office: Office, visit: UUID) -> None:
    version = office.act(cancel_visit, visit, 1).value.version
    assert details(office, visit).visit.status is VisitStatus.CANCELLED
    assert refusal(office, record_visit, visit, version, MORNING) == IS_CANCELLED
    version = office.act(restore_visit, visit, version).value.version
    assert details(office, visit).visit.status is VisitStatus.PLANNED
    assert refusal(office, restore_visit, visit, version) == NOT_CANCELLED


def test_a_saved_record_leaves_no_draft(office: Office, visit: UUID) -> None:
    office.act(save_draft, Drafted(RECORD_FORM, str(visit), {"note": "Brought"}))
    office.act(record_visit, visit, 1, MORNING)
    assert office.ask(draft, RECORD_FORM, str(visit), WHO) is None


def test_a_refused_record_keeps_its_draft(office: Office, visit: UUID) -> None:
    office.act(save_draft, Drafted(RECORD_FORM, str(visit), {"note": "Brought"}))
    refusal(office, record_visit, visit, 1, VisitRecord(held=None))
    assert office.ask(draft, RECORD_FORM, str(visit), WHO) is not None


def test_a_saved_plan_leaves_no_draft(office: Office, erna: UUID) -> None:
    office.act(save_draft, Drafted(PLAN_FORM, str(erna), {"visitor": "Kar"}))
    visit_id = office.act(plan_visit, uuid4(), planned(erna), str(erna)).value
    assert office.ask(draft, PLAN_FORM, str(erna), WHO) is None
    office.act(save_draft, Drafted(CHANGE_FORM, str(visit_id), {"visitor": "Kar"}))
    office.act(change_planned_visit, visit_id, 1, planned(erna, visitor="Omid Rahimi"))
    assert office.ask(draft, CHANGE_FORM, str(visit_id), WHO) is None


def test_every_act_on_a_visit_leaves_one_audit_line(office: Office, visit: UUID) -> None:
    office.act(record_visit, visit, 1, MORNING)
    counted = (
        select(AuditLine.action, func.count())
        .group_by(AuditLine.action)
        .where(AuditLine.feature == "visiting")
    )
    lines = office.ask(lambda connection: dict(list(connection.execute(counted))))
    assert lines == {"plan_visit": 1, "record_visit": 1}


HOSTILE = some.sampled_from(
    [
        "<b>bold</b>",
        "<img src=/etc/passwd>",
        "100 % _ ' \" ; --",
        "{name} %s",
        "😀 👩‍🦽",
        "\u202eright to left\u202c مريم",
        "NUL\x00",
        "half \ud83d",
        "x" * 20_001,
        "two\nlines",
    ]
) | some.text(some.characters(), max_size=60)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(visitor=HOSTILE, place_note=HOSTILE, note=HOSTILE)
def test_hostile_text_is_stored_as_typed_or_refused_at_its_field(
    office: Office, visitor: str, place_note: str, note: str
) -> None:
    client = add_client(office)
    plan = planned(client, MONDAY, time(8), time(9), visitor=visitor, place_note=place_note)
    plan_refused = check_plan(plan, today=MONDAY)
    record = VisitRecord(held=True, start=time(8), end=time(9), note=note)
    note_refused = check_record(record, day=MONDAY, now=at("2026-11-23 10:00"))
    visit_id = uuid4()
    if plan_refused:
        assert refusal(office, plan_visit, visit_id, plan) == plan_refused[0].message
        assert {problem.field for problem in plan_refused} <= {"visitor", "place_note"}
        return
    office.act(plan_visit, visit_id, plan)
    if note_refused:
        assert refusal(office, record_visit, visit_id, 1, record) == note_refused[0].message
        assert {problem.field for problem in note_refused} == {"note"}
        office.act(cancel_visit, visit_id, 1)
    else:
        office.act(record_visit, visit_id, 1, record)
        assert details(office, visit_id).note == note
        office.act(reopen_visit, visit_id, 2)
        office.act(cancel_visit, visit_id, 3)
    found = details(office, visit_id)
    assert (found.visit.visitor, found.place_note) == (visitor, place_note)
