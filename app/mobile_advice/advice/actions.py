"""Recording advice: a contact, what it led to, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from sqlalchemy import select

from app.clients.contact import recount_contact
from app.codes.queries import own_codes
from app.consent.actions import check_institution_is_known, known_person
from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.mobile_advice.advice.calling import settle_call
from app.mobile_advice.advice.figures import age_bands, figures_on
from app.mobile_advice.advice.passing import passed_on
from app.mobile_advice.advice.queries.contacts import stops_on
from app.mobile_advice.advice.rules import (
    OUTCOMES,
    TOPICS,
    ContactSource,
    Offered,
    as_topics,
    check_contact,
)
from app.mobile_advice.advice.statements import is_seen
from app.mobile_advice.booking.actions import known_appointment
from app.mobile_advice.booking.actions import step as take_appointment_on
from app.mobile_advice.booking.rules import State, check_step
from app.office import CHANGED_MEANWHILE
from app.tasks.actions import change_task, drop_task, open_task
from app.tasks.rules import TaskState, TaskValues
from app.text_rules import NAME_LENGTH
from db.advice import AdviceContact, AdviceReferral, Callback
from db.tasks import Task

if TYPE_CHECKING:
    from datetime import date

    from app.mobile_advice.advice.rules import ContactDetails
    from app.office import Act

CONTACT_FORM = "advice_contact"
"""The form of a recorded contact in drafts; the subject is the contact's id."""
NEW_CONTACT_FORM = "advice_contact_new"
"""The form of a new contact; the subject is the person's id, "" for nobody in particular."""

GONE = N_("This contact is no longer in the office.")
PASSED_ON = N_("Data were passed on with this contact, so it stays on record.")
NO_FOLLOW_UP = N_("Nothing is to be followed up any more.")
_PLAIN = (
    "person_id", "stop_id", "appointment_id", "interpreter_request_id", "outcome", "age_band",
    "sex", "area_id", "language", "interpreter", "minutes", "was_here_before", "follow_up_on",
)  # fmt: skip


def record_advice(
    act: Act,
    contact_id: UUID,
    details: ContactDetails,
    task_title: str = "",
    callback_id: UUID | None = None,
    source: str = ContactSource.RECORD,
) -> UUID:
    """Record a contact under an id made before; a second time changes nothing. Answer its id.

    A follow-up becomes a task called `task_title`; a call that is named is settled, and so is
    the appointment. Raises `Refused` with a problem for each wrong field, among them that data
    of a named person must not be passed on.
    """
    if act.session.get(AdviceContact, contact_id) is not None:
        return contact_id
    _check(act, details)
    row = AdviceContact(id=contact_id, at=act.now, who=act.who, source=str(source))
    _write(act, row, details)
    _follow(act, row, details, task_title)
    # The task is there before what points at it.
    act.session.flush()
    act.session.add(row)
    act.session.flush()
    _settle_appointment(act, row)
    _settle_call(act, row, callback_id)
    _refer(act, row, details)
    for subject in ("", str(details.person_id or "")):
        discard_draft(act, NEW_CONTACT_FORM, subject)
    _touch(act, row, row.person_id)
    return contact_id


def save_advice(
    act: Act, contact_id: UUID, version: int, details: ContactDetails, task_title: str = ""
) -> UUID:
    """Change a contact; where it was sent on to is added to what is known. Answer its id."""
    row = known_contact(act, contact_id, version)
    _check(act, details)
    before = row.person_id
    _write(act, row, details)
    _follow(act, row, details, task_title)
    _refer(act, row, details)
    discard_draft(act, CONTACT_FORM, str(contact_id))
    _touch(act, row, before)
    return contact_id


def remove_advice(act: Act, contact_id: UUID, version: int | None = None) -> UUID:
    """Delete a contact that was recorded by mistake; answer its id.

    Raises `Refused` where data were passed on with it.
    """
    row = known_contact(act, contact_id, version)
    referrals = act.session.scalars(
        select(AdviceReferral).where(AdviceReferral.contact_id == contact_id)
    ).all()
    if any(referral.disclosure_id is not None for referral in referrals):
        raise Refused(Problem(PASSED_ON))
    for referral in referrals:
        act.session.delete(referral)
    for call in act.session.scalars(select(Callback).where(Callback.contact_id == contact_id)):
        call.contact_id = None
    act.session.flush()
    act.session.delete(row)
    _touch(act, row, row.person_id)
    return contact_id


