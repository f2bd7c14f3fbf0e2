"""The facts about one person from which the hints on her card are made: one question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, String, and_, bindparam, exists, func, or_, select, true

from app.admin.settings.rules import NO_CONTACT_DAYS
from app.clients.rules import PersonStatus, Standing
from app.codes.rules import Labels
from app.matches.rules import VISITING
from app.my_day.rules import CONSENT_AHEAD, CONSENT_BEHIND
from app.tasks.rules import TaskState
from db.access import is_known_to_me, is_readable_note
from db.admin import OfficeSetting
from db.base import Key
from db.consent import Consent
from db.escalation import Escalation
from db.journal import Note
from db.matches import Match
from db.office_lists import CustomField, CustomValue
from db.people import Person, PersonRole
from db.tasks import Task
from db.volunteers import Proof, Volunteer

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection, Row


@dataclass(frozen=True, slots=True)
class OwnDate:
    """A date in a field that the office defined for itself."""

    labels: Labels
    day: date


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What the rules of the hints are asked about; a rule that needs more adds a field."""

    today: date
    standing: Standing
    is_client: bool
    birth_date: date | None
    """None where it is not known to the day."""
    last_contact: date | None
    no_contact_days: int
    overdue_tasks: int
    follow_up: UUID | None
    """A note whose follow-up is due; None where none is."""
    consent_ends_on: date | None
    """The first end of a consent that was not answered anew."""
    concern: UUID | None = None
    """A concern about the person that runs."""
    check_in_due: date | None = None
    """Since when it is to be asked how the visits go; None where it is not."""
    proof_ends_on: date | None = None
    """When the first proof of a volunteer ends, within its time of warning."""
    own_date: OwnDate | None = None
    """The first date near today in a field of the office, such as the end of a benefit."""


_PERSON = bindparam("person_id", type_=Key())
_TODAY = bindparam("today", type_=Date())
_IS_CLIENT = exists().where(
    PersonRole.person_id == _PERSON,
    PersonRole.role == "client",
    or_(PersonRole.until.is_(None), PersonRole.until >= _TODAY),
)
_OVERDUE = (
    select(func.count())
    .select_from(Task)
    .where(Task.person_id == _PERSON, Task.state == TaskState.OPEN.value, Task.due_on < _TODAY)
    .scalar_subquery()
)
_FOLLOW_UP = (
    select(Note.id)
    .where(
        Note.person_id == _PERSON,
        Note.follow_up == "open",
        or_(Note.follow_up_due.is_(None), Note.follow_up_due <= _TODAY),
        is_readable_note(),
    )
    .order_by(Note.happened_at)
    .limit(1)
    .scalar_subquery()
)
_CONCERN = (
    select(Escalation.id)
    .where(Escalation.person_id == _PERSON, Escalation.closed_at.is_(None))
    .order_by(Escalation.opened_at)
    .limit(1)
    .scalar_subquery()
)
_CHECK_IN = (
    select(func.min(Match.check_in_due))
    .where(
        or_(Match.person_id == _PERSON, Match.visitor_id == _PERSON),
        Match.stage.in_([stage.value for stage in VISITING]),
        Match.check_in_on.is_(None),
        Match.check_in_due <= _TODAY,
        is_known_to_me(Match.person_id),
        is_known_to_me(Match.visitor_id),
    )
    .scalar_subquery()
)
_newer = Consent.__table__.alias()
_CONSENT = (
    select(func.min(Consent.expires_on))
    .where(
        Consent.person_id == _PERSON,
        Consent.state == "given",
        Consent.expires_on <= bindparam("until", type_=Date()),
        ~exists().where(
            _newer.c.person_id == Consent.person_id,
            _newer.c.purpose == Consent.purpose,
            _newer.c.recipient == Consent.recipient,
            _newer.c.institution_id.is_not_distinct_from(Consent.institution_id),
            _newer.c.said_on > Consent.said_on,
        ),
    )
    .scalar_subquery()
)
_PROOF_ENDS = (
    select(func.min(Proof.valid_until))
    .join(Volunteer, Volunteer.id == Proof.volunteer_id)
    .where(Volunteer.person_id == _PERSON)
    .scalar_subquery()
)
"""That somebody has proofs which end at all: only then it is asked which of them count."""
_OWN_DATE = (
    select(CustomValue.id)
    .join(CustomField, CustomField.id == CustomValue.field_id)
    .where(
        CustomValue.person_id == _PERSON,
        CustomField.kind == "date",
        CustomField.is_active == true(),
        CustomValue.entry.between(
            bindparam("near_first", type_=String()), bindparam("near_last", type_=String())
        ),
    )
    .order_by(CustomValue.entry)
    .limit(1)
    .scalar_subquery()
)
_OWN = (
    select(CustomField.label_de, CustomField.label_da, CustomField.label_en, CustomValue.entry)
    .join(CustomField, CustomField.id == CustomValue.field_id)
    .where(CustomValue.id == bindparam("id", type_=Key()))
)
_DAYS = (
    select(OfficeSetting.value)
    .where(OfficeSetting.name == bindparam("setting", type_=String()))
    .scalar_subquery()
)
FACTS = select(
    Person.status,
    Person.status_from,
    Person.status_until,
    Person.birth_date,
    Person.birth_precision,
    Person.last_contact,
    _IS_CLIENT.label("is_client"),
    _OVERDUE.label("overdue"),
    _FOLLOW_UP.label("follow_up"),
    _CONSENT.label("consent_ends_on"),
    _CONCERN.label("concern"),
    _CHECK_IN.label("check_in_due"),
    _PROOF_ENDS.label("proof_ends"),
    _OWN_DATE.label("own_date"),
    _DAYS.label("days"),
).where(and_(Person.id == _PERSON, is_known_to_me(Person.id.expression)))


