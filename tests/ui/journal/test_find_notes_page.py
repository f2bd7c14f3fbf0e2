"""Notes are found by their words, newest first, and opened where they stand."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.journal.actions import write_note
from app.journal.queries import journal_of
from app.journal.rules import NoteEntry
from tests.factories.clients import add_client
from tests.ui.widgets.hands import bring_forward
from ui import style
from ui.journal.find_notes_page import FindNotesPage
from ui.widgets.empty_state import EmptyState
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

TODAY = datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001 - local wall-clock time


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> FindNotesPage:
    page = FindNotesPage(desk)
    page.resize(900, 600)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    return page


def write(office: Office, person: UUID, text: str, days: int = 0, **facts: object) -> UUID:
    """Write a note of some days ago."""
    at = TODAY - timedelta(days=days)
    entry = NoteEntry(people=(person,), text=text, happened_at=at, **facts)  # type: ignore[arg-type]  # facts of a test
    return office.act(write_note, uuid4(), entry).value


def texts(page: FindNotesPage) -> list[str]:
    return [hit.excerpt.text for hit in page.hits.hits.hits]


def test_words_find_notes_newest_first_and_enter_opens_the_newest(
    qtbot: QtBot, office: Office, page: FindNotesPage
) -> None:
    erna = add_client(office)
    write(office, erna, "Klavier gehört", 3)
    newest = write(office, erna, "Am Klavier gesessen", 1)
    write(office, erna, "Beim Arzt")
    page.show_place(Place("find_notes"))
    assert page.search.hasFocus()
    qtbot.keyClicks(page.search, "klav")
    qtbot.waitUntil(lambda: texts(page) == ["Am Klavier gesessen", "Klavier gehört"])
    with qtbot.waitSignal(page.place_wanted) as wanted:
        qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert wanted.args == [Place("clients", erna, f"journal {newest}")]


def test_arrows_lead_from_the_search_into_the_list(
    qtbot: QtBot, office: Office, page: FindNotesPage
) -> None:
    erna = add_client(office)
    older = write(office, erna, "Klavier gehört", 3)
    write(office, erna, "Am Klavier gesessen", 1)
    qtbot.keyClicks(page.search, "klav")
    qtbot.waitUntil(lambda: len(texts(page)) == 2)
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.hits.hasFocus()
    qtbot.keyClick(page.hits, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.place_wanted) as wanted:
        qtbot.keyClick(page.hits, Qt.Key.Key_Return)
    assert wanted.args == [Place("clients", erna, f"journal {older}")]


def test_contact_topic_and_time_narrow_it_down(
    qtbot: QtBot, office: Office, page: FindNotesPage
) -> None:
    erna = add_client(office)
    write(office, erna, "one call", 1, medium="phone", topics=("care",))
    write(office, erna, "one visit", 2, medium="visit", topics=("housing",))
    write(office, erna, "one old call", 60, medium="phone")
    qtbot.keyClicks(page.search, "one")
    qtbot.waitUntil(lambda: len(texts(page)) == 3)
    page.medium.set_value("phone")
    qtbot.waitUntil(lambda: texts(page) == ["one call", "one old call"])
    page.days.set_value(30)
    qtbot.waitUntil(lambda: texts(page) == ["one call"])
    page.medium.set_value("")
    page.topic.set_value("housing")
    qtbot.waitUntil(lambda: texts(page) == ["one visit"])


def test_nothing_found_says_so_and_an_empty_search_says_what_to_do(
    qtbot: QtBot, page: FindNotesPage
) -> None:
    assert isinstance(page.state.currentWidget(), EmptyState)
    qtbot.keyClicks(page.search, "zzz")
    qtbot.waitUntil(lambda: "No note has" in _words(page))
    page.search.clear()
    qtbot.waitUntil(lambda: "Type words" in _words(page))


def _words(page: FindNotesPage) -> str:
    shown = page.state.currentWidget()
    assert shown is not None
    return " ".join(label.text() for label in shown.findChildren(QLabel))


def test_more_notes_follow_at_the_end_of_the_list(
    qtbot: QtBot, office: Office, page: FindNotesPage
) -> None:
    erna = add_client(office)
    for at in range(60):
        write(office, erna, f"note {at}", at)
    qtbot.keyClicks(page.search, "note")
    qtbot.waitUntil(lambda: len(texts(page)) == 50)
    page.hits.scrollToBottom()
    qtbot.waitUntil(lambda: len(texts(page)) == 60)
    assert "60" in page._count.text()


def test_hostile_text_is_drawn_as_typed(qtbot: QtBot, office: Office, page: FindNotesPage) -> None:
    erna = add_client(office, given_name="<b>Erna", family_name="\u202eשרה")
    write(office, erna, "🙂 <img src='/etc/passwd'> Klavier \u202e مرحبا " + "a" * 3000)
    qtbot.keyClicks(page.search, "klavier")
    qtbot.waitUntil(lambda: len(texts(page)) == 1)
    page.grab()
    style.changes.look_changed.emit()
    page.grab()


def test_a_place_leads_on_to_the_note(qtbot: QtBot, office: Office, page: FindNotesPage) -> None:
    erna = add_client(office)
    write(office, erna, "Klavier")
    (note,) = office.ask(journal_of, erna)
    with qtbot.waitSignal(page.place_wanted) as wanted:
        page.show_place(Place("find_notes", note.id, "correct"))
    assert wanted.args == [Place("clients", erna, f"correct {note.id}")]
    with qtbot.waitSignal(page.said):
        page.show_place(Place("find_notes", uuid4(), "correct"))
