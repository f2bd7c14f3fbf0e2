"""Weighted wishes: how well a pair suits, each wish graded from 0 (not at all) to 1 (wholly).

A wish that was not stated, or a fact that is not known, is graded 1/2: neither for nor against.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.visiting.day_plans.travel import straight_line
from app.visiting.matching.wishes import Level, overlap

if TYPE_CHECKING:
    from app.visiting.matching.wishes import Person, Spot, Volunteer, Weights

UNKNOWN = 0.5
USUAL_REACH = 10.0
"""Kilometres beyond which a way is graded 0, where the volunteer set no limit."""
PLENTY = 8
"""Shared half hours in a week that are as good as any more."""
YEARS = 20.0
"""Years beside the age wished at which it is graded 0."""


class Grades(NamedTuple):
    """The grade of each wish, 0 to 1; the names are those of `Weights`."""

    language: float
    distance: float
    interests: float
    time: float
    age: float
    dementia: float


def grade(person: Person, volunteer: Volunteer) -> Grades:
    """Answer how well each wish is met."""
    return Grades(
        _language(person, volunteer),
        _distance(person.spot, volunteer),
        _interests(person, volunteer),
        _time(person, volunteer),
        _age(person, volunteer),
        _dementia(person, volunteer),
    )


def score(grades: Grades, weights: Weights) -> float:
    """Answer the sum of the weights, each by its grade; the score of a pair."""
    return (
        grades.language * weights.language
        + grades.distance * weights.distance
        + grades.interests * weights.interests
        + grades.time * weights.time
        + grades.age * weights.age
        + grades.dementia * weights.dementia
    )


def kilometres(first: Spot, second: Spot) -> float | None:
    """Answer the straight line between two homes; None when one is not known exactly."""
    if first.longitude is None or first.latitude is None:
        return None
    if second.longitude is None or second.latitude is None:
        return None
    return straight_line(first.longitude, first.latitude, second.longitude, second.latitude)


def _language(person: Person, volunteer: Volunteer) -> float:
    """Grade the best shared language by the weaker speaker of the two."""
    spoken = volunteer.languages
    if not person.languages or not spoken:
        return UNKNOWN
    shared = (min(own, spoken[tag]) for tag, own in person.languages.items() if tag in spoken)
    return max(shared, default=0) / Level.NATIVE


def _distance(home: Spot, volunteer: Volunteer) -> float:
    way = kilometres(home, volunteer.spot)
    if way is not None:
        return max(0.0, 1.0 - way / (volunteer.reach or USUAL_REACH))
    if home.district is None or volunteer.spot.district is None:
        return UNKNOWN
    return 1.0 if home.district == volunteer.spot.district else 0.0


def _interests(person: Person, volunteer: Volunteer) -> float:
    if not person.interests or not volunteer.interests:
        return UNKNOWN
    return len(person.interests & volunteer.interests) / len(person.interests)


def _time(person: Person, volunteer: Volunteer) -> float:
    shared = overlap(person.hours, volunteer.hours)
    return UNKNOWN if shared is None else min(1.0, shared.bit_count() / PLENTY)


def _age(person: Person, volunteer: Volunteer) -> float:
    if person.age_wish is None or volunteer.age is None:
        return UNKNOWN
    youngest, oldest = person.age_wish
    beside = max(youngest - volunteer.age, volunteer.age - oldest, 0)
    return max(0.0, 1.0 - beside / YEARS)


def _dementia(person: Person, volunteer: Volunteer) -> float:
    if not person.dementia:
        return UNKNOWN
    return 1.0 if volunteer.dementia_experience else 0.0
