"""The history of letters leaves as the search finds it, never the letters themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from app.exchange.writing.columns import Cells
from app.letters.queries import recent_letters
from tests.factories.letters import letter, office_card, person, visit
from ui.letters.letters_page import LettersPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk
    from ui.widgets.export_offer import ExportOffer


@pytest.mark.parametrize(("typed", "count", "words"), [("", 1, ""), ("zz", 0, "Search: zz")])
def test_letters_are_exported_as_they_are_found(
    qtbot: QtBot, desk: Desk, office: Office, typed: str, count: int, words: str
) -> None:
    office_card(office)
    letter(office, visit(office, person(office)))
    page = LettersPage(desk)
    qtbot.addWidget(page)
    offers: list[ExportOffer[Any]] = []
    page.export_asked.connect(offers.append)
    page.browser.search.setText(typed)

    page.show_place(Place("letters", None, "export"))
    qtbot.waitUntil(lambda: bool(offers))

    assert (offers[0].count, offers[0].selection) == (count, words)
    rows = office.ask(recent_letters)
    (cells,) = Cells(offers[0].columns, offers[0].is_protected).of(rows)
    assert cells[1:3] == ("Erna Krüger", rows[0].subject)
    assert offers[0].person_of(rows[0]) == rows[0].client_id
