"""Proofs that end soon, and lines of those who left that must go: the first by day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Date, and_, bindparam, func, or_, select

from app.clients.queries import home_country
from app.clients.rules import full_name
from app.volunteers.queries.approved import has_newer
from app.volunteers.requirements import all_requirements
from app.volunteers.rules import ProofState, required_on
from db.access import is_known_to_me, is_listed
from db.people import Person
from db.volunteers import Proof, Volunteer

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import ColumnElement, Connection

    from app.volunteers.rules import Requirement

_PROOF = Proof.__table__.c
_ROWS = (
    select(
        Volunteer.person_id,
        Person.given_name,
        Person.family_name,
        Proof.requirement_code,
        Proof.valid_until,
        Proof.delete_on,
    )
    .join(Volunteer, Volunteer.id == Proof.volunteer_id)
    .join(Person, Person.id == Volunteer.person_id)
    .where(is_listed(Volunteer.person_id))
)


class ExpiringProof(NamedTuple):
    """One proof that somebody has to see to."""

    person_id: UUID
    name: str
    title: str
    """English, translated where it is shown."""
    state: ProofState
    day: date


def expiring_proofs(connection: Connection, today: date, most: int) -> tuple[ExpiringProof, ...]:
    """Answer the first proofs that end within their time of warning, or must be deleted.

    What is over for longer than its time of grace stays until there is a newer one: the
    volunteer must not visit.
    """
    versions = all_requirements(connection, home_country(connection))
    titles = {one.code: one.title for one in versions}
    required = required_on(versions, today)
    ending = _ROWS.where(
        or_(Volunteer.left_on.is_(None), Volunteer.left_on >= today),
        or_(*(_ends(one, today) for one in required)),
        ~has_newer(),
    ).order_by(Proof.valid_until, Proof.id)
    going = _ROWS.where(Proof.delete_on <= today).order_by(Proof.delete_on, Proof.id)
    found = [
        ExpiringProof(
            row.person_id,
            full_name(row.given_name, row.family_name),
            titles.get(row.requirement_code, row.requirement_code),
            ProofState.EXPIRED if row.valid_until < today else ProofState.SOON,
            row.valid_until,
        )
        for row in (connection.execute(ending.limit(most)) if required else ())
    ]
    found += (
        ExpiringProof(
            row.person_id,
            full_name(row.given_name, row.family_name),
            titles.get(row.requirement_code, row.requirement_code),
            ProofState.DELETE,
            row.delete_on,
        )
        for row in connection.execute(going.limit(most))
    )
    return tuple(sorted(found, key=lambda one: one.day)[:most])


def _ends(one: Requirement, today: date) -> ColumnElement[bool]:
    return and_(
        _PROOF.requirement_code == one.code,
        _PROOF.valid_until <= today + timedelta(days=one.warn_days),
    )


_DUE = (
    select(func.count())
    .select_from(Proof)
    .join(Volunteer, Volunteer.id == Proof.volunteer_id)
    .where(Proof.delete_on <= bindparam("today", type_=Date()), is_known_to_me(Volunteer.person_id))
)


def count_due_proofs(connection: Connection, today: date) -> int:
    """Answer how many lines of those who left must be deleted by now."""
    return connection.execute(_DUE, {"today": today}).scalar_one()
