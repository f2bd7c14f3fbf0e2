"""Opening the card of a client with 200 notes: from the press to the painted notes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from app.journal.queries import client_with_notes
from db.journal import Note
from tests.benchmarks.offices import NOTES, office_folder, opened
from tests.benchmarks.queries import Recorder, raw, raw_connection, timed
from tests.benchmarks.results import Goal, Measured, measured
from tests.benchmarks.window import Window
from ui.clients.client_card import ClientCardView
from ui.journal.notes_view import NotesView
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

CLIENTS = 100_000
TIMES = 60
FIRST = 5
"""Openings before the first that counts: the widgets are made once."""


def client_card() -> Measured:
    """Measure opening the card, its notes in front; the baseline is its SQL in the raw driver."""
    folder = office_folder(CLIENTS)
    client, other = _clients(folder)
    openings = _openings(folder, client, other)
    queries, driver = _queries(folder, client)
    return measured(
        openings,
        driver,
        Goal(p95_ms=16),
        f"Opening a client with {NOTES} notes to painted notes; ratio: queries to raw driver",
        compared=queries,
    )


def _openings(folder: Path, client: UUID, other: UUID) -> list[float]:
    window = Window(opened(folder))
    window.go_to(Place("clients", client))
    view, notes = window.part(ClientCardView), window.part(NotesView)
    view.tabs.setCurrentWidget(view.notes)
    window.rest()
    times = []

    def has_notes() -> bool:
        return len(notes.notes()) == NOTES

    for _ in range(FIRST + TIMES):
        window.go_to(Place("clients", other))
        open_client = partial(window.main.go_to, Place("clients", client))
        times.append(window.time_to_painted(open_client, notes.viewport(), has_notes))
        window.rest()
    window.close()
    return times[FIRST:]


def _queries(folder: Path, client: UUID) -> tuple[list[float], list[float]]:
    """Time card and notes through the office, and their SQL in the raw driver, in turn."""
    office, connection = opened(folder), raw_connection(folder)
    recorder = Recorder(office)
    statements = recorder.of(client_with_notes, client)
    queries, driver = [], []
    for _ in range(FIRST + TIMES):
        driver.append(timed(raw, connection, statements))
        queries.append(timed(office.ask, client_with_notes, client))
    connection.close()
    office.close()
    return queries[FIRST:], driver[FIRST:]


def _clients(folder: Path) -> tuple[UUID, UUID]:
    """Answer the client with the most notes, and another one."""
    office = opened(folder)
    client, other = office.ask(_by_notes)
    office.close()
    return client, other


def _by_notes(connection: Connection) -> tuple[UUID, UUID]:
    counted = select(Note.person_id).group_by(Note.person_id).order_by(func.count().desc()).limit(2)
    first, second = connection.execute(counted).scalars()
    return first, second
