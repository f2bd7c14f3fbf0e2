"""The offers of the people list: whole, as it is narrowed down, with its columns first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.clients.queries import client_window
from app.clients.rules import ClientFilter
from tests.factories.clients import add_client
from ui.clients.people_export import Listed, found_offer, listed_offer, person_offer
from ui.picking.people_selection import Selection

if TYPE_CHECKING:
    from app.office import Office

TODAY = date(2026, 11, 23)


def test_a_list_is_read_window_by_window(office: Office) -> None:
    for name in ("Anna", "Berta", "Carla"):
        add_client(office, given_name=name)
    offer = listed_offer(Selection(ClientFilter.CLIENTS), 3, ("name",), Listed(TODAY))

    rows = office.ask(offer.fetch, 1, 2)

    assert [row.hit.given_name for row in rows] == ["Berta", "Carla"]
    assert (offer.list_name, offer.count, offer.selection) == ("clients", 3, "Clients")


def test_what_was_found_is_what_is_written(office: Office) -> None:
    for name in ("Anna", "Berta"):
        add_client(office, given_name=name)
    hits = office.ask(client_window, 0, 10)
    offer = found_offer(Selection(typed="b"), hits[1:], ("name", "age"), Listed(TODAY))

    assert [row.hit.given_name for row in office.ask(offer.fetch, 0, 10)] == ["Berta"]
    assert office.ask(offer.fetch, 1, 10) == ()
    assert offer.chosen == ("name", "age")


def test_one_person_is_first_an_address_card(office: Office) -> None:
    add_client(office)
    (hit,) = office.ask(client_window, 0, 10)

    assert person_offer(hit, (), Listed(TODAY)).form == "vcf"
