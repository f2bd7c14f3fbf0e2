"""Booking in a large office: each key of a name and of a stop, until the list is painted."""

from __future__ import annotations

import shutil
from datetime import datetime, time, timedelta
from functools import partial
from random import Random
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtTest import QTest
from sqlalchemy import Connection, insert, select

from app.mobile_advice.booking.queries import find_slots
from db.booking import Appointment
from db.people import Person, PersonNameKey
from db.tours import Stop, Tour, TourDay, TourHalt, Vehicle
from tests.benchmarks.offices import BENCH, TODAY, bring_up_to_date, office_folder, opened
from tests.benchmarks.queries import Recorder, raw, raw_connection, timed
from tests.benchmarks.results import Goal, Measured, measured
from tests.benchmarks.window import Window
from ui.mobile_advice.booking.booking_form import BookingForm
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from app.office import Act
    from tests.benchmarks.queries import Statement
    from ui.picking.record_picker import RecordPicker

CLIENTS = 20_000
TOURS, STOPS = 20, 5
"""Tours of an office, and stops of each."""
WEEKS = 8
FULL = 0.7
"""Share of the times that are taken."""
TYPED = 25
"""Names that are typed letter by letter, and as many stops."""
LETTERS = 5
_STARTS, _COUNTERS, _STEP = range(540, 660, 20), (1, 2), 20


def booking_keystroke() -> Measured:
    """Measure every press of a key; the baseline is the SQL of free times in the raw driver."""
    folder = _folder()
    names, stops = _typed(folder)
    presses = _presses(folder, names, stops)
    query, driver = _queries(folder, stops)
    return measured(
        presses,
        driver,
        Goal(p95_ms=16),
        "A key in the person or the time of a booking, 20,000 clients and 20 tours, to the "
        "painted list; ratio: free times to raw driver",
        compared=query,
    )


def _presses(folder: Path, names: list[str], stops: list[str]) -> list[float]:
    window = Window(opened(folder))
    window.go_to(Place("appointments", None, "new"))
    form = window.part(BookingForm)
    content = form.content
    times = [
        *_keys(window, content.picker, names),
        *_keys(window, content.slots, stops),
    ]
    window.close()
    return times


def _keys(window: Window, field: RecordPicker[Any], words: list[str]) -> list[float]:
    field.setFocus()
    times = []
    for word in words:
        field.clear()
        field.popup().hide()
        window.rest()
        presses = [partial(QTest.keyClicks, field, letter) for letter in word]
        # A list that opens is a window of its own: the field shows the key, the list its answer.
        times += [window.time_to_painted(press, field, window.is_idle, at_rest=True)
                  for press in presses]  # fmt: skip
    return times


def _queries(folder: Path, stops: list[str]) -> tuple[list[float], list[float]]:
    now = datetime.combine(TODAY, time(8))
    typed = [word[:length] for word in stops for length in range(1, len(word) + 1)]
    office = opened(folder)
    recorder = Recorder(office)
    statements: list[tuple[Statement, ...]] = [recorder.of(find_slots, text, now) for text in typed]
    office.close()
    office, connection = opened(folder), raw_connection(folder)
    query, driver = [], []
    for text, each in zip(typed, statements, strict=True):
        driver.append(timed(raw, connection, each))
        query.append(timed(office.ask, find_slots, text, now))
    connection.close()
    office.close()
    return query, driver


def _typed(folder: Path) -> tuple[list[str], list[str]]:
    office = opened(folder)
    words = office.ask(_words)
    office.close()
    chance = Random(1)  # noqa: S311 - no secret, the same ones every time
    names = [word[:LETTERS] for word in chance.sample(words, TYPED)]
    stops = [f"halt{number % STOPS} 10" for number in range(TYPED)]
    return names, [f"t{number % TOURS} {stop}"[:12] for number, stop in enumerate(stops)]


def _words(connection: Connection) -> list[str]:
    statement = select(PersonNameKey.word).order_by(PersonNameKey.person_id).limit(20_000)
    return list(connection.execute(statement).scalars())


def _folder() -> Path:
    """Answer the folder of the office, making it when it is not there yet."""
    folder = BENCH / f"booking-{CLIENTS}"
    if not (folder / "booked").exists():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(office_folder(CLIENTS), folder)
        office = opened(folder)
        office.act(_fill)
        office.close()
        (folder / "booked").write_text("1", encoding="utf-8")
    else:
        bring_up_to_date(folder)
    return folder


def _fill(act: Act) -> None:
    """Let twenty tours go round for eight weeks, most of their times taken."""
    chance = Random(7)  # noqa: S311 - as above
    people = list(act.session.scalars(select(Person.id).limit(10_000)))
    bus = Vehicle(id=_key(chance), name="Bus")
    act.session.add(bus)
    act.session.flush()
    rows: list[dict[str, Any]] = []
    seen: set[tuple[UUID, object, int]] = set()
    for number in range(TOURS):
        stops = [
            Stop(id=_key(chance), name=f"Halt{at} T{number}", kind="stop", country="DE", counters=2)
            for at in range(STOPS)
        ]
        tour = Tour(
            id=_key(chance), name=f"T{number}", slot_minutes=_STEP, made_until=TODAY,
            vehicle_id=bus.id,
        )  # fmt: skip
        act.session.add_all([*stops, tour])
        act.session.flush()
        for week in range(2 * WEEKS):
            day = TODAY + timedelta(days=week * 3 + number % 3)
            tour_day = TourDay(id=_key(chance), tour_id=tour.id, day=day, state="planned")
            act.session.add(tour_day)
            act.session.flush()
            for at, stop in enumerate(stops):
                halt = TourHalt(
                    id=_key(chance), tour_day_id=tour_day.id, stop_id=stop.id, position=at,
                    from_time=_STARTS.start, until_time=_STARTS.stop, counters=2, state="planned",
                )  # fmt: skip
                act.session.add(halt)
                rows += _appointments(act, chance, (halt, tour_day), people, seen)
    act.session.flush()
    for at in range(0, len(rows), 5_000):
        act.session.execute(insert(Appointment), rows[at : at + 5_000])
    act.touch("booking")


def _appointments(
    act: Act,
    chance: Random,
    where: tuple[TourHalt, TourDay],
    people: list[UUID],
    seen: set[tuple[UUID, object, int]],
) -> list[dict[str, Any]]:
    halt, day = where
    rows = []
    for start in _STARTS:
        for counter in _COUNTERS:
            person = chance.choice(people)
            if chance.random() > FULL or (person, day.day, start) in seen:
                continue
            seen.add((person, day.day, start))
            texts = dict.fromkeys(("name", "phone", "language", "topic", "bring", "note"), "")
            rows.append(
                {
                    **texts, "id": _key(chance), "version": 1, "tour_halt_id": halt.id,
                    "tour_day_id": day.id, "day": day.day, "starts_at": start, "minutes": _STEP,
                    "counter": counter, "person_id": person, "kind": "booked", "state": "booked",
                    "source": "phone", "booked_by": act.who, "booked_at": act.now,
                }
            )  # fmt: skip
    return rows


def _key(chance: Random) -> UUID:
    return UUID(int=chance.getrandbits(128), version=4)
