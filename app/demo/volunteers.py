"""The volunteers of the demo office: their files, times, trainings and proofs."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.demo.chance import Chance
from app.volunteers.actions import record_proof, save_volunteer
from app.volunteers.requirements import delivered
from app.volunteers.rules import (
    ACTIVITIES,
    CERTIFICATES,
    INTERESTS,
    SKILLS,
    AbsenceDetails,
    AbsenceReason,
    Assessment,
    LeaveReason,
    PaidKind,
    ProofDetails,
    RequirementKind,
    Stretch,
    TrainingDetails,
    VolunteerDetails,
    required_on,
)
from db.people import Person, PersonRole
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from app.demo.rules import Country, DemoPlan
    from app.office import Act
    from app.volunteers.rules import Requirement

MOST = 40
"""Volunteers of the demo office that have a file; enough to fill every list."""
_STEPS = (1, 2, 3, 4)
"""How many requirements are met; who began has met all."""
_PEOPLE = (
    select(Person.id)
    .join(PersonRole, PersonRole.person_id == Person.id)
    .where(PersonRole.role == "volunteer", Person.status == "active")
    .order_by(Person.id)
    .limit(MOST)
)
_HOURS = ((540, 720), (840, 1020), (1020, 1200))


@lru_cache
def _read(country: Country) -> dict[str, Any]:
    read: dict[str, Any] = tomllib.loads(read_text("demo", "volunteers.toml"))[country.language]
    return read


def words(plan: DemoPlan) -> dict[str, Any]:
    """Answer what is written in the files of a plan, in its language."""
    return _read(plan.country)


def add_demo_volunteers(act: Act, plan: DemoPlan) -> int:
    """Write the files of the first volunteers of a plan; answer how many."""
    people = act.session.scalars(_PEOPLE).all()
    for number, person_id in enumerate(people):
        chance = Chance(plan.seed, plan.country, "volunteer", number)
        file = _file(plan, chance, number)
        save_volunteer(act, person_id, 0, file)
        for place, proof in enumerate(_proofs(plan, chance, file)):
            record_proof(act, chance.key((number + place / 8) / MOST), person_id, proof)
    return len(people)


def _file(plan: DemoPlan, chance: Chance, number: int) -> VolunteerDetails:
    told = words(plan)
    applied = plan.today - timedelta(days=40 + chance.randrange(700))
    file = VolunteerDetails(
        applied_on=applied,
        active_from=applied + timedelta(days=35) if number % 5 else None,
        max_people=chance.weighted((1, 2, 3), (3, 2, 1)),
        reach_km=chance.pick((None, 3, 5, 8)),
        gender=chance.weighted(("female", "male", ""), (6, 3, 1)),
        smoker=chance.often(0.15),
        accepts_smoking=chance.often(0.6),
        climbs_stairs=chance.often(0.85),
        dementia_experience=chance.often(0.3),
        is_mediator=chance.often(0.1),
        is_pupil=chance.often(0.1),
        paid_kind=PaidKind.ACTUAL if chance.often(0.8) else PaidKind.LUMP,
        insured_until=plan.today + timedelta(days=20 + chance.randrange(700)),
        emergency_note=chance.pick(told["emergency"]),
        about=chance.pick(told["about"]),
        traits=_traits(chance),
        hours=tuple(demo_hours(chance)),
        trainings=_trainings(plan, chance, applied),
    )
    return _away_or_gone(plan, chance, number, file)


def _traits(chance: Chance) -> frozenset[tuple[str, str]]:
    interests = chance.sample(sorted(INTERESTS), 4)
    found = {("interest", code) for code in interests}
    found |= {("skill", chance.pick(sorted(SKILLS))), ("activity", "home")}
    found.add(("activity", chance.pick(sorted(ACTIVITIES))))
    if chance.often(0.1):
        found.add(("brings", "dog"))
    if chance.often(0.15):
        found.add(("allergy", "cat"))
    return frozenset(found)


def demo_hours(chance: Chance) -> Iterator[Stretch]:
    """Answer three stretches of a week."""
    for weekday in sorted(chance.sample(range(1, 7), 3)):
        first, last = chance.pick(_HOURS)
        yield Stretch(weekday, first, last)


def _trainings(plan: DemoPlan, chance: Chance, applied: date) -> tuple[TrainingDetails, ...]:
    topics = chance.sample(words(plan)["topics"], 2)
    days = (applied + timedelta(days=30), applied + timedelta(days=38))
    return tuple(
        TrainingDetails(chance.key(place / 2), day, topic, chance.pick((90, 120, 180)))
        for place, (day, topic) in enumerate(zip(days, topics, strict=True))
    )


def _away_or_gone(
    plan: DemoPlan, chance: Chance, number: int, file: VolunteerDetails
) -> VolunteerDetails:
    """Let every seventh be away for a time, and every eleventh have left."""
    if number % 11 == 10:  # noqa: PLR2004 - the last of eleven
        left = plan.today - timedelta(days=10)
        return replace(file, left_on=left, left_reason=LeaveReason.MOVED)
    if number % 7:
        return file
    begins = plan.today + timedelta(days=chance.randrange(1, 40))
    note = chance.pick(words(plan)["absence"])
    ends = begins + timedelta(days=14)
    away = AbsenceDetails(chance.key(0), begins, ends, AbsenceReason.HOLIDAY, note)
    return replace(file, absences=(away,))


def _proofs(plan: DemoPlan, chance: Chance, file: VolunteerDetails) -> Iterator[ProofDetails]:
    applied = file.applied_on or plan.today
    country = plan.country.value
    required = required_on(delivered(country), plan.today)
    if not file.active_from:
        required = required[: chance.pick(_STEPS)]
    for place, asked in enumerate(required):
        yield _proof(plan, chance, asked, applied + timedelta(days=4 + 6 * place))


def _proof(plan: DemoPlan, chance: Chance, asked: Requirement, day: date) -> ProofDetails:
    proof = ProofDetails(asked.code, inspected_on=day)
    if asked.kind is not RequirementKind.CERTIFICATE:
        return proof
    if chance.often(0.08):
        waiver = words(plan)["waiver"]
        return ProofDetails(asked.code, is_waived=True, waiver_reason=waiver)
    return replace(
        proof,
        certificate_kind=CERTIFICATES[asked.country][0],
        issued_on=day - timedelta(days=20),
        has_excluding_entry=False if asked.country == "DE" else None,
        consent_requested_on=day - timedelta(days=25) if asked.country == "DK" else None,
        assessment=Assessment.SUITABLE if asked.country == "DK" else "",
    )
