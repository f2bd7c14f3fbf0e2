"""The visits of a week leave as the filter shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.exchange.writing.columns import Cells
from tests.factories.clients import add_client
from tests.factories.visits import visit_planned
from ui.visiting.visits_page import VisitsPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from typing import Any

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk
    from ui.widgets.export_offer import ExportOffer


def _asked(page: VisitsPage) -> list[ExportOffer[Any]]:
    offers: list[ExportOffer[Any]] = []
    page.export_asked.connect(offers.append)
    page.show_place(Place("visiting", None, "export"))
    return offers


def test_a_week_is_exported_as_it_is_shown(qtbot: QtBot, desk: Desk, office: Office) -> None:
    visit_planned(office, add_client(office))
    page = VisitsPage(desk)
    qtbot.addWidget(page)
    page.refresh()
    qtbot.waitUntil(lambda: bool(page.calendar.visits))

    (offer,) = _asked(page)

    assert (offer.list_name, offer.count, offer.selection) == ("visiting", 1, "")
    assert offer.title == "Visits · Week 48 · 23–29 Nov 2026"
    (cells,) = Cells(offer.columns, offer.is_protected).of(offer.fetch(None, 0, 10))
    assert cells[3] == "Erna Krüger"
    assert len(cells) == len(offer.chosen) == 8
    assert (
        offer.person_of(offer.fetch(None, 0, 10)[0]) == offer.fetch(None, 0, 10)[0].visit.client_id
    )


def test_an_empty_week_can_be_exported_too(qtbot: QtBot, desk: Desk) -> None:
    page = VisitsPage(desk)
    qtbot.addWidget(page)

    assert _asked(page)[0].count == 0
