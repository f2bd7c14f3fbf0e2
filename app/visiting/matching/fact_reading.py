"""Matching tasks with facts as they stand in a file, each fact checked.

The file holds `people` and `volunteers` as lists, and may hold `weights`, `excluded` and
`locked` (lists of [person, volunteer]). Only the ids are required; what is not said excludes
nobody and counts half. Languages are {"de": "native", "tr": "B2"} by BCP 47 tag; hours are
{"mon": ["09:00-12:00", "14:00-16:30"]}.

person     id, wanted (1), languages, least_level (B1), gender_wish (female, male, other),
           animals and allergies (lists of words), smoking_home, no_smoker, hours,
           visit_minutes (60), district, longitude, latitude, interests, age_wish
           ([youngest, oldest]), dementia
volunteer  id, capacity (1), approved (true), languages, gender, brings and allergies (lists of
           words), smoker, accepts_smoking (true), hours, district, longitude, latitude, reach
           (km), interests, age, dementia_experience
weights    language (20), distance (25), interests (20), time (15), age (10), dementia (10)
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_
from app.visiting.given import Given, need_different, number, refuse, whole
from app.visiting.matching.office_task import OfficeFacts
from app.visiting.matching.score_reading import named_pairs, places
from app.visiting.matching.task import check_locks
from app.visiting.matching.weighing import delivered_weights
from app.visiting.matching.wishes import (
    DAYS,
    GENDERS,
    SLOT_MINUTES,
    SLOTS_A_DAY,
    Level,
    Person,
    Spot,
    Volunteer,
    Weights,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.visiting.matching.task import MatchTask

MOST = 20_000
"""People, and volunteers, in one office."""
NO_HOURS = N_('{where} must be hours such as "09:00-12:00".')
NO_SPAN = N_("{where} must be the youngest and the oldest age.")
TOO_MANY = N_("{where} holds {count} entries, and at most {most} can be matched together.")
_HOURS = re.compile(r"([01]\d|2[0-4]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)")
_LEVELS = {level.name.lower() if level is Level.NATIVE else level.name: level for level in Level}


def read_facts(given: Given) -> tuple[OfficeFacts, MatchTask]:
    """Answer an office and its task; raises `Refused` with the first fact that is wrong."""
    people = tuple(_person(one) for one in _list(given, "people"))
    volunteers = tuple(_volunteer(one) for one in _list(given, "volunteers"))
    need_different((one.id for one in people), "people")
    need_different((one.id for one in volunteers), "volunteers")
    rows = places(dict.fromkeys(one.id for one in people))
    columns = places(dict.fromkeys(one.id for one in volunteers))
    office = OfficeFacts(
        people,
        volunteers,
        _weights(given),
        frozenset(named_pairs(given, "excluded", rows, columns)),
        named_pairs(given, "locked", rows, columns),
    )
    task = office.task()
    check_locks(task)
    return office, task


def _list(given: Given, key: str) -> tuple[Given, ...]:
    count = len(given.items(key))
    if count > MOST:
        raise refuse(TOO_MANY, key, count=count, most=MOST)
    return given.objects(key)


def _person(given: Given) -> Person:
    return Person(
        id=given.id(),
        wanted=given.whole("wanted", 0, 1_000) if given.has("wanted") else 1,
        languages=_languages(given),
        least_level=_LEVELS[given.choice("least_level", _LEVELS)]
        if given.has("least_level")
        else Level.B1,
        gender_wish=_gender(given, "gender_wish"),
        animals=given.words("animals"),
        allergies=given.words("allergies"),
        smoking_home=given.flag("smoking_home", otherwise=False),
        no_smoker=given.flag("no_smoker", otherwise=False),
        hours=_hours(given),
        visit_minutes=given.whole("visit_minutes", 1, 720) if given.has("visit_minutes") else 60,
        spot=_spot(given),
        interests=given.words("interests"),
        age_wish=_span(given),
        dementia=given.flag("dementia", otherwise=False),
        stairs=given.flag("stairs", otherwise=False),
        in_person=given.flag("in_person", otherwise=False),
    )


def _volunteer(given: Given) -> Volunteer:
    return Volunteer(
        id=given.id(),
        capacity=given.whole("capacity", 0, 1_000) if given.has("capacity") else 1,
        approved=given.flag("approved", otherwise=True),
        languages=_languages(given),
        gender=_gender(given, "gender"),
        brings=given.words("brings"),
        allergies=given.words("allergies"),
        smoker=given.flag("smoker", otherwise=False),
        accepts_smoking=given.flag("accepts_smoking", otherwise=True),
        hours=_hours(given),
        spot=_spot(given),
        reach=given.number("reach", 0.1, 1_000) if given.has("reach") else None,
        interests=given.words("interests"),
        age=given.whole("age", 0, 130) if given.has("age") else None,
        dementia_experience=given.flag("dementia_experience", otherwise=False),
        climbs_stairs=given.flag("climbs_stairs", otherwise=True),
        by_phone_only=given.flag("by_phone_only", otherwise=False),
        is_away_long=given.flag("away", otherwise=False),
    )


def _weights(given: Given) -> Weights:
    if not given.has("weights"):
        return delivered_weights()
    weights = given.inner("weights")
    names = tuple(field.name for field in fields(Weights))
    for name in weights.facts:
        Given({"name": name}, "weights").choice("name", names)
    said = {name: weights.number(name, 0, 1e6) for name in names if weights.has(name)}
    return replace(delivered_weights(), **said)


def _languages(given: Given) -> Mapping[str, Level]:
    if not given.has("languages"):
        return MappingProxyType({})
    spoken = given.inner("languages")
    return MappingProxyType({tag: _LEVELS[spoken.choice(tag, _LEVELS)] for tag in spoken.facts})


def _gender(given: Given, key: str) -> str | None:
    return given.choice(key, GENDERS) if given.has(key) else None


def _spot(given: Given) -> Spot:
    has_point = given.has("longitude") and given.has("latitude")
    return Spot(
        str(given.id("district")) if given.has("district") else None,
        given.number("longitude", -180, 180) if has_point else None,
        given.number("latitude", -90, 90) if has_point else None,
    )


def _span(given: Given) -> tuple[int, int] | None:
    if not given.has("age_wish"):
        return None
    ages, where = given.items("age_wish"), given.at("age_wish")
    if len(ages) != 2:  # noqa: PLR2004 - youngest and oldest
        raise refuse(NO_SPAN, where)
    youngest, oldest = (whole(age, where, 0, 130) for age in ages)
    return youngest, int(number(oldest, where, youngest, 130))


def _hours(given: Given) -> int | None:
    """Answer the half hours of a week as bits; a half hour begun late does not count."""
    if not given.has("hours"):
        return None
    week, bits = given.inner("hours"), 0
    for day in week.facts:
        Given({"day": day}, given.at("hours")).choice("day", DAYS)
        for span in week.items(day):
            bits |= _stretch(span, week.at(day)) << DAYS.index(day) * SLOTS_A_DAY
    return bits


def _stretch(span: object, where: str) -> int:
    found = _HOURS.fullmatch(span) if isinstance(span, str) else None
    if found is None:
        raise refuse(NO_HOURS, where)
    hour, minute, end_hour, end_minute = map(int, found.groups())
    first = -(-(hour * 60 + minute) // SLOT_MINUTES)
    last = (end_hour * 60 + end_minute) // SLOT_MINUTES
    if last > SLOTS_A_DAY or (end_hour, end_minute) <= (hour, minute):
        raise refuse(NO_HOURS, where)
    return sum(1 << slot for slot in range(first, last))
