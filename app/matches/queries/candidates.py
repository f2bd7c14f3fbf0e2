"""The volunteers for one person: ranked, with reasons for, against, and what would help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, select, union

from app.clients.rules import full_name
from app.matches.queries.facts import read_volunteers
from app.matches.queries.people import read_waiting
from app.matches.rules import OPEN_STAGES
from app.visiting.matching.candidates import Candidate, ranking
from app.visiting.matching.weighing import weights_here
from db.access import is_known_to_me
from db.base import Key
from db.matches import Exclusion, Match
from db.people import Person

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

MOST_SHOWN = 40
"""Candidates that are told in words; the rest is counted."""
_PERSON_ID = bindparam("person_id", type_=Key())
_BOTH_KNOWN = (is_known_to_me(Exclusion.person_id), is_known_to_me(Exclusion.visitor_id))
_APART = union(
    select(Exclusion.visitor_id).where(Exclusion.person_id == _PERSON_ID, *_BOTH_KNOWN),
    select(Exclusion.person_id).where(Exclusion.visitor_id == _PERSON_ID, *_BOTH_KNOWN),
)
"""Whoever of two who are kept apart would visit: they do not meet."""
_MINE = select(Match.visitor_id).where(
    Match.person_id == _PERSON_ID,
    Match.stage.in_([stage.value for stage in OPEN_STAGES]),
    is_known_to_me(Match.person_id),
    is_known_to_me(Match.visitor_id),
)
_NAMES = select(
    Person.id, Person.given_name, Person.family_name, Person.phone, Person.mobile
).where(Person.id.in_(bindparam("ids", expanding=True)), is_known_to_me(Person.id))


class CandidateRow(NamedTuple):
    """One volunteer for a person."""

    id: UUID
    """The person who volunteers."""
    name: str
    phone: str
    found: Candidate


@dataclass(frozen=True, slots=True)
class Candidates:
    """The best candidates first, then who is excluded by least."""

    rows: tuple[CandidateRow, ...]
    possible: int
    """How many volunteers can visit."""
    volunteers: int
    """How many volunteers were looked at."""


def candidates_for(connection: Connection, person_id: UUID, today: date) -> Candidates:
    """Answer who could visit a person, as far as wishes and files say."""
    waiting = read_waiting(connection, [person_id]).get(person_id.hex)
    if waiting is None:
        return Candidates((), 0, 0)
    everybody = read_volunteers(connection, today)
    mine = {key.hex for key in connection.scalars(_MINE, {"person_id": person_id})}
    mine.add(person_id.hex)
    others = tuple(one for one in everybody if one.id not in mine)
    apart = frozenset(key.hex for key in connection.scalars(_APART, {"person_id": person_id}))
    weights = weights_here(connection, today)
    found = ranking(waiting, others, MOST_SHOWN, weights=weights, apart=apart)
    return Candidates(_with_names(connection, found.first), found.possible, len(others))


def _with_names(connection: Connection, found: tuple[Candidate, ...]) -> tuple[CandidateRow, ...]:
    ids = [UUID(str(one.volunteer)) for one in found]
    people = {row.id: row for row in connection.execute(_NAMES, {"ids": ids})}
    return tuple(
        CandidateRow(
            key,
            full_name(people[key].given_name, people[key].family_name),
            people[key].mobile or people[key].phone,
            one,
        )
        for key, one in zip(ids, found, strict=True)
    )
