"""All who wait and all who visit, as the plan for the whole office asks for them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, select

from app.clients.rules import full_name
from app.matches.queries.facts import read_volunteers
from app.matches.queries.lists import waiting_people
from app.matches.queries.people import read_waiting
from app.matches.rules import OPEN_STAGES, MatchStage
from app.visiting.matching.weighing import weights_here
from db.access import is_known_to_me
from db.matches import Exclusion, Match
from db.people import Person

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from sqlalchemy import Connection

    from app.visiting.matching.wishes import Person as Waiting
    from app.visiting.matching.wishes import Volunteer, Weights

_KNOWN = (is_known_to_me(Match.person_id), is_known_to_me(Match.visitor_id))
_OPEN = select(
    Match.id, Match.person_id, Match.visitor_id, Match.stage, Match.is_locked, Match.asked_on
).where(Match.stage.in_([stage.value for stage in OPEN_STAGES]), *_KNOWN)
_APART = select(Exclusion.person_id, Exclusion.visitor_id).where(
    is_known_to_me(Exclusion.person_id), is_known_to_me(Exclusion.visitor_id)
)
_NAMES = select(Person.id, Person.given_name, Person.family_name).where(
    Person.id.in_(bindparam("ids", expanding=True)), is_known_to_me(Person.id)
)
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal of which nothing came yet."""

    id: UUID
    person_id: UUID
    visitor_id: UUID


@dataclass(frozen=True, slots=True)
class OfficeToPlan:
    """What a plan for the whole office is made of; ids are the digits of keys."""

    people: tuple[Waiting, ...]
    """Who has waited longest first; `wanted` is how many are still to be found."""
    volunteers: tuple[Volunteer, ...]
    taken: frozenset[tuple[str, str]]
    """Pairs who are matched already, or kept apart."""
    anew: tuple[Proposal, ...]
    """Proposals that the plan looks at anew."""
    names: Mapping[str, str]
    no_wish: int
    weights: Weights
    """What each wish counts in this office."""


def office_to_plan(connection: Connection, today: date, *, looks_anew: bool) -> OfficeToPlan:
    """Answer who waits and who could visit.

    With `looks_anew`, proposals that nobody was asked about and that are not locked count as not
    made: the plan makes them again, or others.
    """
    rows = connection.execute(_OPEN).all()
    anew = tuple(
        Proposal(row.id, row.person_id, row.visitor_id)
        for row in rows
        if looks_anew
        and row.stage == MatchStage.PROPOSED
        and not row.is_locked
        and row.asked_on is None
    )
    freed = {one.id for one in anew}
    taken = {(row.person_id.hex, row.visitor_id.hex) for row in rows if row.id not in freed}
    for one, other in connection.execute(_APART):
        taken |= {(one.hex, other.hex), (other.hex, one.hex)}
    waiting = waiting_people(connection)
    open_places = {row.id.hex: row.wanted - row.matched for row in waiting if row.has_wish}
    for proposal in anew:
        key = proposal.person_id.hex
        open_places[key] = open_places.get(key, 0) + 1
    known = read_waiting(connection, [UUID(key) for key in open_places])
    people = tuple(
        replace(known[key], wanted=count) for key, count in open_places.items() if key in known
    )
    volunteers = _with_room(read_volunteers(connection, today), anew)
    return OfficeToPlan(
        people,
        volunteers,
        frozenset(taken),
        anew,
        _names(connection, [*(one.id for one in people), *(one.id for one in volunteers)]),
        sum(not row.has_wish for row in waiting),
        weights_here(connection, today),
    )


def _with_room(
    everybody: tuple[Volunteer, ...], anew: tuple[Proposal, ...]
) -> tuple[Volunteer, ...]:
    """Answer volunteers with the places that proposals looked at anew do not take."""
    freed: dict[str, int] = {}
    for one in anew:
        freed[one.visitor_id.hex] = freed.get(one.visitor_id.hex, 0) + 1
    return tuple(
        replace(one, capacity=one.capacity + freed[str(one.id)]) if one.id in freed else one
        for one in everybody
    )


def _names(connection: Connection, keys: Collection[object]) -> Mapping[str, str]:
    ids = [UUID(str(key)) for key in keys]
    found: dict[str, str] = {}
    for at in range(0, len(ids), _AT_ONCE):
        for row in connection.execute(_NAMES, {"ids": ids[at : at + _AT_ONCE]}):
            found[row.id.hex] = full_name(row.given_name, row.family_name)
    return found
