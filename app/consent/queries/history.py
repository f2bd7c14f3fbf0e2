"""Everything a person said and everything that was passed on, for the card and its forms."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, func, select

from app.clients.rules import fold, full_name
from app.consent.rules import ConsentDetails, Said, Standing, answer_on
from db.access import cards_of, is_known_to_me
from db.base import Key
from db.consent import Consent, Disclosure
from db.enquiry_access import is_visible
from db.institutions import Institution
from db.people import Person

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """One answer, and whether it is the one that counts."""

    id: UUID
    version: int
    purpose: str
    institution_id: UUID | None
    institution: str
    """Name of the institution, or ""."""
    recipient: str
    scope: str
    state: str
    said_on: date
    how: str
    expires_on: date | None
    withdrawn_on: date | None
    recorded_by: str
    note: str
    standing: Standing = Standing.MISSING
    """What holds today for this purpose and recipient, where this answer counts."""
    is_current: bool = False
    """Whether it is the newest answer to its purpose and recipient."""

    @property
    def told(self) -> str:
        """Who may get the data, in words; "" where nobody gets any."""
        return self.institution or self.recipient


class DisclosureRow(NamedTuple):
    """Data that were passed on: when, by whom, to whom, what for and on what basis."""

    id: UUID
    at: datetime
    who: str
    institution: str
    recipient: str
    purpose: str
    what: str
    """Codes of `app.consent.rules.DataKind`, a comma between them."""
    basis: str
    override_reason: str

    @property
    def told(self) -> str:
        """Who got the data, in words."""
        return self.institution or self.recipient


class PersonConsent(NamedTuple):
    """What the card shows: the answers, newest first, and what was passed on."""

    answers: tuple[ConsentRow, ...]
    disclosures: tuple[DisclosureRow, ...]


class ConsentToEdit(NamedTuple):
    """A form as it opens; without a consent it is for a new answer."""

    details: ConsentDetails
    person_id: UUID
    name: str
    consent_id: UUID | None
    version: int
    institution: str


_PERSON = bindparam("person_id", type_=Key())
_ANSWERS = (
    select(
        Consent.id,
        Consent.version,
        Consent.purpose,
        Consent.institution_id,
        func.coalesce(Institution.name, ""),
        Consent.recipient,
        Consent.scope,
        Consent.state,
        Consent.said_on,
        Consent.how,
        Consent.expires_on,
        Consent.withdrawn_on,
        Consent.recorded_by,
        Consent.note,
    )
    .outerjoin(Institution, Institution.id == Consent.institution_id)
    .where(Consent.person_id.in_(cards_of(_PERSON)), is_known_to_me(Consent.person_id))
    .order_by(Consent.said_on.desc(), Consent.id)
)
_DISCLOSURES = (
    select(
        Disclosure.id,
        Disclosure.at,
        Disclosure.who,
        func.coalesce(Institution.name, ""),
        Disclosure.recipient,
        Disclosure.purpose,
        Disclosure.what,
        Disclosure.basis,
        Disclosure.override_reason,
    )
    .outerjoin(Institution, Institution.id == Disclosure.institution_id)
    .where(Disclosure.person_id.in_(cards_of(_PERSON)), is_visible(Disclosure.person_id))
    .order_by(Disclosure.at.desc(), Disclosure.id)
)
_NAME = select(Person.given_name, Person.family_name).where(
    Person.id == bindparam("person_id"), is_known_to_me(Person.id)
)
_OWNER = select(Consent.person_id).where(
    Consent.id == bindparam("consent_id"), is_known_to_me(Consent.person_id)
)


def consent_of_person(connection: Connection, person_id: UUID, on: date) -> PersonConsent:
    """Answer all answers of a person, with what counts on a day, and all that was passed on."""
    values = {"person_id": person_id}
    rows = _answers(connection, person_id)
    disclosures = connection.execute(_DISCLOSURES, values)
    return PersonConsent(tuple(_judged(rows, on)), tuple(map(DisclosureRow._make, disclosures)))


def consent_to_edit(
    connection: Connection, person_id: UUID | None, consent_id: UUID | None = None
) -> ConsentToEdit | None:
    """Answer the form of an answer, or of a new one of a person; None when that is gone."""
    if consent_id is not None:
        owner = connection.execute(_OWNER, {"consent_id": consent_id}).scalar_one_or_none()
        person_id = owner
    name = connection.execute(_NAME, {"person_id": person_id}).one_or_none()
    if name is None or person_id is None:
        return None
    told = full_name(name.given_name, name.family_name)
    if consent_id is None:
        return ConsentToEdit(ConsentDetails(), person_id, told, None, 0, "")
    row = next(found for found in _answers(connection, person_id) if found.id == consent_id)
    return ConsentToEdit(
        _as_details(row), person_id, told, consent_id, row.version, row.institution
    )


def _answers(connection: Connection, person_id: UUID) -> list[ConsentRow]:
    rows: Iterable[Any] = connection.execute(_ANSWERS, {"person_id": person_id})
    return [ConsentRow(*row) for row in rows]


def _as_details(row: ConsentRow) -> ConsentDetails:
    return ConsentDetails(
        purpose=row.purpose,
        institution_id=row.institution_id,
        recipient=row.recipient,
        scope=row.scope,
        state=row.state,
        said_on=row.said_on,
        how=row.how,
        expires_on=row.expires_on,
        note=row.note,
    )


def _judged(rows: list[ConsentRow], on: date) -> Iterable[ConsentRow]:
    """Answer the rows with what counts marked."""
    groups: dict[tuple[object, ...], list[Said]] = {}
    for row in rows:
        groups.setdefault(_question(row), []).append(
            Said(row.id, row.state, row.said_on, row.expires_on, row.withdrawn_on)
        )
    answers = {question: answer_on(said, on) for question, said in groups.items()}
    for row in rows:
        answer = answers[_question(row)]
        is_current = answer.consent_id == row.id
        standing = answer.standing if is_current else Standing.MISSING
        yield replace(row, standing=standing, is_current=is_current)


def _question(row: ConsentRow) -> tuple[object, ...]:
    return row.purpose, row.institution_id, *fold(row.recipient).split()
