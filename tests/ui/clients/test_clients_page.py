"""People are found, read, added and changed by keyboard alone, and nothing typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from app.clients import actions
from app.clients.actions import NOTE_FORM
from app.clients.queries import client_card, client_notes, count_clients
from app.drafts.actions import save_draft
from app.drafts.queries import all_drafts, draft
from app.drafts.rules import Drafted
from app.office import Office
from tests.conftest import NOW
from tests.factories.clients import add_client, add_note, client_details
from tests.ui.widgets.hands import bring_forward, click
from ui.clients.clients_page import ClientsPage
from ui.clients.note_composer import NoteComposer
from ui.widgets.empty_state import EmptyState
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot
    from sqlalchemy import Engine

    from app.clients.queries import ClientCard
    from ui.clients.client_form import ClientForm
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
    assert page.panel.form is not None
    return page.panel.form


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
    qtbot.waitUntil(form.conflict.isVisible)
    form.conflict.acted.emit()
    qtbot.waitUntil(lambda: form.fields.inputs["city"].value() == "Düsseldorf")
    assert form.fields.inputs["hint"].value() == "mine"
    form.save()
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


def begin_note(qtbot: QtBot, page: ClientsPage, client_id: UUID) -> NoteComposer:
    """Go to the note about a client, wait for its draft and answer the field."""
    page.show_place(Place("clients", client_id, "note"))
    shown_card(qtbot, page, client_id)
    composer = page.panel.card.notes.composer
    qtbot.waitUntil(composer.text.hasFocus)
    qtbot.waitUntil(lambda: composer.keeper is not None and composer.keeper._has_looked)
    return composer


def test_a_note_is_written_with_control_enter_and_can_be_taken_back(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    erna = add_client(office)
    composer = begin_note(qtbot, page, erna)
    qtbot.keyClicks(composer.text, "Called")
    with qtbot.waitSignal(page.said) as said:
        qtbot.keyClick(composer.text, Qt.Key.Key_Return, CONTROL)
    assert [note.text for note in office.ask(client_notes, erna)] == ["Called"]
    assert composer.text.value() == ""
    assert said.args is not None
    said.args[1]()
    qtbot.waitUntil(lambda: composer.text.value() == "Called")
    assert office.ask(client_notes, erna) == ()


def test_what_is_typed_before_a_draft_was_looked_for_becomes_the_draft(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    erna = add_client(office)
    composer = NoteComposer(desk)
    qtbot.addWidget(composer)
    composer.begin(erna, "Erna")
    composer.text.insertPlainText("C")
    qtbot.waitUntil(lambda: composer.keeper is not None and composer.keeper._has_looked)
    composer.flush()
    qtbot.waitUntil(lambda: bool(office.ask(all_drafts, office.who)))
    kept = office.ask(draft, NOTE_FORM, str(erna), office.who)
    assert kept is not None
    assert kept.texts == {"text": "C"}


def test_a_note_taken_back_while_reading_about_someone_else_waits_as_a_draft(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    erna, per = add_client(office), add_client(office, given_name="Per")
    composer = begin_note(qtbot, page, erna)
    composer.text.set_value("About Erna")
    with qtbot.waitSignal(page.said) as said:
        composer.save()
    assert said.args is not None
    begin_note(qtbot, page, per)
    said.args[1]()
    qtbot.waitUntil(lambda: office.ask(client_notes, erna) == ())
    assert composer.text.value() == ""
    begin_note(qtbot, page, erna)
    qtbot.waitUntil(lambda: composer.text.value() == "About Erna")


def test_a_note_begun_stays_with_its_person(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    erna, per = add_client(office), add_client(office, given_name="Per")
    composer = begin_note(qtbot, page, erna)
    composer.text.set_value("About Erna")
    begin_note(qtbot, page, per)
    assert composer.text.value() == ""
    begin_note(qtbot, page, erna)
    qtbot.waitUntil(lambda: composer.text.value() == "About Erna")


def test_a_draft_that_comes_late_never_reaches_another_persons_note(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    erna, per = add_client(office), add_client(office, given_name="Per")
    office.act(save_draft, Drafted(NOTE_FORM, str(erna), {"text": "About Erna"}))
    composer = page.panel.card.notes.composer
    composer.begin(erna, "Erna")
    composer.keep_drafts()
    composer.begin(per, "Per")
    qtbot.waitUntil(lambda: composer.keeper is not None and composer.keeper._has_looked)
    assert composer.text.value() == ""


def test_a_refused_note_is_kept_and_says_why(
    qtbot: QtBot, office: Office, page: ClientsPage
) -> None:
    composer = begin_note(qtbot, page, add_client(office))
    composer.text.set_value("a\x7fb")
    composer.save()
    qtbot.waitUntil(lambda: "U+007F" in composer.form.field("text").problem())
    assert composer.text.value() == "a\x7fb"
    assert composer.save_button.isEnabled()


def test_someone_elses_note_appears_after_a_refresh(
    qtbot: QtBot, office: Office, engine: Engine, page: ClientsPage
) -> None:
    erna = add_client(office)
    page.show_place(Place("clients", erna, "note"))
    shown_card(qtbot, page, erna)
    other = Office(engine, who="Bodil Jensen", clock=lambda: NOW)
    add_note(other, erna, "Seen at the market")
    page.refresh()
    qtbot.waitUntil(lambda: "Seen at the market" in page.panel.card.notes.view.toPlainText())
    assert "Bodil Jensen" in page.panel.card.notes.view.toPlainText()


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
