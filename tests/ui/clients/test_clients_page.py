"""People are found, read, added and changed by keyboard alone, and nothing typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from app.clients import actions
from app.clients.queries import client_card, count_clients
from app.drafts.queries import all_drafts
from tests.factories.clients import add_client, client_details
from tests.ui.drafts.merging import take_proposal
from tests.ui.widgets.hands import bring_forward, click
from ui.clients.client_form import ClientForm
from ui.clients.clients_page import ClientsPage
from ui.widgets.empty_state import EmptyState
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.clients.queries import ClientCard
    from app.office import Office
    from ui.desk import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> ClientsPage:
    """The page in a wide window that has the keyboard."""
    page = ClientsPage(desk)
    page.resize(1200, 700)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    page.refresh()
    return page


def open_form(qtbot: QtBot, page: ClientsPage) -> ClientForm:
    """Wait for the form and answer it."""
    qtbot.waitUntil(lambda: page.panel.currentWidget() is page.panel.form is not None)
    form = page.panel.form
    assert isinstance(form, ClientForm)
    return form


def shown_card(qtbot: QtBot, page: ClientsPage, client_id: UUID) -> ClientCard:
    """Wait until a client's card is shown and answer it."""
    card = page.panel.card
    qtbot.waitUntil(lambda: page.panel.currentWidget() is card)
    qtbot.waitUntil(lambda: card.card is not None and card.card.id == client_id)
    assert card.card is not None
    return card.card


def test_a_person_is_found_and_read_by_keyboard(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    add_client(office, family_name="Anders")
    berg = add_client(office, family_name="Berg")
    qtbot.keyClick(page, "F", CONTROL)
    qtbot.waitUntil(page.list.search.hasFocus)
    qtbot.keyClicks(page.list.search, "berg")
    qtbot.waitUntil(lambda: len(page.list.rows()) == 1)
    qtbot.keyClick(page.list.search, Qt.Key.Key_Down)
    assert shown_card(qtbot, page, berg).name == "Erna Berg"
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    tabs = page.panel.card.tabs
    qtbot.waitUntil(tabs.tabBar().hasFocus)
    qtbot.keyClick(tabs.tabBar(), Qt.Key.Key_Right)
    assert tabs.currentWidget() is page.panel.card.notes


def test_a_slash_goes_to_the_search_but_is_typed_into_fields(
    qtbot: QtBot, page: ClientsPage
) -> None:
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, "/")
    assert page.list.search.hasFocus()
    qtbot.keyClick(page, "N", CONTROL)
    form = open_form(qtbot, page)
    birth = form.fields.inputs["birth"]
    birth.setFocus()
    qtbot.keyClicks(birth, "11/1938")
    assert birth.value() == "11/1938"


def test_a_person_is_added_by_keyboard(qtbot: QtBot, office: Office, page: ClientsPage) -> None:
    qtbot.keyClick(page, "N", CONTROL)
    form = open_form(qtbot, page)
    qtbot.waitUntil(form.fields.inputs["given_name"].hasFocus)
    qtbot.keyClicks(form.fields.inputs["given_name"], "Emine")
    qtbot.keyClicks(form.fields.inputs["family_name"], "Kaya")
    client_id = form.client_id
    qtbot.keyClick(form, "S", CONTROL)
    assert shown_card(qtbot, page, client_id).name == "Emine Kaya"
    assert office.ask(count_clients) == 1
    page.refresh()
    qtbot.waitUntil(lambda: page.list.table.current_row() is not None)


def test_saving_twice_adds_one_person(qtbot: QtBot, office: Office, page: ClientsPage) -> None:
    page.show_place(Place("clients", None, "new"))
    form = open_form(qtbot, page)
    form.fields.inputs["family_name"].set_value("Kaya")
    form.save()
    form.save()
    shown_card(qtbot, page, form.client_id)
    assert office.ask(count_clients) == 1


