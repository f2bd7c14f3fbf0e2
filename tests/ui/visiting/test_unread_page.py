"""Notes on visits are read one after the other with one key."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.visiting.actions import record_visit
from app.visiting.record_queries import unread_notes
from app.visiting.rules import VisitRecord
from tests.factories.clients import add_client
from tests.factories.visits import visit_planned
from ui.visiting.unread_page import UnreadNotesPage

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, office: Office) -> UnreadNotesPage:
    for hour, name in ((7, "Erna"), (8, "Paul")):
        visit = visit_planned(office, add_client(office, given_name=name), start=time(hour))
        said = VisitRecord(held=True, start=time(hour), end=time(hour, 30), note=f"{name} laughed.")
        office.act(record_visit, visit, 1, said)
    office.work_as("Karin Vogt")
    page = UnreadNotesPage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 720)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: page.panel.shown_id() is not None)
    return page


def test_one_key_says_read_and_shows_the_next(
    qtbot: QtBot, page: UnreadNotesPage, office: Office
) -> None:
    first = page.panel.shown_id()
    qtbot.waitUntil(lambda: page.panel.card.unread_id() is not None)
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.panel.shown_id() not in {first, None})
    assert len(office.ask(unread_notes)) == 1


def test_a_key_that_repeats_reads_no_note_that_was_not_shown(
    qtbot: QtBot, page: UnreadNotesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = page.panel.card
    qtbot.waitUntil(lambda: card.unread_id() is not None)
    asked: list[UUID] = []
    monkeypatch.setattr(page, "read", asked.append)
    # In the moment when the next one is chosen, its words still have to come.
    card.show_record(page.list.rows()[1].id)
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with qtbot.assertNotEmitted(card.read_wanted):
        card.read_button.click()
    assert asked == []
    qtbot.waitUntil(lambda: card.unread_id() == page.list.rows()[1].id)
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked == [page.list.rows()[1].id]


def test_what_was_read_by_mistake_waits_again(
    qtbot: QtBot, page: UnreadNotesPage, office: Office
) -> None:
    first = page.panel.shown_id()
    assert first is not None
    with qtbot.waitSignal(page.said) as said:
        page.read(first)
    assert said.args is not None
    said.args[1]()
    qtbot.waitUntil(lambda: len(office.ask(unread_notes)) == 2)
