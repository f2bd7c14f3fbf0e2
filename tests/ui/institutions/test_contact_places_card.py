"""The overview of a person's card tells at which institutions the person can be spoken to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.factories.clients import add_client
from tests.factories.institutions import add_contact, add_institution
from tests.ui.widgets.hands import click
from ui.client_tabs import CLIENT_TABS, OVERVIEW_CARDS
from ui.clients.clients_page import ClientsPage
from ui.institutions.contact_places_card import ContactPlacesCard
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


def test_the_overview_tells_where_somebody_is_a_contact(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    erna, house = add_client(office), add_institution(office)
    add_contact(office, house, person_id=erna)
    page = ClientsPage(desk, CLIENT_TABS, OVERVIEW_CARDS)
    page.resize(1200, 900)
    qtbot.addWidget(page)
    page.show()
    page.show_place(Place("clients", erna))
    (card,) = page.findChildren(ContactPlacesCard)
    qtbot.waitUntil(card.isVisible)
    with qtbot.waitSignal(page.place_wanted) as wanted:
        click(card, "Boligforeningen Hedeparken")
    assert wanted.args == [Place("institutions", house)]
