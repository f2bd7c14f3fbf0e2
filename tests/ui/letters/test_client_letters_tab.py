"""A person's letters on the card."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from tests.factories.letters import LATER, letter, office_card, person, visit
from ui.letters.client_letters_tab import ClientLettersTab
from ui.letters.letter_table import LetterTable
from ui.letters.words import kind_and_language, written_by, written_on
from ui.widgets.empty_state import EmptyState
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


def test_the_tab_lists_only_this_persons_letters(qtbot: QtBot, desk: Desk, office: Office) -> None:
    office_card(office)
    client, other = person(office), person(office, family_name="Müller")
    wanted = letter(office, visit(office, client))
    letter(office, visit(office, other))
    tab = ClientLettersTab(desk, client)
    qtbot.addWidget(tab)
    tab.refresh()
    qtbot.waitUntil(lambda: [row.id for row in tab.table.rows()] == [wanted])
    with qtbot.waitSignal(tab.place_wanted) as asked:
        tab.table.row_activated.emit(tab.table.rows()[0])

    assert asked.args == [Place("letters", wanted)]


def test_the_next_visit_can_be_announced_from_the_tab(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    client = person(office)
    visit_id = visit(office, client, LATER)
    tab = ClientLettersTab(desk, client)
    qtbot.addWidget(tab)
    tab.show()
    tab.refresh()
    qtbot.waitUntil(tab.write_button.isVisible)
    with qtbot.waitSignal(tab.place_wanted) as asked:
        tab.write_button.click()

    assert asked.args == [Place("letters", visit_id, "write")]


def test_without_visit_and_letter_the_tab_says_so(qtbot: QtBot, desk: Desk, office: Office) -> None:
    client = person(office)
    visit(office, client, datetime(2020, 1, 1, 9, 0))  # noqa: DTZ001 - local wall-clock time
    tab = ClientLettersTab(desk, client)
    qtbot.addWidget(tab)
    tab.show()
    tab.refresh()
    qtbot.waitUntil(lambda: isinstance(tab.state.currentWidget(), EmptyState))

    assert not tab.write_button.isVisible()


def test_rows_say_what_when_and_by_whom(qtbot: QtBot, desk: Desk, office: Office) -> None:
    office_card(office)
    client = person(office)
    letter(office, visit(office, client), "da")
    tab = ClientLettersTab(desk, client)
    qtbot.addWidget(tab)
    tab.refresh()
    qtbot.waitUntil(lambda: len(tab.table.rows()) == 1)
    row = tab.table.rows()[0]

    assert isinstance(tab.table, LetterTable)
    assert kind_and_language(row) == "Appointment letter · Danish"
    assert written_on(row) == "Mon 23 Nov 2026"
    assert written_by(row) == "Written on Mon 23 Nov 2026 at 10:00 by Anna Beispiel"
