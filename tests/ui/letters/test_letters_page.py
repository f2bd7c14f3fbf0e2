"""The page of letters: found again by name, seen as printed, written from a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from app.visiting.rules import Place as VisitPlace
from tests.factories.letters import LATER, letter, office_card, person, visit
from ui.letters.letter_composer import LetterComposer
from ui.letters.letters_page import LettersPage
from ui.widgets.empty_state import EmptyState
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> LettersPage:
    """The page in a wide window; nothing is asked yet."""
    page = LettersPage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    return page


def _letter_to(office: Office, family: str) -> UUID:
    client = person(office, family_name=family)
    return letter(office, visit(office, client, LATER, place=VisitPlace.HOME.value))


def _writer(qtbot: QtBot, page: LettersPage) -> LetterComposer:
    qtbot.waitUntil(lambda: page.writer is not None)

    assert isinstance(page.writer, LetterComposer)
    return page.writer


def test_an_empty_history_says_where_letters_begin(
    qtbot: QtBot, page: LettersPage, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office_card(office)
    client = person(office)
    monkeypatch.setattr("ui.letters.letters_page.ask_person", lambda _page, _desk: client)
    page.refresh()
    empty = page.browser.state
    qtbot.waitUntil(lambda: isinstance(empty.currentWidget(), EmptyState))
    page.browser.state.findChildren(EmptyState)[-1].findChildren(QPushButton)[0].click()

    assert isinstance(page.writer, LetterComposer)
    qtbot.waitUntil(lambda: page.writer is not None and page.writer.preview.view.page_count > 0)


def test_the_latest_letter_is_shown_beside_the_list(
    qtbot: QtBot, page: LettersPage, office: Office
) -> None:
    office_card(office)
    _letter_to(office, "Krüger")
    page.refresh()
    qtbot.waitUntil(lambda: page.browser.view.letter is not None)

    assert page.browser.view.preview.view.page_count == 1


def test_letters_are_found_by_name(qtbot: QtBot, page: LettersPage, office: Office) -> None:
    office_card(office)
    _letter_to(office, "Krüger")
    wanted = _letter_to(office, "Müller")
    page.refresh()
    qtbot.waitUntil(lambda: len(page.browser.table.rows()) == 2)
    page.browser.search.setText("muller")
    qtbot.waitUntil(lambda: [row.id for row in page.browser.table.rows()] == [wanted])

    page.browser.search.setText("nobody")
    qtbot.waitUntil(lambda: isinstance(page.browser.found.currentWidget(), EmptyState))
    page.browser.search.setText("")
    qtbot.waitUntil(lambda: page.browser.found.currentWidget() is page.browser.table)


def test_a_place_shows_its_letter(qtbot: QtBot, page: LettersPage, office: Office) -> None:
    office_card(office)
    wanted = _letter_to(office, "Krüger")
    _letter_to(office, "Müller")
    page.refresh()
    page.show_place(Place("letters", wanted))
    view = page.browser.view
    qtbot.waitUntil(lambda: view.letter is not None and view.letter.row.id == wanted)


def test_a_letter_leads_to_its_person(qtbot: QtBot, page: LettersPage, office: Office) -> None:
    office_card(office)
    _letter_to(office, "Krüger")
    page.refresh()
    view = page.browser.view
    qtbot.waitUntil(lambda: view.letter is not None)
    with qtbot.waitSignal(page.place_wanted) as wanted:
        view.client_button.click()

    assert view.letter is not None
    assert wanted.args == [Place("clients", view.letter.row.client_id)]


def test_writing_begins_at_a_visit_and_ends_in_the_history(
    qtbot: QtBot, page: LettersPage, office: Office
) -> None:
    office_card(office)
    visit_id = visit(office, person(office), LATER)
    page.show_place(Place("letters", visit_id, "write"))
    writer = _writer(qtbot, page)
    qtbot.waitUntil(writer.ending.keep_button.isEnabled)
    with qtbot.waitSignal(page.said):
        writer.keep()

    qtbot.waitUntil(lambda: page.browser.view.letter is not None)
    assert page.writer is None
    assert page.browser.isVisible()


def test_leaving_the_writer_keeps_nothing(qtbot: QtBot, page: LettersPage, office: Office) -> None:
    office_card(office)
    visit_id = visit(office, person(office), LATER)
    page.show_place(Place("letters", visit_id, "write"))
    _writer(qtbot, page).ending.leave_button.click()

    assert page.writer is None
    page.refresh()
    qtbot.waitUntil(lambda: isinstance(page.browser.state.currentWidget(), EmptyState))


def test_the_templates_are_one_press_away(page: LettersPage) -> None:
    wanted: list[Place] = []
    page.place_wanted.connect(wanted.append)
    page.browser.templates_button.click()

    assert wanted == [Place("templates")]
