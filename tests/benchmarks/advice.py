"""The statistics of an office that advised half a million times in five years."""

from __future__ import annotations

import gc
import shutil
from datetime import UTC, date, datetime, timedelta
from functools import partial
from random import Random
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import insert, select

from app.demo.actions import build_demo
from app.demo.rules import DemoPlan
from app.mobile_advice.advice.figures import age_bands
from app.mobile_advice.advice.rules import OUTCOMES, TOPICS, ContactKind, as_topics
from app.mobile_advice.statistics.queries import advice_sheet
from app.mobile_advice.statistics.rules import Period
from db.advice import AdviceContact
from db.areas import Area
from db.people import Person
from db.tours import Stop
from tests.benchmarks.asking import in_turn
from tests.benchmarks.offices import BENCH, TODAY, bring_up_to_date, opened
from tests.benchmarks.results import Goal, Measured

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.office import Act

CONTACTS = 500_000
PEOPLE = 2_000
STOPS = 24
DAYS = 1_826
"""Five years."""
TIMES = 12
NAMED_OF_TEN = 1
"""Of ten contacts as many are about somebody who is named."""
_AT_ONCE = 10_000
_LANGUAGES = ("de",) * 12 + ("tr", "ru", "uk", "pl", "ar", "fa", "it")
_FIRST = TODAY - timedelta(days=DAYS)


def advice_statistics() -> Measured:
    """Measure all tables of five years.

    Without the collector, which the program takes off the thread of the office: see `Tidying`.
    """
    asked: list[tuple[object, ...]] = [(Period(_FIRST, TODAY),)] * TIMES
    what = "All statistics over 500,000 contacts, small numbers withheld; ratio: to its SQL"
    folder = _folder()
    gc.disable()
    try:
        return in_turn(folder, advice_sheet, asked, Goal(p95_ms=1000), what)
    finally:
        gc.enable()


def _folder() -> Path:
    """Answer the folder of the office, making it when it is not there yet."""
    folder = BENCH / f"advice-{CONTACTS}"
    made = folder / "made"
    if made.exists():
        bring_up_to_date(folder)
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    plan = DemoPlan(TODAY, PEOPLE, seed=7, visits_per_client=0, notes_per_client=0)
    build_demo(folder, plan, progress=partial(_say, folder.name))
    office = opened(folder)
    office.act(_add_stops)
    chance = Random(7)  # noqa: S311 - invented figures
    for first in range(0, CONTACTS, _AT_ONCE):
        office.act(_advise, chance, first)
    office.close()
    made.touch()
    return folder


def _add_stops(act: Act) -> None:
    for number in range(STOPS):
        act.session.add(Stop(name=f"Halt {number:02}", kind="stop", country="DE"))
    act.touch("tours")


def _advise(act: Act, chance: Random, first: int) -> None:
    stops = list(act.session.scalars(select(Stop.id)))
    areas = list(act.session.scalars(select(Area.id)))
    people = list(act.session.scalars(select(Person.id)))
    rows = [
        _contact(chance, number, stops, areas, people) for number in range(first, first + _AT_ONCE)
    ]
    act.session.execute(insert(AdviceContact), rows)
    act.touch("advice")


def _contact(
    chance: Random,
    number: int,
    stops: Sequence[UUID],
    areas: Sequence[UUID],
    people: Sequence[UUID],
) -> dict[str, Any]:
    day: date = _FIRST + timedelta(days=number * DAYS // CONTACTS)
    is_named = chance.randrange(10) < NAMED_OF_TEN
    return {
        "id": UUID(int=chance.getrandbits(128), version=4),
        "version": 1,
        "day": day,
        "at": datetime(day.year, day.month, day.day, 9, tzinfo=UTC),
        "kind": chance.choice((*ContactKind, ContactKind.WALK_IN)).value,
        "person_id": chance.choice(people) if is_named else None,
        "stop_id": chance.choice(stops),
        "area_id": chance.choice(areas) if chance.random() < 0.8 else None,
        "topics": as_topics(chance.sample(list(TOPICS.delivered), chance.choice((1, 1, 2, 3)))),
        "age_band": chance.choice(("", *(band.code for band in age_bands()))),
        "sex": chance.choice(("female", "female", "male", "")),
        "language": chance.choice(_LANGUAGES),
        "interpreter": chance.random() < 0.05,
        "minutes": chance.randrange(5, 60),
        "present": chance.choice((1, 1, 1, 2)),
        "was_here_before": chance.choice((None, True, False)),
        "outcome": chance.choice(list(OUTCOMES.delivered)),
        "note": "",
        "who": "Karin Vogt",
        "source": "tally",
    }


def _say(name: str, done: int, of_all: int) -> None:
    print(f"\r{name}: {done} of {of_all} people", end="", flush=True)