def test_a_refused_card_says_so_at_the_field_and_keeps_what_was_typed(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    page.show_place(Place("clients", None, "new"))
    form = open_form(qtbot, page)
    form.fields.inputs["given_name"].set_value("Anna")
    form.fields.inputs["birth"].set_value("31.02.1938")
    form.fields.inputs["phone"].set_value("none")
    form.save()
    qtbot.waitUntil(lambda: bool(form.fields.field("birth").problem()))
    assert form.fields.field("phone").problem() == "A phone number has digits. Please check it."
    assert form.fields.inputs["birth"].value() == "31.02.1938"
    assert office.ask(count_clients) == 0
    form.fields.inputs["birth"].set_value("28.02.1938")
    form.fields.inputs["phone"].set_value("")
    form.save()
    shown_card(qtbot, page, form.client_id)


def test_a_card_is_changed_with_f2(qtbot: QtBot, office: Office, page: ClientsPage) -> None:
    erna = add_client(office, languages=("tr",), phone="0211 8998999")
    page.show_place(Place("clients", erna))
    shown_card(qtbot, page, erna)
    qtbot.keyClick(page, Qt.Key.Key_F2)
    form = open_form(qtbot, page)
    form.fields.inputs["hint"].set_value("Rings twice")
    click(form, "Save person")
    qtbot.waitUntil(lambda: page.panel.card.header.hint.accessibleName() == "Rings twice")
    card = office.ask(client_card, erna)
    assert card is not None
    assert (card.hint, card.languages, card.phone) == ("Rings twice", ("tr",), "+49 211 8998999")


def test_what_someone_else_changed_is_taken_over_and_what_was_typed_stays(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    erna = add_client(office)
    page.show_place(Place("clients", erna, "edit"))
    form = open_form(qtbot, page)
    office.act(actions.save_client, erna, 1, client_details(city="Düsseldorf", hint="theirs"))
    form.fields.inputs["hint"].set_value("mine")
    form.save()
    take_proposal(qtbot, form)
    shown_card(qtbot, page, erna)
    card = office.ask(client_card, erna)
    assert card is not None
    assert (card.hint, card.address.city) == ("mine", "Düsseldorf")


def test_a_form_that_is_left_comes_back_as_it_was_typed(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    page.show_place(Place("clients", None, "new"))
    form = open_form(qtbot, page)
    qtbot.waitUntil(lambda: form.keeper._has_looked)
    form.fields.inputs["family_name"].set_value("Half")
    form.fields.inputs["languages"].restore_text("tr,kmr|Pol")
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(office.ask(all_drafts, "Anna Beispiel")) == 1)
    page.show_place(Place("clients", None, "new"))
    again = open_form(qtbot, page)
    qtbot.waitUntil(lambda: again.fields.inputs["family_name"].value() == "Half")
    assert again.fields.inputs["languages"].text_value() == "tr,kmr|Pol"
    assert again.keeper.notice.isVisible()


def test_choosing_somebody_else_while_typing_loses_nothing(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    erna, per = add_client(office), add_client(office, given_name="Per")
    page.show_place(Place("clients", erna, "edit"))
    form = open_form(qtbot, page)
    qtbot.waitUntil(lambda: form.keeper._has_looked)
    form.fields.inputs["about"].set_value("Half a sentence")
    page.show_place(Place("clients", per))
    shown_card(qtbot, page, per)
    page.show_place(Place("clients", erna, "edit"))
    qtbot.waitUntil(lambda: page.panel.form not in (None, form))
    again = open_form(qtbot, page)
    qtbot.waitUntil(lambda: again.fields.inputs["about"].value() == "Half a sentence")


def test_an_unknown_person_is_said_to_be_gone(qtbot: QtBot, page: ClientsPage) -> None:
    page.show_place(Place("clients", uuid4()))
    state = page.panel.card.state
    qtbot.waitUntil(lambda: isinstance(state.currentWidget(), EmptyState))


def test_on_a_narrow_page_the_card_replaces_the_list(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    erna = add_client(office)
    page.resize(800, 600)
    page.refresh()
    qtbot.waitUntil(lambda: len(page.list.rows()) == 1)
    assert page.list.isVisible()
    assert not page.panel.isVisible()
    page.show_place(Place("clients", erna))
    shown_card(qtbot, page, erna)
    assert page.panel.isVisible()
    assert not page.list.isVisible()
    click(page, "Back to the list")
    assert page.list.isVisible()


def test_a_list_of_people_is_brought_in_from_here(qtbot: QtBot, page: ClientsPage) -> None:
    with qtbot.waitSignal(page.place_wanted) as wanted:
        page.import_button.click()

    assert wanted.args == [Place("import")]


def test_a_card_leads_to_where_it_is_linked_with_another(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    erna = add_client(office)
    page.show_place(Place("clients", erna))
    shown_card(qtbot, page, erna)
    (same,) = page.panel.card.header.more_button.menu().actions()
    with qtbot.waitSignal(page.place_wanted) as wanted:
        same.trigger()
    assert wanted.args == [Place("duplicates", erna, "same")]
