"""The people list: narrowed down by role and status, with columns of one's own, exported whole."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from app.clients.rules import ClientFilter, Narrowing, PersonStatus, Role, RoleSpan
from app.exchange.views.actions import remember_view
from app.exchange.views.rules import View
from tests.factories.clients import add_client
from ui.clients.client_list import ClientList
from ui.picking.people_selection import Selection, kinds

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk
    from ui.widgets.export_offer import ExportOffer

TODAY = date(2026, 11, 23)
MANY = View(("phone", "name", "status", "roles", "languages", "street"))


@pytest.fixture
def people(office: Office) -> Office:
    add_client(office, phone="0211 8998999", languages=("de", "kmr"), street="Hauptstraße")
    add_client(office, given_name="Karl", status="paused", status_from=date(2026, 11, 1))
    add_client(
        office,
        given_name="Vera",
        street="Geheimweg",
        address_protected=True,
        roles=(RoleSpan(Role.VOLUNTEER),),
    )
    return office


@pytest.fixture
def listed(qtbot: QtBot, desk: Desk, people: Office) -> ClientList:
    listed = ClientList(desk)
    qtbot.addWidget(listed)
    listed.resize(900, 500)
    listed.show()
    listed.refresh()
    qtbot.waitUntil(lambda: len(listed.rows()) == 3)
    return listed


def _given(listed: ClientList) -> list[str]:
    return [hit.given_name for hit in listed.rows()]


def _cells(listed: ClientList, row: int) -> list[str]:
    model = listed.table.model()
    return [model.data(model.index(row, at)) for at in range(model.columnCount())]


def _offer(qtbot: QtBot, listed: ClientList) -> ExportOffer[Any]:
    offers: list[ExportOffer[Any]] = []
    listed.export_asked.connect(offers.append)
    listed.export()
    qtbot.waitUntil(lambda: bool(offers))
    return offers[0]


def test_the_list_is_narrowed_down_to_a_status(qtbot: QtBot, listed: ClientList) -> None:
    listed.status.set_value(PersonStatus.PAUSED)
    qtbot.waitUntil(lambda: _given(listed) == ["Karl"])

    assert listed.views.view.filters == (("status", "paused"),)
    qtbot.waitUntil(lambda: listed.count.text() == "1 person")


def test_a_status_narrows_the_search_down_too(qtbot: QtBot, listed: ClientList) -> None:
    listed.search.setText("kru")
    listed.status.set_value(PersonStatus.PAUSED)

    qtbot.waitUntil(lambda: _given(listed) == ["Karl"])


def test_a_view_brings_columns_and_filters(qtbot: QtBot, listed: ClientList) -> None:
    listed.views.chosen.emit(View(MANY.columns, (("kind", "clients"), ("status", "active"))))
    qtbot.waitUntil(lambda: _given(listed) == ["Erna"])

    assert listed.filters.value() is ClientFilter.CLIENTS
    assert listed.status.value() is PersonStatus.ACTIVE
    qtbot.waitUntil(lambda: _cells(listed, 0)[0] != "")
    assert _cells(listed, 0) == [
        "+49 211 8998999",
        "Krüger, Erna",
        "Active",
        "Client",
        "German, Kurmanji (Kurdish)",
        "Hauptstraße",
    ]


def test_columns_do_not_tell_protected_addresses(qtbot: QtBot, listed: ClientList) -> None:
    listed.views.chosen.emit(MANY)
    qtbot.waitUntil(lambda: _cells(listed, 2)[2] != "")

    assert _cells(listed, 2)[-1] == "Protected"


def test_the_list_has_the_columns_it_was_left_with(
    qtbot: QtBot, desk: Desk, people: Office
) -> None:
    people.act(remember_view, "clients", View(("name", "email")))
    listed = ClientList(desk)
    qtbot.addWidget(listed)

    listed.refresh()
    qtbot.waitUntil(lambda: [column.key for column in listed.table.columns()] == ["name", "email"])


def test_the_usual_columns_ask_for_no_further_facts(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, listed: ClientList
) -> None:
    def ask(*_args: object) -> None:
        raise AssertionError

    monkeypatch.setattr(listed._office, "facts", ask)
    listed.search.setText("vera")
    qtbot.waitUntil(lambda: _given(listed) == ["Vera"])


def test_everybody_listed_is_exported_not_only_those_in_sight(
    qtbot: QtBot, desk: Desk, listed: ClientList, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.clients.client_list.PAGE", 1)
    offer = _offer(qtbot, listed)

    assert (offer.count, offer.selection, offer.chosen) == (3, "", ("name", "age"))
    rows: list[Any] = []
    desk.ask(offer.fetch, 0, 10).then(rows.extend)
    qtbot.waitUntil(lambda: len(rows) == 3)
    cells = {column.key: column.cell(rows[0]) for column in offer.columns}
    assert cells["name"] == "Krüger, Erna"
    assert (cells["given_name"], cells["age"]) == ("Erna", 87)
    assert cells["birth"] == date(1938, 11, 24)
    assert cells["last_contact"] is None
    assert offer.is_protected(rows[2])
    assert {column.key for column in offer.columns if column.reveals_address} == {
        "street", "postal_code", "city", "area",
    }  # fmt: skip


def test_what_a_search_has_found_is_exported(qtbot: QtBot, desk: Desk, listed: ClientList) -> None:
    listed.search.setText("ver")
    offer = _offer(qtbot, listed)

    assert (offer.count, offer.selection) == (1, "Search: ver")
    rows: list[Any] = []
    desk.ask(offer.fetch, 0, 10).then(rows.extend)
    qtbot.waitUntil(lambda: [row.hit.given_name for row in rows] == ["Vera"])
    assert offer.card is not None
    card = offer.card(rows[0])
    assert (card.given_name, card.addresses[0].street) == ("Vera", "Geheimweg")
    assert offer.person_of(rows[0]) == rows[0].hit.id


def test_a_selection_says_what_it_is() -> None:
    chosen = Selection(ClientFilter.VOLUNTEERS, PersonStatus.PAUSED, "an")

    assert chosen.words() == "Volunteers · Pauses · Search: an"
    assert Selection().words() == ""
    assert Selection.of(View(filters=chosen.as_filters())) == Selection(
        ClientFilter.VOLUNTEERS, PersonStatus.PAUSED
    )
    assert Selection.of(View(filters=(("kind", "gone"), ("status", "gone")))) == Selection()


def test_ages_languages_and_colleagues_narrow_the_list_down(
    qtbot: QtBot, people: Office, listed: ClientList
) -> None:
    add_client(people, given_name="Ada", birth="1990", responsible="Karin Vogt")
    listed.further.button.click()
    assert listed.further.isVisible()
    qtbot.waitUntil(lambda: listed.further.responsible.count() == 2)
    listed.further.age_from.setText("60")
    qtbot.waitUntil(lambda: _given(listed) == ["Erna", "Karl", "Vera"])
    assert listed.count.text() == "3 people"
    assert listed.further.button.text() == "More filters (1)"
    listed.further.age_to.setText("5x")
    assert "whole number" in listed.further.field("age_to").problem()
    listed.further.age_to.setText("")
    listed.further.speaks.set_value("kmr")
    qtbot.waitUntil(lambda: _given(listed) == ["Erna"])
    assert listed.views.view.filters == (("speaks", "kmr"), ("age_from", "60"))
    listed.further.clear_button.click()
    qtbot.waitUntil(lambda: len(listed.rows()) == 4)
    listed.further.responsible.set_value("Karin Vogt")
    qtbot.waitUntil(lambda: _given(listed) == ["Ada"])


def test_a_view_opens_its_filters_and_the_export_keeps_to_them(
    qtbot: QtBot, desk: Desk, listed: ClientList
) -> None:
    more = (("area", "Garath"), ("speaks", "kmr"), ("age_to", "90"))
    listed.views.chosen.emit(View(filters=more))
    qtbot.waitUntil(lambda: listed.rows() == [])
    assert listed.further.isVisible()
    assert listed.further.area.currentText() == "Garath"
    listed.views.chosen.emit(View(filters=more[1:]))
    qtbot.waitUntil(lambda: _given(listed) == ["Erna"])
    offer = _offer(qtbot, listed)
    assert (offer.count, offer.selection) == (1, "Kurmanji (Kurdish) · Age –90")
    rows: list[Any] = []
    desk.ask(offer.fetch, 0, 10).then(rows.extend)
    qtbot.waitUntil(lambda: [row.hit.given_name for row in rows] == ["Erna"])


def test_letters_go_to_the_list_as_it_is_narrowed_down() -> None:
    chosen = Selection(more=Narrowing("Garath", "tr", "Karin Vogt", 60, 80))
    assert chosen.words() == "Garath · Turkish · Age 60–80 · Responsible: Karin Vogt"
    doing = chosen.letters_place().doing
    for part in ("area=Garath", "speaks=tr", "age_from=60", "age_to=80", "responsible=Karin"):
        assert part in doing


def test_every_kind_of_list_is_offered() -> None:
    assert [kind for kind, _words in kinds()] == list(ClientFilter)


def test_one_person_is_offered_as_an_address_card(
    qtbot: QtBot, people: Office, listed: ClientList
) -> None:
    offers: list[ExportOffer[Any]] = []
    listed.export_asked.connect(offers.append)

    listed.export_person(listed.rows()[0].id)
    qtbot.waitUntil(lambda: bool(offers))

    assert (offers[0].count, offers[0].form, offers[0].title) == (1, "vcf", "Person")
