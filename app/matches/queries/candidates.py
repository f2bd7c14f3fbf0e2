"""The volunteers for one person: ranked, with reasons for, against, and what would help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, select

from app.clients.rules import full_name
from app.matches.queries.facts import LEVELS, languages_of, read_volunteers
from app.matches.queries.wishes import WishToEdit, wish_to_edit
from app.matches.rules import OPEN_STAGES
from app.visiting.matching.candidates import Candidate, ranking
from app.visiting.matching.wishes import Person as Waiting
from app.visiting.matching.wishes import Spot
from app.volunteers.rules import Stretch, TraitKind, bits_of
from db.access import is_known_to_me
from db.areas import Area
from db.base import Key
from db.matches import Exclusion, Match
from db.people import Person

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

MOST_SHOWN = 40
"""Candidates that are told in words; the rest is counted."""
BY_PHONE = "telephone"
"""The kind of visit for which nobody comes."""
_AGE_OPEN = (0, 200)
_PERSON_ID = bindparam("person_id", type_=Key())
_AREA = (
    select(Area.name)
    .join(Person, Person.area_id == Area.id)
    .where(Person.id == _PERSON_ID, is_known_to_me(Person.id))
)
_APART = select(Exclusion.visitor_id).where(
    Exclusion.person_id == _PERSON_ID,
    is_known_to_me(Exclusion.person_id),
    is_known_to_me(Exclusion.visitor_id),
)
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
    wish = wish_to_edit(connection, person_id)
    if wish is None:
        return Candidates((), 0, 0)
    person = _as_waiting(connection, wish)
    everybody = read_volunteers(connection, today)
    mine = {key.hex for key in connection.scalars(_MINE, {"person_id": person_id})}
    mine.add(person_id.hex)
    others = tuple(one for one in everybody if one.id not in mine)
    apart = frozenset(key.hex for key in connection.scalars(_APART, {"person_id": person_id}))
    found = ranking(person, others, MOST_SHOWN, apart=apart)
    return Candidates(_with_names(connection, found.first), found.possible, len(others))


def _as_waiting(connection: Connection, wish: WishToEdit) -> Waiting:
    """Answer a person as the engine asks for her."""
    details, values = wish.details, {"person_id": wish.person_id}
    codes = {kind: frozenset(c for k, c in details.traits if k == kind) for kind in TraitKind}
    ages = None
    if details.youngest is not None or details.oldest is not None:
        least, most = _AGE_OPEN
        ages = (details.youngest or least, details.oldest or most)
    return Waiting(
        id=wish.person_id.hex,
        wanted=details.wanted or 1,
        languages=languages_of(connection, wish.person_id),
        least_level=LEVELS[details.least_level],  # type: ignore[index] # a level is its word
        gender_wish=details.gender_wish or None,
        animals=codes[TraitKind.PET],
        allergies=codes[TraitKind.ALLERGY],
        smoking_home=details.smoking_home,
        no_smoker=details.no_smoker,
        hours=bits_of(Stretch(*one) for one in details.hours),
        visit_minutes=details.minutes or 60,
        spot=Spot(connection.scalar(_AREA, values)),
        interests=codes[TraitKind.INTEREST],
        age_wish=ages,
        dementia=details.dementia,
        stairs=details.stairs,
        in_person=details.service_kind != BY_PHONE,
    )


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
