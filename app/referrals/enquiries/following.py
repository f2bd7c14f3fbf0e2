"""Begins what follows from an enquiry, in one act with the link to it; the answer waits apart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5

from app.clients.queries import home_country
from app.clients.rules import Address, address_lines, full_name
from app.consent.actions import known_person
from app.drafts.actions import discard_draft
from app.errors import Conflict, Problem, Refused
from app.intake.actions import add_request
from app.intake.rules import RequestDetails as HelpRequest
from app.intake.rules import RequestSource, Service
from app.mobile_advice.booking.actions import book_appointment
from app.mobile_advice.mediators.actions import save_mediator_request
from app.mobile_advice.mediators.rules import RequestDetails
from app.referrals.enquiries.actions import known_enquiry, note_followed
from app.referrals.enquiries.config import pension_ages
from app.referrals.enquiries.rules import (
    WITH_REFERRAL,
    WITH_TASK,
    FollowUp,
    StepKind,
    check_action_plan,
    check_follow_up,
)
from app.referrals.handing_over.actions import hand_over
from app.referrals.handing_over.rules import Handing, HandingKind
from app.tasks.actions import open_task
from app.tasks.rules import TaskValues
from app.visiting.actions import plan_visit
from app.visiting.rules import VisitPlan
from db.booking import Appointment
from db.referrals import EnquiryStep

if TYPE_CHECKING:
    from datetime import time
    from uuid import UUID

    from app.mobile_advice.booking.rules import Booking
    from app.office import Act
    from db.referrals import Enquiry

FOLLOW_FORM = "enquiry_following"
"""The form in drafts; the subject is the enquiry's id."""
ORIGIN = "referrals"
"""Where the tasks come from."""

_SERVICES = {StepKind.VISITING: Service.VISITING, StepKind.ADVICE: Service.MOBILE_ADVICE}
_FIELDS = {
    "client_id": "kind", "visitor": "who", "assignee": "who", "due_on": "day",
    "from_time": "start", "until_time": "end", "subject": "title",
    "to_institution_id": "institution_id",
}  # fmt: skip
"""What the fields of other forms are called in this one."""


@dataclass(frozen=True, slots=True)
class _Made:
    """What was made: a row of a table."""

    table: str
    id: UUID


def follow_up(act: Act, step_id: UUID, enquiry_id: UUID, following: FollowUp) -> UUID:
    """Begin what follows under an id that the form made; a second time changes nothing.

    Answers the row that was made. Raises `Refused` without a card where one is needed, for an
    action plan above the age of the state pension, and for whatever the other form refuses.
    """
    kept = act.session.get(EnquiryStep, step_id)
    if kept is not None and kept.target_id is not None:
        return kept.target_id
    row = known_enquiry(act, enquiry_id)
    _refuse(act, row, following)
    try:
        made = _make(act, step_id, row, following)
    except Conflict:
        raise
    except Refused as refused:
        raise Refused(*(_here(problem) for problem in refused.problems)) from refused
    link_step(act, step_id, row.id, following.kind, made.table, made.id, following.note)
    discard_draft(act, FOLLOW_FORM, str(enquiry_id))
    return made.id


def book_after(act: Act, appointment_id: UUID, enquiry_id: UUID, booking: Booking) -> UUID:
    """Book mobile advice after an enquiry, and tie the appointment to it in the same act.

    A second time changes nothing. Raises `Refused` beside the fields of `Booking`.
    """
    if act.session.get(Appointment, appointment_id) is not None:
        return appointment_id
    row = known_enquiry(act, enquiry_id)
    made = book_appointment(act, appointment_id, booking)
    step_id = uuid5(NAMESPACE_OID, f"booked {appointment_id.hex}")
    link_step(act, step_id, row.id, StepKind.ADVICE, "appointment", made)
    return made


def link_step(
    act: Act,
    step_id: UUID,
    enquiry_id: UUID,
    kind: StepKind,
    table: str,
    target_id: UUID,
    note: str = "",
) -> None:
    """Tie what was made to its enquiry, which is in work from now on."""
    act.session.add(
        EnquiryStep(
            id=step_id,
            enquiry_id=enquiry_id,
            kind=kind,
            target_table=table,
            target_id=target_id,
            at=act.now,
            who=act.who,
            note=note.strip(),
        )
    )
    act.session.flush()
    note_followed(act, enquiry_id)


def _refuse(act: Act, row: Enquiry, following: FollowUp) -> None:
    problems = list(check_follow_up(following, row.person_id))
    if following.kind is StepKind.ACTION_PLAN and row.person_id is not None:
        person = known_person(act, row.person_id)
        today = act.local_now.date()
        ages = pension_ages(home_country(act.session.connection()), today)
        name = full_name(person.given_name, person.family_name)
        problems += check_action_plan(name, person.birth_date, today, ages)
    if problems:
        raise Refused(*problems)


def _make(act: Act, step_id: UUID, row: Enquiry, following: FollowUp) -> _Made:
    # Made of the step's id, so that saving twice begins one thing.
    made = uuid5(NAMESPACE_OID, f"follows {step_id.hex}")
    if following.kind is StepKind.VISIT:
        plan = VisitPlan(
            client_id=row.person_id,
            visitor=following.who,
            day=following.day,
            start=following.start,
            end=following.end,
        )
        return _Made("visit", plan_visit(act, made, plan))
    if following.kind in _SERVICES:
        return _Made("intake", add_request(act, made, _request(act, row, following)))
    if following.kind in WITH_REFERRAL and row.person_id is not None:
        return _Made("referral", hand_over(act, made, row.person_id, _handing(following)))
    if following.kind in WITH_TASK:
        return _Made("task", open_task(act, _task(act, row, following), ORIGIN, row.id))
    return _Made("interpreter_request", _ask_mediator(act, made, row, following))


def _request(act: Act, row: Enquiry, following: FollowUp) -> HelpRequest:
    is_housing = row.institution_id is not None
    return HelpRequest(
        person_id=row.person_id,
        service=_SERVICES[following.kind],
        requested_on=act.local_now.date(),
        source=RequestSource.HOUSING if is_housing else RequestSource.OTHER,
        source_institution_id=row.institution_id,
        source_note=row.number,
        note=following.note,
    )


def _handing(following: FollowUp) -> Handing:
    return Handing(
        kind=HandingKind.REFER,
        to_institution_id=following.institution_id,
        reason=following.reason,
        facts=following.facts,
        basis=following.basis,
        due_on=following.due_on,
    )


def _task(act: Act, row: Enquiry, following: FollowUp) -> TaskValues:
    return TaskValues(
        title=following.title.strip() or row.number,
        assignee=following.who.strip() or row.responsible or act.who,
        note=following.note,
        person_id=row.person_id,
        due_on=following.day,
    )


def _ask_mediator(act: Act, made: UUID, row: Enquiry, following: FollowUp) -> UUID:
    details = RequestDetails(
        language=following.language,
        subject=following.title.strip() or row.number,
        day=following.day,
        from_time=_minutes(following.start),
        until_time=_minutes(following.end),
        place=_home(row),
        requester=act.who,
        person_id=row.person_id,
        note=following.note.strip(),
    )
    return save_mediator_request(act, made, 0, details)


def _home(row: Enquiry) -> str:
    parts = ("country", "street", "house_number", "floor", "door", "postal_code", "city")
    return ", ".join(address_lines(Address(**{name: getattr(row, name) for name in parts})))


def _minutes(at: time | None) -> int | None:
    return None if at is None else at.hour * 60 + at.minute


def _here(problem: Problem) -> Problem:
    return replace(problem, field=_FIELDS.get(problem.field, problem.field))
