"""What can be done with visits: plan, change, record, reopen, cancel, bring back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import bindparam, select

from app.clients.contact import recount_contact
from app.clients.rules import PersonStatus, Standing, full_name, why_no_visit
from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.office import CHANGED_MEANWHILE
from app.visiting.placing import refuse_rest, take_visitor, with_free_time
from app.visiting.queries import bookings_between
from app.visiting.recording import write_record
from app.visiting.rows import SavedVisit
from app.visiting.rules import (
    Booking,
    Place,
    VisitKind,
    VisitPlan,
    VisitRecord,
    VisitStatus,
    check_bookings,
    check_plan,
    check_record,
)
from app.visiting.series.resting import refuse_absence
from db.access import is_known_to_me
from db.people import Person
from db.visiting import Visit

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act

PLAN_FORM = "visit_plan"
"""Draft name of the form that plans a new visit; its subject is a client or ""."""
CHANGE_FORM = "visit_change"
"""Draft name of the form that changes a planned visit; its subject is the visit."""
RECORD_FORM = "visit_record"
"""Draft name of the recording form; its subject is the visit."""

CLIENT_IS_GONE = N_("This client no longer exists. Please choose another.")
VISIT_IS_GONE = N_("This visit no longer exists.")
NOT_PLANNED = N_("Only a planned visit can be moved or cancelled. This one is recorded.")
IS_CANCELLED = N_("This visit was cancelled. Bring it back first, then record it.")
NOT_CANCELLED = N_("Only a cancelled visit can be brought back.")
NOT_RECORDED = N_("Nothing was recorded about this visit yet.")

_CLIENT = select(Person).where(Person.id == bindparam("client_id"), is_known_to_me(Person.id))


def plan_visit(act: Act, visit_id: UUID, plan: VisitPlan, draft: str = "") -> UUID:
    """Plan a visit under an id that the form made, so that a double click plans one visit.

    `draft` is the subject of the form's draft, dropped in the same transaction. Raises
    `Refused` for a plan that breaks a rule or books somebody twice.
    """
    discard_draft(act, PLAN_FORM, draft)
    if act.session.get(Visit, visit_id) is not None:
        return visit_id
    visit = Visit(id=visit_id, status=VisitStatus.PLANNED.value)
    _fill(act, visit, plan)
    act.session.add(visit)
    act.touch("visiting", visit_id)
    return visit_id


def change_planned_visit(act: Act, visit_id: UUID, version: int, plan: VisitPlan) -> SavedVisit:
    """Change who, when or where of a planned visit; answer it with its new version.

    Raises `Refused` as planning does, and `Conflict` when the visit changed meanwhile.
    """
    visit = _opened(act, visit_id, version)
    if visit.status != VisitStatus.PLANNED.value:
        raise Refused(Problem(NOT_PLANNED))
    _fill(act, visit, plan)
    discard_draft(act, CHANGE_FORM, str(visit_id))
    return _changed(act, visit)


def record_visit(act: Act, visit_id: UUID, version: int, record: VisitRecord) -> SavedVisit:
    """Say how a visit went, or correct what was said; answer it with its new version.

    Drops the form's draft in the same transaction. Raises `Refused` when the record breaks a
    rule or the visit was cancelled, `Conflict` when the visit changed meanwhile.
    """
    visit = _opened(act, visit_id, version)
    if visit.status == VisitStatus.CANCELLED.value:
        raise Refused(Problem(IS_CANCELLED))
    day = visit.planned_start.date()
    _refuse(*check_record(record, day=day, now=act.local_now))
    write_record(act, visit, record)
    _plan_next(act, visit, record)
    discard_draft(act, RECORD_FORM, str(visit_id))
    recount_contact(act, visit.client_id)
    return _changed(act, visit)


def reopen_visit(act: Act, visit_id: UUID, version: int) -> SavedVisit:
    """Take back that a visit was held or not held; its note is kept for the next record.

    Answers it with its new version. Raises `Refused` when nothing was recorded or the time is
    taken, `Conflict` when the visit changed meanwhile.
    """
    visit = _opened(act, visit_id, version)
    if visit.status not in {VisitStatus.HELD.value, VisitStatus.NOT_HELD.value}:
        raise Refused(Problem(NOT_RECORDED))
    saved = _plan_again(act, visit)
    recount_contact(act, visit.client_id)
    return saved


def cancel_visit(act: Act, visit_id: UUID, version: int) -> SavedVisit:
    """Cancel a planned visit; answer the version with which it can be brought back.

    Raises `Refused` when the visit is not planned, `Conflict` when it changed meanwhile.
    """
    visit = _opened(act, visit_id, version)
    if visit.status != VisitStatus.PLANNED.value:
        raise Refused(Problem(NOT_PLANNED))
    visit.status = VisitStatus.CANCELLED.value
    return _changed(act, visit)


def restore_visit(act: Act, visit_id: UUID, version: int) -> SavedVisit:
    """Bring a cancelled visit back as planned; answer it with its new version.

    Raises `Refused` when it is not cancelled or its time is taken by now, `Conflict` when it
    changed meanwhile.
    """
    visit = _opened(act, visit_id, version)
    if visit.status != VisitStatus.CANCELLED.value:
        raise Refused(Problem(NOT_CANCELLED))
    return _plan_again(act, visit)


def hand_visit(act: Act, visit_id: UUID, visitor: str) -> None:
    """Let somebody else make a planned visit; other actions call this in their transaction.

    Raises `Refused` when it is not planned any more or would book the new visitor twice.
    """
    visit = act.session.get(Visit, visit_id)
    if visit is None or visit.status != VisitStatus.PLANNED.value:
        raise Refused(Problem(NOT_PLANNED))
    take_visitor(act, visit, visitor)
    refuse_absence(act, visit)
    _refuse_double_booking(act, visit, act.session.get_one(Person, visit.client_id))
    act.session.flush()


def _plan_next(act: Act, visit: Visit, record: VisitRecord) -> None:
    """Plan the next visit where the record names its day: as long, and where this one was."""
    if record.next_day is None or record.next_start is None:
        return
    begins = datetime.combine(record.next_day, record.next_start)
    ends = begins + (visit.planned_end - visit.planned_start)
    plan = VisitPlan(
        visit.client_id,
        visit.visitor,
        record.next_day,
        record.next_start,
        ends.time(),
        Place(visit.place),
        visit.place_note,
    )
    following = Visit(
        id=uuid4(),
        status=VisitStatus.PLANNED.value,
        kind=visit.kind,
        visitor_id=visit.visitor_id,
        match_id=visit.match_id,
    )
    try:
        _fill(act, following, plan)
    except Refused as refused:
        raise Refused(*map(_of_the_next, refused.problems)) from refused
    act.session.add(following)
    act.touch("visiting", following.id)


def _of_the_next(problem: Problem) -> Problem:
    """Put a problem of the next visit beside the fields that plan it in the record."""
    return replace(problem, field="next_start" if problem.field in {"start", "end"} else "next_day")


def _plan_again(act: Act, visit: Visit) -> SavedVisit:
    client = act.session.get_one(Person, visit.client_id)
    _refuse_double_booking(act, visit, client)
    visit.status = VisitStatus.PLANNED.value
    visit.is_unread = False
    visit.not_held_reason = ""
    visit.actual_start = visit.actual_end = None
    return _changed(act, visit)


def _fill(act: Act, visit: Visit, plan: VisitPlan) -> None:
    """Check a plan and write it into a visit."""
    _refuse(*check_plan(plan, today=act.local_now.date()))
    client = act.session.scalar(_CLIENT, {"client_id": plan.client_id})
    if client is None:
        raise Refused(Problem(CLIENT_IS_GONE, "client_id"))
    _refuse_for_status(client, plan)
    is_moved = (visit.planned_start, visit.planned_end) != (plan.starts_at, plan.ends_at)
    visit.client_id = client.id
    visit.planned_start, visit.planned_end = plan.starts_at, plan.ends_at
    visit.place, visit.place_note = plan.place.value, plan.place_note
    visit.kind = VisitKind.at(plan.place).value
    # What was moved by hand stays where it is when its series changes.
    visit.is_fixed = bool(visit.is_fixed) or (visit.series_id is not None and is_moved)
    is_moved = is_moved or visit.visitor != plan.visitor
    take_visitor(act, visit, plan.visitor)
    refuse_rest(act, visit)
    if is_moved:
        refuse_absence(act, visit)
    _refuse_double_booking(act, visit, client)


def _refuse_for_status(client: Person, plan: VisitPlan) -> None:
    standing = Standing(PersonStatus(client.status), client.status_from, client.status_until)
    name = full_name(client.given_name, client.family_name)
    problem = why_no_visit(standing, plan.starts_at.date(), name)
    if problem is not None:
        raise Refused(problem)


def _refuse_double_booking(act: Act, visit: Visit, client: Person) -> None:
    wanted = Booking(
        visit.client_id,
        full_name(client.given_name, client.family_name),
        visit.visitor,
        visit.planned_start,
        visit.planned_end,
    )
    others = bookings_between(
        act.session.connection(), wanted.start, wanted.end, except_for=visit.id
    )
    if problems := check_bookings(wanted, others):
        raise Refused(*(with_free_time(act, visit, problem) for problem in problems))


def _opened(act: Act, visit_id: UUID, version: int) -> Visit:
    """Answer the visit that a form was opened with, or raise when it changed or is gone."""
    visit = act.session.get(Visit, visit_id)
    if visit is None:
        raise Refused(Problem(VISIT_IS_GONE))
    if visit.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    return visit


def _changed(act: Act, visit: Visit) -> SavedVisit:
    act.touch("visiting", visit.id)
    act.session.flush()
    return SavedVisit(visit.id, visit.version)


def _refuse(*problems: Problem) -> None:
    if problems:
        raise Refused(*problems)
