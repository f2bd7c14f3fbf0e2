"""Typing a name over 100,000 clients: from each key to the painted rows, and the query alone."""

from __future__ import annotations

from functools import partial
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from sqlalchemy import Connection, select

from app.clients.queries import find_clients
from db.people import PersonNameKey
from tests.benchmarks.offices import office_folder, opened
from tests.benchmarks.queries import Recorder, raw, raw_connection, timed
from tests.benchmarks.results import Goal, Measured, measured
from tests.benchmarks.window import Window
from ui.clients.client_list import ClientList
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmarks.queries import Statement

CLIENTS = 100_000
NAMES = 40
"""Names that are typed letter by letter; each letter is one press."""
LETTERS = 5


def typeahead_100k() -> Measured:
    """Measure every press of a key; the baseline is the query's own SQL in the raw driver."""
    folder = office_folder(CLIENTS)
    names = _names(folder)
    presses = _presses(folder, names)
    query, driver = _queries(folder, names)
    return measured(
        presses,
        driver,
        Goal(ratio=2, p95_ms=16),
        "A key in the search over 100,000 clients to painted rows; ratio: query to raw driver",
        compared=query,
    )


def _presses(folder: Path, names: list[str]) -> list[float]:
    window = Window(opened(folder))
    window.go_to(Place("clients"))
    people = window.part(ClientList)
    field, rows = people.search, people.table.viewport()
    times = []
    for name in names:
        field.clear()
        window.rest()
        presses = [partial(QTest.keyClicks, field, letter) for letter in name]
        times += [window.time_to_painted(press, rows, window.is_idle) for press in presses]
    window.close()
    return times


def _queries(folder: Path, names: list[str]) -> tuple[list[float], list[float]]:
    """Time the query through the office and its SQL in the raw driver, in turn.

    Both begin with empty caches and look each beginning up once, as a person types it.
    """
    typed = [name[:length] for name in names for length in range(1, len(name) + 1)]
    statements = _recorded(folder, typed)
    office, connection = opened(folder), raw_connection(folder)
    query, driver = [], []
    for text, each in zip(typed, statements, strict=True):
        driver.append(timed(raw, connection, each))
        query.append(timed(office.ask, find_clients, text))
    connection.close()
    office.close()
    return query, driver


def _recorded(folder: Path, typed: list[str]) -> list[tuple[Statement, ...]]:
    office = opened(folder)
    recorder = Recorder(office)
    statements = [recorder.of(find_clients, text) for text in typed]
    office.close()
    return statements


def _names(folder: Path) -> list[str]:
    """Answer beginnings of names that occur, drawn evenly over all clients."""
    office = opened(folder)
    words = office.ask(_words)
    office.close()
    drawn = Random(1).sample(words, NAMES)  # noqa: S311 - no secret, the same ones every time
    return [word[:LETTERS] for word in drawn]


def _words(connection: Connection) -> list[str]:
    statement = select(PersonNameKey.word).order_by(PersonNameKey.person_id).limit(50_000)
    return list(connection.execute(statement).scalars())