def person_facts(connection: Connection, person_id: UUID, today: date) -> PersonFacts | None:
    """Answer the facts about a person as of a day; None where nobody may know of her."""
    values = {
        "person_id": person_id,
        "today": today,
        "until": today + CONSENT_AHEAD,
        "setting": NO_CONTACT_DAYS.name,
        "near_first": f"{today - CONSENT_BEHIND}",
        "near_last": f"{today + CONSENT_AHEAD}",
    }
    row = connection.execute(FACTS, values).first()
    if row is None:
        return None
    facts = _facts(row, today)
    if row.own_date is not None:
        facts = replace(facts, own_date=_own_date(connection, row.own_date))
    if row.proof_ends is not None:
        facts = replace(facts, proof_ends_on=_proof_ends_on(connection, person_id, today))
    return facts


def _own_date(connection: Connection, value_id: UUID) -> OwnDate:
    de, da, en, entry = connection.execute(_OWN, {"id": value_id}).one()
    return OwnDate(Labels(de, da, en), date.fromisoformat(entry))


def _proof_ends_on(connection: Connection, person_id: UUID, today: date) -> date | None:
    from app.volunteers.queries.expiring import (  # noqa: PLC0415 - of volunteers alone
        first_proof_to_end,
    )

    return first_proof_to_end(connection, person_id, today)


def _facts(row: Row[*tuple[Any, ...]], today: date) -> PersonFacts:
    ends: date | None = row.consent_ends_on
    return PersonFacts(
        today=today,
        standing=Standing(PersonStatus(row.status), row.status_from, row.status_until),
        is_client=bool(row.is_client),
        birth_date=row.birth_date if row.birth_precision == "day" else None,
        last_contact=row.last_contact,
        no_contact_days=NO_CONTACT_DAYS.usual if row.days is None else int(row.days),
        overdue_tasks=row.overdue,
        follow_up=row.follow_up,
        consent_ends_on=ends,
        concern=row.concern,
        check_in_due=row.check_in_due,
    )


SOON = timedelta(days=7)
"""How near a birthday or the end of a pause is when it is said."""
