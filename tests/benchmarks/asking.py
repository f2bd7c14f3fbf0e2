"""Questions asked while somebody works: who is that already, and who was not reached for long."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from app.clients.duplicates.warning import Typed, twins_of
from app.my_day.no_contact import all_forgotten
from db.people import Person
from tests.benchmarks.offices import TODAY, office_folder, opened
from tests.benchmarks.queries import Recorder, raw, raw_connection, timed
from tests.benchmarks.results import Goal, Measured, measured

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from app.office import Office

CLIENTS = 100_000
PEOPLE = 60
"""People who are typed again, field by field."""
TIMES = 40
DRAWN_FROM = 20_000


def twin_warning() -> Measured:
    """Measure the question after each field of a new person; the baseline is its SQL."""
    folder = office_folder(CLIENTS)
    office = opened(folder)
    typed = [state for row in office.ask(_people) for state in _states(*row)]
    office.close()
    what = "Who is alike, asked after each field of a new person over 100,000; ratio: to its SQL"
    return in_turn(folder, twins_of, [(each,) for each in typed], Goal(p95_ms=50), what)


def forgotten() -> Measured:
    """Measure the whole list of those not reached; the baseline is its SQL."""
    folder = office_folder(CLIENTS)
    what = "First 500 people not reached for long of 100,000; ratio: to its SQL"
    return in_turn(folder, _forgotten, [(None,)] * TIMES, Goal(p95_ms=50), what)


def in_turn(
    folder: Path,
    query: Callable[..., object],
    asked: Sequence[tuple[object, ...]],
    goal: Goal,
    what: str,
) -> Measured:
    """Time a query with each of its questions, and its SQL in the raw driver, in turn."""
    recording = opened(folder)
    statements = [_recorded(recording, query, each) for each in asked]
    recording.close()
    office, connection = opened(folder), raw_connection(folder)
    answers, driver = [], []
    for each, sql in zip(asked, statements, strict=True):
        driver.append(timed(raw, connection, sql))
        answers.append(timed(office.ask, query, *each))
    connection.close()
    office.close()
    return measured(answers, driver, goal, what)


def _recorded(
    office: Office, query: Callable[..., object], asked: tuple[object, ...]
) -> tuple[tuple[str, object], ...]:
    return Recorder(office).of(query, *asked)


def _forgotten(connection: Connection, _nothing: None) -> object:
    return all_forgotten(connection, TODAY, "", only_mine=False)


def _states(given: str, family: str, born: date | None, street: str, code: str) -> list[Typed]:
    """Answer what stands in the form after each field, with one slip in the family name."""
    slipped = family[:2] + family[3:]
    birth = str(born) if born else ""
    return [
        Typed(given_name=given, family_name=slipped),
        Typed(given_name=given, family_name=slipped, birth=birth),
        Typed(given, slipped, birth, street=street, postal_code=code),
    ]


def _people(connection: Connection) -> list[tuple[str, str, date | None, str, str]]:
    """Answer people drawn evenly, the same ones every time."""
    statement = (
        select(
            Person.given_name,
            Person.family_name,
            Person.birth_date,
            Person.street,
            Person.postal_code,
        )
        .where(Person.status == "active")
        .limit(DRAWN_FROM)
    )
    rows = [row._tuple() for row in connection.execute(statement)]
    return Random(1).sample(rows, PEOPLE)  # noqa: S311 - no secret, the same ones every time
