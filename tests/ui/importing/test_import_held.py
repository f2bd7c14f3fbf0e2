"""Deciding on screen whether a row and a card are the same person."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.clients.queries import client_card
from app.importing.queries import open_rows
from tests.factories.clients import add_client
from tests.factories.imports import run_import, table
from tests.factories.lists import HEADINGS
from ui.importing.import_page import ImportPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.importing.queries import OpenRow
    from app.office import Office
    from ui.desk import Desk
    from ui.importing.import_held import ImportHeld

ROW = ("Erna", "Kröger", "24.11.1938", "Frankfurter Straße", "229", "40595", "Düsseldorf")


@pytest.fixture
def known(office: Office) -> UUID:
    """Erna Krüger, whom two rows of a list look like; one of them has a phone number."""
    known = add_client(office, street="Frankfurter Straße", house_number="229",
                       postal_code="40595", city="Düsseldorf")  # fmt: skip
    rows = [(*ROW, "0211 8998999"), ("Erna", "Krüger", *ROW[2:], "")]
    run_import(office, table(rows, (*HEADINGS, "Telefon")))
    return known


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, known: UUID) -> ImportPage:
    """The page as it shows the rows that wait."""
    page = ImportPage(desk, lambda: None)
    page.resize(1200, 700)
    qtbot.addWidget(page)
    page.show()
    page.show_place(Place("import", None, "held"))
    qtbot.waitUntil(lambda: len(_view(page).table.rows()) == 2)
    return page


def _view(page: ImportPage) -> ImportHeld:
    return page.deciding.view


def _press(widget: object) -> None:
    QTest.keyClick(widget, Qt.Key.Key_Space)  # type: ignore[call-overload] # any button


def test_a_row_stands_beside_the_card_with_its_reasons(page: ImportPage) -> None:
    card = _view(page).card

    assert card.facts()["Name"] == ("Erna Kröger", "Erna Krüger")
    assert card.facts()["Phone, e-mail"] == ("0211 8998999", "–")
    assert "same birth date" in card.why.text()


def test_a_protected_address_is_not_told(
    page: ImportPage, office: Office, known: UUID, qtbot: QtBot
) -> None:
    page.deciding.view.card.show_row(_protected(office.ask(open_rows)[0]))

    assert _view(page).card.facts()["Address"][1] == "Address protected"


def _protected(row: OpenRow) -> OpenRow:
    return row._replace(twin=replace(row.twin, address_protected=True))


def test_enter_leads_from_the_list_to_the_decision(page: ImportPage, qtbot: QtBot) -> None:
    QTest.keyClick(_view(page).table, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: page.focusWidget() is _view(page).card.skip_button)


def test_a_row_is_left_out_and_that_can_be_undone(
    page: ImportPage, office: Office, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.said) as said:
        _press(_view(page).card.skip_button)
    qtbot.waitUntil(lambda: len(_view(page).table.rows()) == 1)
    assert said.args is not None
    assert said.args[0] == "The row of Erna Kröger was left out."

    said.args[1]()

    qtbot.waitUntil(lambda: len(_view(page).table.rows()) == 2)
    assert len(office.ask(open_rows)) == 2


def test_gaps_are_filled(page: ImportPage, office: Office, known: UUID, qtbot: QtBot) -> None:
    _press(_view(page).card.fill_button)

    qtbot.waitUntil(lambda: len(_view(page).table.rows()) == 1)
    card = office.ask(client_card, known)
    assert card is not None
    assert card.phone == "+49 211 8998999"


def test_when_every_row_is_decided_the_page_says_so(page: ImportPage, qtbot: QtBot) -> None:
    for left in (1, 0):
        _press(_view(page).card.add_button)
        qtbot.waitUntil(lambda left=left: _count(page) == left)  # type: ignore[misc] # bound now

    with qtbot.waitSignal(page.place_wanted) as wanted:
        _view(page).left.emit()
    assert wanted.args == [Place("import")]


def _count(page: ImportPage) -> int:
    view = _view(page)
    shown = view.state.currentWidget() is not view.empty
    return len(view.table.rows()) if shown else 0


def test_somebody_elses_decision_is_said_and_the_list_asked_again(
    page: ImportPage, office: Office, qtbot: QtBot
) -> None:
    from app.importing.actions import decide_held_row  # noqa: PLC0415 - the other colleague
    from app.importing.rules.decisions import Decision  # noqa: PLC0415 - the other colleague

    row = office.ask(open_rows)[0]
    office.act(decide_held_row, row.id, row.version, Decision.SKIPPED)
    with qtbot.waitSignal(page.said) as said:
        _press(_view(page).card.add_button)

    assert said.args is not None
    assert "Someone else changed this" in said.args[0]
    qtbot.waitUntil(lambda: len(_view(page).table.rows()) == 1)


def test_the_whole_card_can_be_opened(page: ImportPage, known: UUID, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.place_wanted) as wanted:
        _press(_view(page).card.open_button)

    assert wanted.args == [Place("clients", known)]
