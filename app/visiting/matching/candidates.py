"""Everybody who could visit one person: ranked, with reasons for, against, and what would help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.visiting.matching.exclusions import exclusions, is_possible
from app.visiting.matching.grades import UNKNOWN, Grades, grade, kilometres, score
from app.visiting.matching.weighing import delivered_weights
from app.visiting.matching.wishes import SLOT_MINUTES, overlap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from app.visiting.given import Id
    from app.visiting.matching.wishes import Person, Volunteer, Weights

_FOR = {
    "language": N_("They share a language: {languages}"),
    "interests": N_("They share interests: {interests}"),
    "time": N_("Both have time for {hours} hours a week"),
    "age": N_("The age is as wished: {age}"),
    "dementia": N_("Has experience with dementia"),
}
_AGAINST = {
    "language": N_("They share a language only a little: {languages}"),
    "interests": N_("No interest in common"),
    "time": N_("Both have time for only {hours} hours a week"),
    "age": N_("The age is not as wished: {age}"),
    "dementia": N_("Has no experience with dementia"),
}
_EXCLUDING = frozenset({"language", "time"})
"""Wishes that exclude where they are not met at all."""
NEAR = N_("Lives {kilometres} km away")
FAR = N_("Lives {kilometres} km away, which is far")
SAME_DISTRICT = N_("Lives in the same district: {district}")
OTHER_DISTRICT = N_("Lives in another district: {district}")
AWAY_UNTIL = N_("Away until {day}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One volunteer for one person; sentences are templates with values, for the screen."""

    volunteer: Id
    possible: bool
    score: float
    in_favour: tuple[Problem, ...]
    against: tuple[Problem, ...]
    """Exclusions first, then wishes that are not met."""
    would_help: tuple[Problem, ...]
    """What would make an impossible pair possible: all of it together."""


def candidates(
    person: Person,
    volunteers: Iterable[Volunteer],
    *,
    weights: Weights | None = None,
    apart: frozenset[Id] = frozenset(),
) -> tuple[Candidate, ...]:
    """Answer everybody, those who can first and the best of them first; equals by their order.

    `apart` names volunteers whom the office keeps away from this person.
    """
    counted = weights or delivered_weights()
    found = [_candidate(person, one, counted, apart=one.id in apart) for one in volunteers]
    found.sort(key=lambda candidate: (not candidate.possible, -candidate.score))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Ranking:
    """The first of everybody, and how many of all could visit."""

    first: tuple[Candidate, ...]
    possible: int


def ranking(
    person: Person,
    volunteers: Sequence[Volunteer],
    most: int,
    *,
    weights: Weights | None = None,
    apart: frozenset[Id] = frozenset(),
) -> Ranking:
    """Answer the first `most` of `candidates`, those who cannot by how little excludes them.

    Only they are told in words, so that thousands are ranked quickly.
    """
    counted = weights or delivered_weights()
    possible: list[Volunteer] = []
    others: list[Volunteer] = []
    for one in volunteers:
        fits = is_possible(person, one) and one.id not in apart
        (possible if fits else others).append(one)
    # Stable: equals stay in the order in which they were given.
    possible.sort(key=lambda one: -score(grade(person, one), counted))
    first = possible[:most]
    if left := most - len(first):
        first += _nearest(person, others, counted, apart)[:left]
    told = (_candidate(person, one, counted, apart=one.id in apart) for one in first)
    return Ranking(tuple(told), len(possible))


def _nearest(
    person: Person, others: list[Volunteer], weights: Weights, apart: frozenset[Id]
) -> list[Volunteer]:
    """Answer those who cannot, who is excluded by least first."""

    def obstacles(one: Volunteer) -> tuple[int, float]:
        count = sum(1 for _ in exclusions(person, one, apart=one.id in apart))
        return (count, -score(grade(person, one), weights))

    return sorted(others, key=obstacles)


def _candidate(person: Person, volunteer: Volunteer, weights: Weights, *, apart: bool) -> Candidate:
    excluded = tuple(exclusions(person, volunteer, apart=apart))
    grades = grade(person, volunteer)
    in_favour, against = _reasons(person, volunteer, grades)
    return Candidate(
        volunteer.id,
        not excluded,
        score(grades, weights),
        tuple(in_favour),
        (*(exclusion.reason for exclusion in excluded), *against),
        tuple(exclusion.remedy for exclusion in excluded),
    )


def _reasons(
    person: Person, volunteer: Volunteer, grades: Grades
) -> tuple[list[Problem], list[Problem]]:
    """Answer what speaks for and against a pair; a grade in the middle says nothing."""
    in_favour, against = [], []
    for wish, reached in zip(Grades._fields, grades, strict=True):
        if wish == "distance" or (wish in _EXCLUDING and reached == 0):
            continue  # told with its place below; told as an exclusion
        if reached > UNKNOWN:
            in_favour.append(Problem(_FOR[wish], wish, _VALUES[wish](person, volunteer)))
        elif reached < UNKNOWN:
            against.append(Problem(_AGAINST[wish], wish, _VALUES[wish](person, volunteer)))
    if grades.distance != UNKNOWN:
        chosen = in_favour if grades.distance > UNKNOWN else against
        chosen.append(_way(person, volunteer, is_near=grades.distance > UNKNOWN))
    if volunteer.away_until is not None and not volunteer.is_away_long:
        against.append(Problem(AWAY_UNTIL, "away", {"day": volunteer.away_until}))
    return in_favour, against


def _way(person: Person, volunteer: Volunteer, *, is_near: bool) -> Problem:
    way = kilometres(person.spot, volunteer.spot)
    if way is not None:
        return Problem(NEAR if is_near else FAR, "distance", {"kilometres": f"{way:.1f}"})
    message = SAME_DISTRICT if is_near else OTHER_DISTRICT
    return Problem(message, "distance", {"district": volunteer.spot.district})


def _languages(person: Person, volunteer: Volunteer) -> Mapping[str, object]:
    spoken = volunteer.languages
    return {"languages": ", ".join(tag for tag in person.languages if tag in spoken)}


def _interests(person: Person, volunteer: Volunteer) -> Mapping[str, object]:
    return {"interests": ", ".join(sorted(person.interests & volunteer.interests))}


def _hours(person: Person, volunteer: Volunteer) -> Mapping[str, object]:
    shared = overlap(person.hours, volunteer.hours) or 0
    return {"hours": f"{shared.bit_count() * SLOT_MINUTES / 60:g}"}


def _age(_: Person, volunteer: Volunteer) -> Mapping[str, object]:
    return {"age": volunteer.age}


def _nothing(_: Person, __: Volunteer) -> Mapping[str, object]:
    return {}


_VALUES: Mapping[str, Callable[[Person, Volunteer], Mapping[str, object]]] = {
    "language": _languages,
    "interests": _interests,
    "time": _hours,
    "age": _age,
    "dementia": _nothing,
}
"""What the sentences of each wish name."""
