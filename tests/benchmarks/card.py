"""Opening a person's card: from the press to everything that is painted on it.

Once with the journal in front (the newest of 200 notes), once with the overview; the lines of
hints under the head belong to both, the cards of household, relations and places to the overview.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from app.clients.queries import client_card as card_of
from app.clients.queries import client_reach
from app.households.queries import circle_of
from app.institutions.queries import contact_places
from app.journal.queries import journal_of
from app.my_day.hints import person_hints
from app.together import together
from db.journal import Note
from tests.benchmarks.offices import NOTES, TODAY, office_folder, opened
from tests.benchmarks.queries import Recorder, raw, raw_connection, timed
from tests.benchmarks.results import Goal, Measured, measured
from tests.benchmarks.window import Window
from ui.clients.client_card import ClientCardView
from ui.journal.notes_view import NotesView
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.together import Question

CLIENTS = 100_000
TIMES = 60
IN_SIGHT = 12
"""So many notes can be in sight in the window that is measured."""
FIRST = 5
"""Openings before the first that counts: the widgets are made once."""


@dataclass(frozen=True, slots=True)
class _Front:
    """A tab in front: where it is painted, and whether it shows all of the person."""

    target: QWidget
    shows: Callable[[], bool]


def client_card() -> Measured:
    """Measure opening the card, its notes in front; the baseline is its SQL in the raw driver."""
    what = f"Opening a person with {NOTES} notes to painted notes and hints"
    return _measured(what, _journal, _about_journal)


def client_overview() -> Measured:
    """Measure opening the card with its overview; the baseline is its SQL in the raw driver."""
    what = "Opening a person's overview to all its cards and hints painted"
    return _measured(what, _overview, _about_overview)


def _measured(
    what: str,
    front: Callable[[Window, ClientCardView], _Front],
    about: Callable[[UUID], tuple[Question, ...]],
) -> Measured:
    folder = office_folder(CLIENTS)
    client, other = _clients(folder)
    openings = _openings(folder, client, other, front)
    queries, driver = _queries(folder, (*_about(client), *about(client)))
    goal = Goal(p95_ms=16)
    return measured(
        openings, driver, goal, f"{what}; ratio: queries to raw driver", compared=queries
    )


def _journal(window: Window, view: ClientCardView) -> _Front:
    view.tabs.setCurrentWidget(view.notes)
    notes = window.part(NotesView)
    window.rest()
    newest = notes.notes()[0].id

    def shows() -> bool:
        # Those in sight are painted; the others follow when nobody waits any more.
        return window.is_idle() and notes.notes()[0].id == newest

    return _Front(notes.viewport(), shows)


def _overview(window: Window, view: ClientCardView) -> _Front:
    view.tabs.setCurrentWidget(view.overview)
    return _Front(view.overview, window.is_idle)


def _openings(
    folder: Path,
    client: UUID,
    other: UUID,
    front_of: Callable[[Window, ClientCardView], _Front],
) -> list[float]:
    window = Window(opened(folder))
    window.go_to(Place("clients", client))
    front = front_of(window, window.part(ClientCardView))
    window.rest()
    times = []
    for _ in range(FIRST + TIMES):
        window.go_to(Place("clients", other))
        press = partial(window.main.go_to, Place("clients", client))
        times.append(window.time_to_painted(press, front.target, front.shows, at_rest=True))
        window.rest()
    window.close()
    return times[FIRST:]


def _about(client: UUID) -> tuple[Question, ...]:
    hints = partial(person_hints, person_id=client, today=TODAY)
    return partial(card_of, client_id=client), hints


def _about_journal(client: UUID) -> tuple[Question, ...]:
    return (partial(journal_of, person_id=client, limit=IN_SIGHT),)


def _about_overview(client: UUID) -> tuple[Question, ...]:
    return (
        partial(client_reach, person_id=client),
        partial(circle_of, person_id=client, today=TODAY),
        partial(contact_places, person_id=client),
    )


def _queries(folder: Path, questions: tuple[Question, ...]) -> tuple[list[float], list[float]]:
    """Time what the card asks through the office, and its SQL in the raw driver, in turn."""
    office, connection = opened(folder), raw_connection(folder)
    statements = Recorder(office).of(together, *questions)
    queries, driver = [], []
    for _ in range(FIRST + TIMES):
        driver.append(timed(raw, connection, statements))
        queries.append(timed(office.ask, together, *questions))
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
