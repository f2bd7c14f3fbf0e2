"""Matching: ranked candidates among 2,000 volunteers, and the best assignment of an office."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from random import Random
from typing import TYPE_CHECKING
from uuid import UUID

from app.admin.offices import key_from_file, open_office
from app.clients.actions import add_client
from app.clients.rules import ClientDetails
from app.demo.actions import build_demo
from app.demo.rules import DemoPlan
from app.matches.actions import save_wish
from app.matches.queries import candidates_for
from app.matches.rules import WishDetails
from app.volunteers.actions import record_proof, save_volunteer
from app.volunteers.rules import (
    INTERESTS,
    CertificateKind,
    ProofDetails,
    Stretch,
    VolunteerDetails,
)
from tests.benchmarks.offices import BENCH, TODAY
from tests.benchmarks.queries import Recorder, raw, raw_connection, timed
from tests.benchmarks.results import Goal, Measured, measured

if TYPE_CHECKING:
    from pathlib import Path

    from app.office import Act

VOLUNTEERS = 2_000
PEOPLE = 40
_RECIPE = "1"
_MOST_MS = 100


def candidates() -> Measured:
    """Measure who could visit a person, among 2,000; the baseline is its SQL."""
    folder = volunteers_office()
    recording = open_office(folder, key_from_file(folder / "demo.key"), who="Benchmark")
    people = [UUID(line) for line in (folder / "people").read_text().split()]
    recorder = Recorder(recording)
    statements = [recorder.of(candidates_for, person, TODAY) for person in people]
    recording.close()
    office = open_office(folder, key_from_file(folder / "demo.key"), who="Benchmark")
    connection = raw_connection(folder)
    answers, driver = [], []
    for person, sql in zip(people, statements, strict=True):
        driver.append(timed(raw, connection, sql))
        answers.append(timed(office.ask, candidates_for, person, TODAY))
    connection.close()
    office.close()
    what = "Ranked candidates among 2,000 volunteers, with reasons; ratio: to its SQL"
    return measured(answers, driver, Goal(p95_ms=_MOST_MS), what)


def volunteers_office() -> Path:
    """Answer the folder of an office with 2,000 volunteers, made when it is not there yet."""
    folder = BENCH / f"volunteers-{VOLUNTEERS}"
    made = folder / "made"
    if made.exists() and made.read_text(encoding="utf-8") == _RECIPE:
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    build_demo(folder, DemoPlan(TODAY, clients=20, seed=7))
    office = open_office(folder, key_from_file(folder / "demo.key"), who="Benchmark")
    people = office.act(_fill).value
    office.close()
    (folder / "people").write_text("\n".join(map(str, people)), encoding="utf-8")
    made.write_text(_RECIPE, encoding="utf-8")
    return folder


def _fill(act: Act) -> list[UUID]:
    chance = Random(7)  # noqa: S311 - no secret, the same office every time
    for number in range(VOLUNTEERS):
        person = _person(act, chance, number)
        file = VolunteerDetails(
            applied_on=date(2026, 1, 5),
            active_from=date(2026, 3, 1),
            max_people=chance.choice((1, 2, 3)),
            gender=chance.choice(("female", "male", "")),
            smoker=chance.random() < 0.2,
            traits=_interests(chance) | ({("brings", "dog")} if number % 9 == 0 else frozenset()),
            hours=_hours(chance),
        )
        save_volunteer(act, person, 0, file)
        if number % 10:
            _approve(act, chance, person)
    people = []
    for number in range(PEOPLE):
        person = _person(act, chance, number)
        save_wish(act, person, 0, _wish(chance))
        people.append(person)
    return people


def _wish(chance: Random) -> WishDetails:
    wish = WishDetails(traits=_interests(chance), hours=_hours(chance))
    gender = chance.choice(("", "", "female"))
    return replace(wish, gender_wish=gender, dementia=chance.random() < 0.2)


def _person(act: Act, chance: Random, number: int) -> UUID:
    other = (chance.choice(("tr", "ar", "ru", "pl")),) if number % 4 == 0 else ()
    name = f"{chance.choice('ABCDEFGHJKLMNOPRSTUVW')}{number:04}"
    details = ClientDetails(
        given_name="Kim",
        family_name=name,
        birth=f"4.5.{chance.randrange(1945, 2006)}",
        languages=("de", *other),
        levels=("native", "fluent")[: 1 + len(other)],
    )
    return add_client(act, _key(chance), details)


def _key(chance: Random) -> UUID:
    return UUID(int=chance.getrandbits(128), version=4)


def _interests(chance: Random) -> frozenset[tuple[str, str]]:
    return frozenset(("interest", code) for code in chance.sample(sorted(INTERESTS), 4))


def _hours(chance: Random) -> tuple[Stretch, ...]:
    days = sorted(chance.sample(range(1, 8), 3))
    return tuple(Stretch(day, *chance.choice(((540, 720), (840, 1080)))) for day in days)


def _approve(act: Act, chance: Random, person: UUID) -> None:
    shown = date(2026, 2, 10)
    for code in ("interview", "certificate", "confidentiality", "training"):
        proof = ProofDetails(code, inspected_on=shown)
        if code == "certificate":
            proof = replace(
                proof,
                certificate_kind=CertificateKind.EXTENDED,
                issued_on=date(2026, 1, 20),
                has_excluding_entry=False,
            )
        record_proof(act, _key(chance), person, proof)
