"""Proofs that end soon, and lines of those who left that must go: the first by day."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Date, Integer, and_, bindparam, func, or_, select

from app.clients.queries import home_country
from app.clients.rules import full_name
from app.volunteers.queries.approved import has_newer
from app.volunteers.requirements import all_requirements
from app.volunteers.rules import ProofState, required_on
from db.access import is_known_to_me, is_listed
from db.base import Key
from db.people import Person
from db.volunteers import Proof, Volunteer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy import ColumnElement, Connection, Select

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


_TODAY, _MOST = bindparam("today", type_=Date()), bindparam("most", type_=Integer())
_STAYS = or_(Volunteer.left_on.is_(None), Volunteer.left_on >= _TODAY)
_GOING = _ROWS.where(Proof.delete_on <= _TODAY).order_by(Proof.delete_on, Proof.id).limit(_MOST)


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
    values = {"today": today, "most": most}
    warned = values | _warned(required, today)
    found = [
        ExpiringProof(
            row.person_id,
            full_name(row.given_name, row.family_name),
            titles.get(row.requirement_code, row.requirement_code),
            ProofState.EXPIRED if row.valid_until < today else ProofState.SOON,
            row.valid_until,
        )
        for row in (connection.execute(_ending(len(required)), warned) if required else ())
    ]
    found += (
        ExpiringProof(
            row.person_id,
            full_name(row.given_name, row.family_name),
            titles.get(row.requirement_code, row.requirement_code),
            ProofState.DELETE,
            row.delete_on,
        )
        for row in connection.execute(_GOING, values)
    )
    return tuple(sorted(found, key=lambda one: one.day)[:most])


def first_proof_to_end(connection: Connection, person_id: UUID, today: date) -> date | None:
    """Answer when the first proof of one volunteer ends, within its time of warning."""
    required = required_on(all_requirements(connection, home_country(connection)), today)
    if not required:
        return None
    values = {"today": today, "person_id": person_id, **_warned(required, today)}
    return connection.execute(_first_of(len(required)), values).scalar_one()


@lru_cache
def _ending(kinds: int) -> Select[*tuple[Any, ...]]:
    """Answer what lists the proofs of so many kinds that end, built once."""
    ending = _ROWS.where(_STAYS, _ends(kinds), ~has_newer())
    return ending.order_by(Proof.valid_until, Proof.id).limit(_MOST)


@lru_cache
def _first_of(kinds: int) -> Select[date | None]:
    """Answer what finds the first day on which a proof of so many kinds ends, built once."""
    return (
        select(func.min(Proof.valid_until))
        .join(Volunteer, Volunteer.id == Proof.volunteer_id)
        .where(
            Volunteer.person_id == bindparam("person_id", type_=Key()),
            is_known_to_me(Volunteer.person_id),
            _STAYS,
            _ends(kinds),
            ~has_newer(),
        )
    )


def _ends(kinds: int) -> ColumnElement[bool]:
    return or_(
        *(
            and_(
                _PROOF.requirement_code == bindparam(f"code_{at}"),
                _PROOF.valid_until <= bindparam(f"until_{at}", type_=Date()),
            )
            for at in range(kinds)
        )
    )


def _warned(required: Sequence[Requirement], today: date) -> dict[str, str | date]:
    """Answer the kinds of proofs, and from which end on each is to be told, for `_ends`."""
    codes = {f"code_{at}": one.code for at, one in enumerate(required)}
    ends = {f"until_{at}": today + timedelta(days=one.warn_days) for at, one in enumerate(required)}
    return codes | ends


_DUE = (
    select(func.count())
    .select_from(Proof)
    .join(Volunteer, Volunteer.id == Proof.volunteer_id)
    .where(Proof.delete_on <= bindparam("today", type_=Date()), is_known_to_me(Volunteer.person_id))
)


def count_due_proofs(connection: Connection, today: date) -> int:
    """Answer how many lines of those who left must be deleted by now."""
    return connection.execute(_DUE, {"today": today}).scalar_one()
