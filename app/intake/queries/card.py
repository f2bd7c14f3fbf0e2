"""One request with its answers, as it is looked at and as its form opens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, func, select
from sqlalchemy.orm import aliased

from app.clients.queries import home_country
from app.clients.rules import full_name
from app.intake.rules import RequestDetails
from db.access import is_known_to_me
from db.base import Key
from db.institutions import Institution
from db.intake import Intake, IntakeAnswer
from db.people import Person

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class RequestCard:
    """All that is known of a request, with the version to edit it from."""

    id: UUID
    version: int
    person_id: UUID
    name: str
    service: str
    stage: str
    requested_on: date
    source: str
    source_note: str
    source_person_id: UUID | None
    source_name: str
    """Name of the person who asked; "" when it is nobody, or nobody one may know of."""
    source_institution_id: UUID | None
    source_institution: str
    own_consent: bool | None
    consent_on: date | None
    consent_how: str
    waiting_since: date | None
    waiting_reason: str
    decided_on: date | None
    decided_by: str
    reason: str
    note: str
    taken_by: str
    country: str
    """Country of the office: decides which items of the checklist are asked."""
    answers: Mapping[str, str]
    """Answers by the codes of their items."""


@dataclass(frozen=True, slots=True)
class RequestToEdit:
    """A form as it opens; without a request it is for a new one."""

    details: RequestDetails
    request_id: UUID | None
    version: int
    name: str
    source_name: str
    source_institution: str
    country: str


_Source = aliased(Person)
_CARD = (
    select(
        Intake.id,
        Intake.version,
        Intake.person_id,
        Person.given_name,
        Person.family_name,
        Intake.service,
        Intake.stage,
        Intake.requested_on,
        Intake.source,
        Intake.source_note,
        Intake.source_person_id,
        func.coalesce(_Source.given_name, "").label("source_given"),
        func.coalesce(_Source.family_name, "").label("source_family"),
        Intake.source_institution_id,
        func.coalesce(Institution.name, "").label("source_institution"),
        Intake.own_consent,
        Intake.consent_on,
        Intake.consent_how,
        Intake.waiting_since,
        Intake.waiting_reason,
        Intake.decided_on,
        Intake.decided_by,
        Intake.reason,
        Intake.note,
        Intake.taken_by,
    )
    .join(Person, Person.id == Intake.person_id)
    .outerjoin(_Source, and_(_Source.id == Intake.source_person_id, is_known_to_me(_Source.id)))
    .outerjoin(Institution, Institution.id == Intake.source_institution_id)
    .where(Intake.id == bindparam("id", type_=Key()), is_known_to_me(Intake.person_id))
)
_ANSWERS = select(IntakeAnswer.item, IntakeAnswer.answer).where(
    IntakeAnswer.intake_id == bindparam("id", type_=Key())
)
_NAME = select(Person.given_name, Person.family_name).where(
    Person.id == bindparam("person_id", type_=Key()), is_known_to_me(Person.id)
)
_NAMES = ("given_name", "family_name", "source_given", "source_family")


def request_card(connection: Connection, request_id: UUID) -> RequestCard | None:
    """Answer a request with its answers; None when there is no such request."""
    row = connection.execute(_CARD, {"id": request_id}).one_or_none()
    if row is None:
        return None
    known = dict(row._mapping)  # noqa: SLF001 - the documented way to a row's names
    given, family, source_given, source_family = (known.pop(name) for name in _NAMES)
    answers = connection.execute(_ANSWERS, {"id": request_id})
    return RequestCard(
        name=full_name(given, family),
        source_name=full_name(source_given, source_family),
        country=home_country(connection),
        answers={answer.item: answer.answer for answer in answers},
        **known,
    )


def request_to_edit(
    connection: Connection,
    request_id: UUID | None,
    today: date,
    *,
    person_id: UUID | None = None,
) -> RequestToEdit | None:
    """Answer the form of a request, or of a new one (of a person); None when that is gone."""
    if request_id is None:
        return _new(connection, today, person_id)
    card = request_card(connection, request_id)
    if card is None:
        return None
    details = RequestDetails(
        person_id=card.person_id,
        service=card.service,
        requested_on=card.requested_on,
        source=card.source,
        source_person_id=card.source_person_id,
        source_institution_id=card.source_institution_id,
        source_note=card.source_note,
        own_consent=card.own_consent,
        consent_on=card.consent_on,
        consent_how=card.consent_how or RequestDetails().consent_how,
        note=card.note,
        answers=card.answers,
    )
    return RequestToEdit(
        details,
        request_id,
        card.version,
        card.name,
        card.source_name,
        card.source_institution,
        card.country,
    )


def _new(connection: Connection, today: date, person_id: UUID | None) -> RequestToEdit | None:
    name = ""
    if person_id is not None:
        row = connection.execute(_NAME, {"person_id": person_id}).one_or_none()
        if row is None:
            return None
        name = full_name(row.given_name, row.family_name)
    details = RequestDetails(person_id=person_id, requested_on=today)
    return RequestToEdit(details, None, 0, name, "", "", home_country(connection))
