"""What can be done with requests: take one, go on with its first talk, decide, take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from app.clients.actions import add_client
from app.clients.phones import read_phone
from app.clients.queries import home_country
from app.clients.rules import ClientDetails, Role
from app.clients.taking_roles import take_role
from app.codes.queries import own_codes
from app.consent.actions import check_institution_is_known, known_person, record_consent
from app.consent.rules import ConsentDetails, Purpose
from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.intake.checklists import items_of
from app.intake.rules import (
    ENDS,
    SERVICE_LABELS,
    Service,
    Stage,
    check_answers,
    check_decision,
    check_request,
)
from app.intake.rules.lists import REASONS, SOURCES
from app.office import CHANGED_MEANWHILE
from db.access import is_known_to_me
from db.intake import Intake, IntakeAnswer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from sqlalchemy import Connection

    from app.intake.rules import ChecklistItem, Decision, RequestDetails
    from app.office import Act

REQUEST_FORM = "intake"
"""The form of a request in drafts; the subject is its id, "" for a new one."""
NEW_REQUEST_FORM = "new_intake"
"""The form of a new request of somebody; the subject is the person's id."""
DECISION_FORM = "intake_decision"
"""The form of a decision in drafts; the subject is the request's id."""

UNKNOWN_REQUEST = N_("This request is no longer in the office.")

_AS_GIVEN = (
    "service", "requested_on", "source", "source_person_id", "source_institution_id",
    "own_consent",
)  # fmt: skip
_TEXTS = ("source_note", "note")


def add_request(act: Act, intake_id: UUID, details: RequestDetails) -> UUID:
    """Take a request under an id that the form made; a second time changes nothing.

    Somebody who is not in the office yet gets a card in the same act.
    """
    if act.session.get(Intake, intake_id) is not None:
        return intake_id
    _check(act, details)
    row = Intake(id=intake_id, taken_by=act.who)
    row.person_id = _person(act, intake_id, details)
    _write(act, row, details)
    for form, subject in ((REQUEST_FORM, ""), (NEW_REQUEST_FORM, str(row.person_id))):
        discard_draft(act, form, subject)
    act.touch("intake", intake_id)
    return intake_id


def save_request(act: Act, intake_id: UUID, version: int, details: RequestDetails) -> UUID:
    """Go on with a request as it was read with `version`."""
    row = _known(act, intake_id)
    if row.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    _check(act, details)
    row.person_id = _person(act, intake_id, details)
    # Answers stand in rows of their own: whoever changes only those counts a version, too.
    flag_modified(row, "note")
    _write(act, row, details)
    discard_draft(act, REQUEST_FORM, str(intake_id))
    act.touch("intake", intake_id)
    return intake_id


def decide_request(act: Act, intake_id: UUID, version: int, decision: Decision) -> UUID:
    """Accept a request, put it on the waiting list, or end it with a reason.

    An accepted request makes the person a client, and her own answer becomes a consent to the
    service. Raises `Refused` when the person has not agreed, or said no.
    """
    row = _known(act, intake_id)
    if row.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    today = act.local_now.date()
    own = _own_reasons(act.session.connection(), decision)
    if problems := check_decision(decision, row.requested_on, row.own_consent, today, own):
        raise Refused(*problems)
    row.stage = decision.stage
    row.reason = decision.reason if decision.stage in ENDS else ""
    if decision.stage == Stage.WAITING:
        row.waiting_since, row.waiting_reason = decision.decided_on, decision.waiting_reason.strip()
    else:
        row.decided_on, row.decided_by = decision.decided_on, act.who
    row.note = "\n\n".join(filter(None, (row.note, decision.note.strip())))
    if decision.stage == Stage.ACCEPTED:
        _begin_service(act, row)
    discard_draft(act, DECISION_FORM, str(intake_id))
    act.touch("intake", intake_id)
    return intake_id


