"""What can be done with households: people live together, move out; relations begin and end."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar
from uuid import UUID, uuid4

from sqlalchemy import bindparam, or_, select

from app.clients.actions import enter_person
from app.clients.rules import ClientDetails, Role, RoleSpan
from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.households.rows import RemovedRelation
from app.households.rules import (
    RelationDetails,
    check_household,
    check_leaving,
    check_relation,
)
from app.households.rules.households import NEEDS_TWO
from app.office import CHANGED_MEANWHILE
from db.access import is_known_to_me
from db.base import Record
from db.households import Household, HouseholdMember, HouseholdRefusal, Relation
from db.people import Person

if TYPE_CHECKING:
    from datetime import date

    from app.households.rules import HouseholdDetails
    from app.office import Act

R = TypeVar("R", bound=Record)

RELATION_FORM = "relation"
"""Draft name of the form of a new relation; its subject is the person."""
CHANGE_RELATION_FORM = "relation_change"
"""Draft name of the form that changes a relation; its subject is the relation."""

UNKNOWN_PERSON = N_("This person is no longer in the office.")
IS_GONE = N_("This entry no longer exists.")

_KNOWN = select(Person).where(Person.id == bindparam("person_id"), is_known_to_me(Person.id))
_HOME = (
    select(HouseholdMember)
    .where(
        HouseholdMember.person_id.in_(bindparam("ids", expanding=True)),
        or_(HouseholdMember.until.is_(None), HouseholdMember.until >= bindparam("today")),
    )
    .order_by(HouseholdMember.since.desc())
)


def live_together(
    act: Act, household_id: UUID, person_ids: tuple[UUID, ...], since: date | None = None
) -> UUID:
    """Put people into one household and answer its id.

    Whoever is in one already keeps it and the others join; without one, a household is made
    under the id that the screen made. Raises `Refused` for fewer than two people.
    """
    if len(set(person_ids)) < len(("one", "other")):
        raise Refused(Problem(NEEDS_TWO, "person_id"))
    for person_id in person_ids:
        _known(act, person_id)
    values = {"ids": list(person_ids), "today": act.local_now.date()}
    members = act.session.scalars(_HOME, values).all()
    at_home = members[0].household_id if members else household_id
    if not members and act.session.get(Household, household_id) is None:
        act.session.add(Household(id=household_id))
        act.session.flush()
    living = {member.person_id for member in members if member.household_id == at_home}
    for person_id in dict.fromkeys(person_ids):
        if person_id not in living:
            member = HouseholdMember(household_id=at_home, person_id=person_id, since=since)
            act.session.add(member)
    act.touch("households", at_home)
    return at_home


def leave_household(act: Act, member_id: UUID, version: int, until: date) -> int:
    """Let somebody live in a household only until a day; answers the new version."""
    member = _opened(act, HouseholdMember, member_id, version)
    if problems := check_leaving(member.since, until):
        raise Refused(*problems)
    member.until = until
    return _changed(act, member, member.household_id)


def come_back(act: Act, member_id: UUID, version: int) -> int:
    """Take back that somebody left a household; answers the new version."""
    member = _opened(act, HouseholdMember, member_id, version)
    member.until = None
    return _changed(act, member, member.household_id)


def save_household(act: Act, household_id: UUID, version: int, details: HouseholdDetails) -> int:
    """Change what letters call a household; answers the new version."""
    household = _opened(act, Household, household_id, version)
    if problems := check_household(details):
        raise Refused(*problems)
    household.name, household.note = details.name.strip(), details.note.strip()
    return _changed(act, household, household_id)


def refuse_household(
    act: Act, refusal_id: UUID, person_id: UUID, other_ids: tuple[UUID, ...]
) -> tuple[UUID, ...]:
    """Remember that a person does not live with others, though the address says so.

    Answers the ids of what is remembered, for undo; the first is `refusal_id`.
    """
    refusals = tuple(
        HouseholdRefusal(
            id=uuid4() if at else refusal_id,
            person_id=person_id,
            other_id=other_id,
            said_by=act.who,
        )
        for at, other_id in enumerate(other_ids)
    )
    act.session.add_all(refusals)
    act.touch("households", person_id)
    return tuple(refusal.id for refusal in refusals)


def ask_again(act: Act, refusal_ids: tuple[UUID, ...]) -> None:
    """Forget that people do not live together: they are proposed again."""
    for refusal_id in refusal_ids:
        refusal = act.session.get(HouseholdRefusal, refusal_id)
        if refusal is not None:
            act.touch("households", refusal.person_id)
            act.session.delete(refusal)


def add_relation(act: Act, relation_id: UUID, person_id: UUID, details: RelationDetails) -> UUID:
    """Write how another person stands to one; somebody new becomes a contact person.

    The same id a second time changes nothing. Raises `Refused` with a problem per field.
    """
    if act.session.get(Relation, relation_id) is not None:
        return relation_id
    person = _known(act, person_id)
    _need(details, person_id)
    other_id = details.other_id or _new_contact(act, person, details)
    _known(act, other_id)
    relation = Relation(id=relation_id, person_id=person_id, other_id=other_id)
    _fill(relation, details)
    act.session.add(relation)
    discard_draft(act, RELATION_FORM, str(person_id))
    act.touch("households", person_id)
    return relation_id


def change_relation(act: Act, relation_id: UUID, version: int, details: RelationDetails) -> int:
    """Change a relation as it was read with `version`; answers the new version.

    Raises `Refused` with a problem per field, `Conflict` when somebody else was faster.
    """
    relation = _opened(act, Relation, relation_id, version)
    _need(details, relation.person_id)
    if details.other_id is not None:
        relation.other_id = _known(act, details.other_id).id
    _fill(relation, details)
    discard_draft(act, CHANGE_RELATION_FORM, str(relation_id))
    return _changed(act, relation, relation.person_id)


def end_relation(act: Act, relation_id: UUID, version: int, until: date | None) -> int:
    """Let a relation hold until a day, or again without an end; answers the new version."""
    relation = _opened(act, Relation, relation_id, version)
    if until is not None and (problems := check_leaving(relation.valid_from, until)):
        raise Refused(*problems)
    relation.valid_until = until
    return _changed(act, relation, relation.person_id)


def delete_relation(act: Act, relation_id: UUID, version: int) -> RemovedRelation:
    """Take away a relation that was entered by mistake; one that is over is ended instead.

    Answers what was taken away, so that `add_relation` can bring it back under its id.
    """
    relation = _opened(act, Relation, relation_id, version)
    place = relation.in_emergency
    details = RelationDetails(
        other_id=relation.other_id,
        kind=relation.kind,
        detail=relation.detail,
        has_key=relation.has_key,
        in_emergency="" if place is None else str(place),
        valid_from=relation.valid_from,
        valid_until=relation.valid_until,
    )
    removed = RemovedRelation(relation_id, relation.person_id, details)
    discard_draft(act, CHANGE_RELATION_FORM, str(relation_id))
    act.session.delete(relation)
    act.touch("households", removed.person_id)
    return removed


def _new_contact(act: Act, person: Person, details: RelationDetails) -> UUID:
    """Enter somebody whom the office only knows through another person; answers the new id."""
    contact = ClientDetails(
        given_name=details.given_name,
        family_name=details.family_name,
        phone=details.phone,
        email=details.email,
        country=person.country,
        roles=(RoleSpan(Role.CONTACT, act.local_now.date()),),
    )
    return enter_person(act, uuid4(), contact)


def _need(details: RelationDetails, person_id: UUID) -> None:
    if problems := check_relation(details, person_id):
        raise Refused(*problems)


def _fill(relation: Relation, details: RelationDetails) -> None:
    relation.kind, relation.detail = str(details.kind), details.detail.strip()
    relation.has_key, relation.in_emergency = details.has_key, details.place_in_emergency
    relation.valid_from, relation.valid_until = details.valid_from, details.valid_until


def _known(act: Act, person_id: UUID) -> Person:
    person = act.session.scalar(_KNOWN, {"person_id": person_id})
    if person is None:
        raise Refused(Problem(UNKNOWN_PERSON, "other_id"))
    return person


def _opened(act: Act, kind: type[R], record_id: UUID, version: int) -> R:
    record = act.session.get(kind, record_id)
    if record is None:
        raise Refused(Problem(IS_GONE))
    if record.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    return record


def _changed(act: Act, record: Record, touched: UUID) -> int:
    act.touch("households", touched)
    act.session.flush()
    return record.version
