"""Whether a person agrees to something on a day, and which consents end soon."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Date, bindparam, select

from app.access.queries import my_rights
from app.access.rules import Right
from app.clients.rules import fold, full_name
from app.consent.rules import ConsentAnswer, ConsentState, Purpose, Said, Standing, answer_on
from db.access import cards_of, is_known_to_me
from db.base import Key
from db.consent import Consent
from db.institutions import Institution
from db.people import Person

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection


class ConsentEnding(NamedTuple):
    """A consent that ends on a day, and the person whom to ask again."""

    consent_id: UUID
    person_id: UUID
    name: str
    purpose: str
    recipient: str
    """Name of the institution or of the recipient; "" where nobody gets data."""
    expires_on: date


@dataclass(frozen=True, slots=True)
class Asking:
    """What the form of passing on is told about a recipient."""

    answer: ConsentAnswer
    name: str
    recipient: str
    may_override: bool


_ANSWERS = select(
    Consent.id,
    Consent.state,
    Consent.said_on,
    Consent.expires_on,
    Consent.withdrawn_on,
    Consent.scope,
    Consent.institution_id,
    Consent.recipient,
).where(
    Consent.person_id.in_(cards_of(bindparam("person_id", type_=Key()))),
    is_known_to_me(Consent.person_id),
    Consent.purpose == bindparam("purpose"),
)
_newer = Consent.__table__.alias()
_ENDING = (
    select(
        Consent.id,
        Consent.person_id,
        Person.given_name,
        Person.family_name,
        Consent.purpose,
        Consent.recipient,
        Institution.name.label("institution"),
        Consent.expires_on,
    )
    .join(Person, Person.id == Consent.person_id)
    .outerjoin(Institution, Institution.id == Consent.institution_id)
    .where(
        Consent.expires_on >= bindparam("first", type_=Date()),
        Consent.expires_on <= bindparam("until", type_=Date()),
        Consent.state == ConsentState.GIVEN.value,
        ~select(_newer.c.id)
        .where(
            _newer.c.person_id == Consent.person_id,
            _newer.c.purpose == Consent.purpose,
            _newer.c.recipient == Consent.recipient,
            _newer.c.institution_id.is_not_distinct_from(Consent.institution_id),
            _newer.c.said_on > Consent.said_on,
        )
        .exists(),
        is_known_to_me(Consent.person_id),
    )
    .order_by(Consent.expires_on, Consent.id)
    .limit(bindparam("rows"))
)
_NAME = select(Person.given_name, Person.family_name).where(
    Person.id == bindparam("person_id"), is_known_to_me(Person.id)
)
_INSTITUTION = select(Institution.name).where(Institution.id == bindparam("id"))


def consent_for(
    connection: Connection,
    person_id: UUID,
    purpose: str,
    institution_id: UUID | None = None,
    recipient: str = "",
    *,
    on: date,
) -> ConsentAnswer:
    """Answer whether a person, on whichever card, agrees to a purpose on a day.

    `institution_id` or `recipient` (compared without case and accents) name who would get
    data; both are left out for purposes without a recipient. Nobody's consent covers
    somebody else: a department is not its association.
    """
    rows = connection.execute(_ANSWERS, {"person_id": person_id, "purpose": purpose})
    named = fold(recipient).split()
    answers = (
        Said(row.id, row.state, row.said_on, row.expires_on, row.withdrawn_on, row.scope)
        for row in rows
        if row.institution_id == institution_id and fold(row.recipient).split() == named
    )
    return answer_on(answers, on)


def standing_with(
    connection: Connection,
    person_id: UUID,
    institution_id: UUID | None,
    recipient: str,
    on: date,
) -> Asking:
    """Answer whether data about a person may be passed on, and whether I may override a no."""
    answer = ConsentAnswer(Standing.MISSING)
    if institution_id is not None or recipient.strip():
        answer = consent_for(
            connection, person_id, Purpose.PASSING_ON, institution_id, recipient, on=on
        )
    row = connection.execute(_NAME, {"person_id": person_id}).one_or_none()
    name = full_name(row.given_name, row.family_name) if row else ""
    may_override = Right.OVERRIDE_CONSENT in my_rights(connection)
    told = recipient.strip()
    if institution_id is not None:
        told = connection.execute(_INSTITUTION, {"id": institution_id}).scalar_one_or_none() or ""
    return Asking(answer, name, told, may_override)


def expiring_consents(
    connection: Connection, until: date, *, first: date | None = None, most: int = 200
) -> tuple[ConsentEnding, ...]:
    """Answer the consents that end from `first` (all before, without it) to `until`.

    Those that were answered anew or withdrawn are left out; so is who is restricted.
    """
    values = {"first": first or date.min, "until": until, "rows": most}
    rows = connection.execute(_ENDING, values)
    return tuple(
        ConsentEnding(
            row.id,
            row.person_id,
            full_name(row.given_name, row.family_name),
            row.purpose,
            row.institution or row.recipient,
            row.expires_on,
        )
        for row in rows
        if row.expires_on is not None
    )