def known_contact(act: Act, contact_id: UUID, version: int | None) -> AdviceContact:
    """Answer a contact that the person at work may know. Raises `Refused` or `Conflict`."""
    row = act.session.scalar(select(AdviceContact).where(AdviceContact.id == contact_id, is_seen()))
    if row is None:
        raise Refused(Problem(GONE))
    if version is not None and row.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    return row


def halt_on(act: Act, stop_id: UUID | None, day: date) -> UUID | None:
    """Answer where the bus stood at a stop on a day; None where it did not."""
    if stop_id is None:
        return None
    stops = stops_on(act.session.connection(), day)
    return next((stop.halt_id for stop in stops if stop.id == stop_id), None)


def _check(act: Act, details: ContactDetails) -> None:
    today = act.local_now.date()
    connection = act.session.connection()
    own = Offered(own_codes(connection, TOPICS.name), own_codes(connection, OUTCOMES.name))
    problems = (
        *check_contact(details, today, figures_on(today), age_bands(), own),
        *check_institution_is_known(act, details.institution_id),
    )
    if problems:
        raise Refused(*problems)
    if details.person_id is not None:
        known_person(act, details.person_id, "person_id")


def _write(act: Act, row: AdviceContact, details: ContactDetails) -> None:
    assert details.day is not None  # noqa: S101 - checked before
    row.day, row.kind = details.day, str(details.kind)
    for name in _PLAIN:
        setattr(row, name, getattr(details, name))
    row.topics = as_topics(details.topics)
    row.present = details.present or 1
    row.note = details.note
    row.tour_halt_id = details.tour_halt_id or halt_on(act, details.stop_id, details.day)


def _settle_appointment(act: Act, row: AdviceContact) -> None:
    """Say that somebody who had an appointment was advised."""
    if row.appointment_id is None:
        return
    booked = known_appointment(act, row.appointment_id)
    if not check_step(State(booked.state), State.DONE):
        take_appointment_on(act, booked, State.DONE)


def _settle_call(act: Act, row: AdviceContact, callback_id: UUID | None) -> None:
    if callback_id is not None:
        settle_call(act, callback_id, row.id)


def _follow(act: Act, row: AdviceContact, details: ContactDetails, title: str) -> None:
    """Have a task for what is to be followed up, with the day that is typed now."""
    task = act.session.get(Task, row.task_id) if row.task_id is not None else None
    is_open = task is not None and task.state == TaskState.OPEN
    if details.follow_up_on is None:
        if task is not None and is_open:
            drop_task(act, task.id, task.version, NO_FOLLOW_UP)
        if task is not None:
            row.task_id = None
        return
    values = TaskValues(
        title=(title or details.note or NO_FOLLOW_UP)[:NAME_LENGTH],
        assignee=act.who,
        person_id=details.person_id,
        due_on=details.follow_up_on,
    )
    if task is None or not is_open:
        row.task_id = open_task(act, values, "advice", row.id)
    elif task.due_on != details.follow_up_on:
        kept = TaskValues(
            task.title, task.assignee, task.note, task.person_id, details.follow_up_on
        )
        change_task(act, task.id, task.version, kept)


def _refer(act: Act, row: AdviceContact, details: ContactDetails) -> None:
    if not details.is_sent_on:
        return
    disclosure = passed_on(act, details) if details.with_data else None
    act.session.flush()
    referral = AdviceReferral(
        id=uuid4(),
        contact_id=row.id,
        person_id=row.person_id,
        institution_id=details.institution_id,
        target=details.target.strip(),
        on=act.local_now.date(),
        consent_id=disclosure.consent_id if disclosure is not None else None,
        disclosure_id=disclosure.id if disclosure is not None else None,
    )
    act.session.add(referral)


def _touch(act: Act, row: AdviceContact, before: UUID | None) -> None:
    act.touch("advice", row.id)
    for person_id in {before, row.person_id} - {None}:
        recount_contact(act, person_id)  # type: ignore[arg-type] # None is taken out