def reopen_request(act: Act, intake_id: UUID, stage: str) -> UUID:
    """Take a decision back: the request stands at `stage` again, open or waiting."""
    row = _known(act, intake_id)
    row.stage = Stage.WAITING if stage == Stage.WAITING and row.waiting_since else Stage.OPEN
    if row.stage == Stage.OPEN:
        row.waiting_since, row.waiting_reason = None, ""
    row.decided_on, row.decided_by, row.reason = None, "", ""
    act.touch("intake", intake_id)
    return intake_id


def _begin_service(act: Act, row: Intake) -> None:
    """Keep the person's own answer as a consent to the service; she is a client from now on."""
    take_role(act, row.person_id, Role.CLIENT)
    details = ConsentDetails(
        purpose=Purpose.SERVICE,
        scope=SERVICE_LABELS[Service(row.service)],
        said_on=row.consent_on,
        how=row.consent_how,
    )
    # Made of the request's id, so that deciding again keeps one consent.
    record_consent(act, uuid5(NAMESPACE_OID, row.id.hex), row.person_id, details)


def _known(act: Act, intake_id: UUID) -> Intake:
    known = select(Intake).where(Intake.id == intake_id, is_known_to_me(Intake.person_id))
    row = act.session.scalar(known)
    if row is None:
        raise Refused(Problem(UNKNOWN_REQUEST))
    return row


def _check(act: Act, details: RequestDetails) -> None:
    sources = own_codes(act.session.connection(), SOURCES.name)
    problems = list(check_request(details, act.local_now.date(), sources))
    if not any(problem.field in {"service", "requested_on"} for problem in problems):
        problems += check_answers(_items(act, details), details.answers)
    country = home_country(act.session.connection())
    phone = read_phone(details.phone, country) if details.is_new else None
    if isinstance(phone, Problem) and not any(found.field == "phone" for found in problems):
        problems.append(phone)
    problems += (
        Problem(found.message, "source_institution_id")
        for found in check_institution_is_known(act, details.source_institution_id)
    )
    if problems:
        raise Refused(*problems)


def _own_reasons(connection: Connection, decision: Decision) -> frozenset[str]:
    """Answer the reasons that the office added for the end that is decided on."""
    codes = REASONS.get(Stage(decision.stage)) if decision.stage in ENDS else None
    return own_codes(connection, codes.name) if codes is not None else frozenset()


def _items(act: Act, details: RequestDetails) -> tuple[ChecklistItem, ...]:
    day = details.requested_on or act.local_now.date()
    return items_of(details.service, day, home_country(act.session.connection()))


def _person(act: Act, intake_id: UUID, details: RequestDetails) -> UUID:
    """Answer the person meant, with a new card where there is none."""
    if details.person_id is not None and not details.is_new:
        return known_person(act, details.person_id, "person_id").id
    card = ClientDetails(
        given_name=details.given_name,
        family_name=details.family_name,
        phone=details.phone,
        country=home_country(act.session.connection()),
    )
    # Made of the request's id, so that saving twice makes one person.
    return add_client(act, uuid5(NAMESPACE_OID, f"person {intake_id.hex}"), card)


def _write(act: Act, row: Intake, details: RequestDetails) -> None:
    if details.source_person_id is not None:
        known_person(act, details.source_person_id, "source_person_id")
    for field in _AS_GIVEN:
        setattr(row, field, getattr(details, field))
    for field in _TEXTS:
        setattr(row, field, getattr(details, field).strip())
    asked = details.own_consent is not None
    row.consent_on = details.consent_on if asked else None
    row.consent_how = details.consent_how if asked else ""
    act.session.add(row)
    act.session.flush()
    _write_answers(act, row.id, details.answers)


def _write_answers(act: Act, intake_id: UUID, answers: Mapping[str, str]) -> None:
    """Write the answers that were given; those of items that are no longer asked stay."""
    stored = select(IntakeAnswer).where(IntakeAnswer.intake_id == intake_id)
    rows = {row.item: row for row in act.session.scalars(stored)}
    for item, answer in answers.items():
        row = rows.get(item)
        if answer.strip():
            row = row or IntakeAnswer(intake_id=intake_id, item=item)
            row.answer = answer.strip()
            act.session.add(row)
        elif row is not None:
            act.session.delete(row)
