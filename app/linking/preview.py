"""Both cards of a pair side by side, and how much of what comes together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    and_,
    bindparam,
    func,
    literal,
    or_,
    select,
    union_all,
)

from db.access import PersonKey, is_known_to_me, is_readable_note
from db.advice import AdviceContact, Callback
from db.areas import Area
from db.booking import Appointment, InterpreterRequest, StopWaiting
from db.consent import Consent, Disclosure
from db.dictionary import DICTIONARY
from db.enquiry_access import is_of_office
from db.escalation import Escalation
from db.expenses import Expense
from db.handing_over import Referral
from db.households import HouseholdMember, Relation
from db.institutions import InstitutionContact
from db.intake import Intake
from db.journal import Note
from db.letters import Letter
from db.matches import Match
from db.people import Person, PersonAddress, PersonLanguage, PersonReach
from db.preventive import PreventiveOffer
from db.referrals import Enquiry, HousingCase
from db.series import VisitSeries
from db.tasks import Task
from db.visiting import Visit
from db.volunteers import Volunteer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from sqlalchemy import Connection

    from db.base import Base

FIELDS = (
    "given_name", "family_name", "salutation", "birth_date", "birth_precision", "phone", "mobile",
    "email", "care_of", "street", "house_number", "floor", "door", "postal_code", "city",
    "lives_alone", "letter_language", "letter_format", "needs_interpreter", "address_protected",
    "status", "responsible", "source", "hint", "about",
)  # fmt: skip
"""The columns of a card that are compared, in the order shown."""


@dataclass(frozen=True, slots=True)
class CardFacts:
    """One card: its fields as they are stored, and how much hangs on it by table."""

    id: UUID
    fields: Mapping[str, Any]
    area: str
    languages: tuple[str, ...]
    """BCP 47 tags."""
    counts: Mapping[str, int]
    """How many rows of each table that has any; the tables of `db.dictionary`."""
    is_spoken_for: bool

    @property
    def weight(self) -> int:
        """How much hangs on the card: the heavier one is proposed to speak."""
        return sum(self.counts.values())


_CARD = (
    select(
        *(getattr(Person, name) for name in FIELDS),
        Person.linked_to,
        func.coalesce(func.nullif(Area.name, ""), Area.code, "").label("area"),
    )
    .outerjoin(Area, Area.id == Person.area_id)
    .where(Person.id == bindparam("person_id"), is_known_to_me(Person.id))
)
_LANGUAGES = (
    select(PersonLanguage.tag)
    .where(PersonLanguage.person_id == bindparam("person_id"))
    .order_by(PersonLanguage.position)
)
_ME: BindParameter[UUID] = bindparam("person_id")


def _both(person_id: PersonKey, visitor_id: Any) -> tuple[ColumnElement[bool], ...]:  # noqa: ANN401 - a column that may be empty
    """Answer the clauses of what two people share: the other one may be nobody, or unknown."""
    known = and_(is_known_to_me(person_id), or_(visitor_id.is_(None), is_known_to_me(visitor_id)))
    return or_(person_id == _ME, visitor_id == _ME), known


_HANGING: dict[str, tuple[type[Base], tuple[ColumnElement[bool], ...]]] = {
    "note": (Note, (Note.person_id == _ME, is_readable_note())),
    "visit": (Visit, (Visit.client_id == _ME,)),
    "letter": (Letter, (Letter.client_id == _ME,)),
    "task": (Task, (Task.person_id == _ME,)),
    "intake": (Intake, (Intake.person_id == _ME,)),
    "consent": (Consent, (Consent.person_id == _ME,)),
    "relation": (Relation, (or_(Relation.person_id == _ME, Relation.other_id == _ME),)),
    "household_member": (HouseholdMember, (HouseholdMember.person_id == _ME,)),
    "institution_contact": (InstitutionContact, (InstitutionContact.person_id == _ME,)),
    "appointment": (Appointment, (Appointment.person_id == _ME,)),
    "stop_waiting": (StopWaiting, (StopWaiting.person_id == _ME,)),
    "advice_contact": (AdviceContact, (AdviceContact.person_id == _ME,)),
    "callback": (Callback, (Callback.person_id == _ME,)),
    "interpreter_request": (InterpreterRequest, (InterpreterRequest.person_id == _ME,)),
    "enquiry": (Enquiry, (Enquiry.person_id == _ME, is_of_office())),
    "housing_case": (HousingCase, (HousingCase.person_id == _ME, is_of_office())),
    "referral": (Referral, (Referral.person_id == _ME, is_of_office())),
    "disclosure": (Disclosure, (Disclosure.person_id == _ME, is_of_office())),
    "match": (Match, _both(Match.person_id, Match.visitor_id)),
    "visit_series": (VisitSeries, _both(VisitSeries.person_id, VisitSeries.visitor_id)),
    "escalation": (Escalation, (Escalation.person_id == _ME,)),
    "preventive_offer": (PreventiveOffer, (PreventiveOffer.person_id == _ME,)),
    "expense": (Expense, (Expense.visitor_id == _ME,)),
    "volunteer": (Volunteer, (Volunteer.person_id == _ME,)),
    "person_address": (PersonAddress, (PersonAddress.person_id == _ME,)),
    "person_reach": (PersonReach, (PersonReach.person_id == _ME,)),
}
COUNTED = {entry.table: entry.title for entry in DICTIONARY if entry.table in _HANGING}
"""The tables that are counted, with their English titles."""
_COUNTS = union_all(
    *(
        select(literal(table).label("name"), func.count().label("count"))
        .select_from(model)
        .where(*clauses)
        for table, (model, clauses) in _HANGING.items()
    )
)


def card_facts(connection: Connection, person_id: UUID) -> CardFacts | None:
    """Answer one card with what hangs on it; None for someone whom the reader may not know."""
    values = {"person_id": person_id}
    row = connection.execute(_CARD, values).mappings().one_or_none()
    if row is None:
        return None
    return CardFacts(
        person_id,
        {name: row[name] for name in FIELDS},
        row["area"],
        tuple(connection.scalars(_LANGUAGES, values)),
        {name: count for name, count in connection.execute(_COUNTS, values) if count},
        row["linked_to"] is not None,
    )


def both_cards(
    connection: Connection, one: UUID, other: UUID
) -> tuple[CardFacts | None, CardFacts | None]:
    """Answer two cards to be looked at side by side."""
    return card_facts(connection, one), card_facts(connection, other)
