"""Institutions are found, read, added and changed by keyboard, and nothing typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from app.drafts.queries import all_drafts
from app.exchange.views.rules import View
from app.institutions.actions import save_institution
from app.institutions.queries import institution_card, list_institutions
from tests.factories.clients import add_client
from tests.factories.institutions import add_contact, add_institution, institution_details
from tests.ui.drafts.merging import take_proposal
from tests.ui.widgets.hands import bring_forward, click
from ui.drafts.draft_places import draft_place
from ui.institutions.contact_form import ContactForm
from ui.institutions.contact_line import ContactLine
from ui.institutions.institution_card import InstitutionCardView
from ui.institutions.institution_form import InstitutionForm
from ui.institutions.institutions_page import InstitutionsPage
from ui.widgets.empty_state import EmptyState
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.institutions.queries import InstitutionCard
    from app.office import Office
    from ui.desk import Desk
    from ui.widgets.export_offer import ExportOffer

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> InstitutionsPage:
    """The page in a wide window that has the keyboard."""
    page = InstitutionsPage(desk)
    page.resize(1200, 700)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    page.refresh()
    return page


def settle(qtbot: QtBot, desk: Desk) -> None:
    """Wait until everything that was asked is answered."""
    answered: list[str] = []
    desk.run(str).then(answered.append)
    qtbot.waitUntil(lambda: bool(answered))


def form_of(qtbot: QtBot, page: InstitutionsPage) -> InstitutionForm:
    qtbot.waitUntil(lambda: isinstance(page.panel.currentWidget(), InstitutionForm))
    form = page.panel.form
    assert isinstance(form, InstitutionForm)
    return form


def contact_form_of(qtbot: QtBot, page: InstitutionsPage) -> ContactForm:
    qtbot.waitUntil(lambda: isinstance(page.panel.currentWidget(), ContactForm))
    form = page.panel.form
    assert isinstance(form, ContactForm)
    return form


def shown(qtbot: QtBot, page: InstitutionsPage, institution_id: UUID) -> InstitutionCard:
    view = page.panel.card
    assert isinstance(view, InstitutionCardView)
    qtbot.waitUntil(lambda: page.panel.currentWidget() is view)
    qtbot.waitUntil(lambda: view.card is not None and view.card.id == institution_id)
    assert view.card is not None
    return view.card


def test_an_institution_is_found_by_name_and_read(
    qtbot: QtBot, office: Office, page: InstitutionsPage
) -> None:
    add_institution(office, name="Apotheke", kind="pharmacy")
    hede = add_institution(office, phone="44 77 20 00", cooperation="<b>Ring first</b>")
    qtbot.keyClick(page, "F", CONTROL)
    qtbot.keyClicks(page.list.search, "hede")
    qtbot.waitUntil(lambda: [row.id for row in page.list.rows()] == [hede])
    qtbot.keyClick(page.list.search, Qt.Key.Key_Return)
    shown(qtbot, page, hede)
    assert page.panel.card.facts.facts()["Phone"] == "44 77 20 00"
    assert page.panel.card.cooperation.text() == "<b>Ring first</b>"


def test_the_list_is_narrowed_by_kind_and_use(
    qtbot: QtBot, office: Office, page: InstitutionsPage
) -> None:
    add_institution(office, name="Apotheke", kind="pharmacy")
    add_institution(office, name="Old", is_active=False)
    page.refresh()
    qtbot.waitUntil(lambda: [row.name for row in page.list.rows()] == ["Apotheke"])
    page.list.kinds.set_value("police")
    qtbot.waitUntil(lambda: page.list.rows() == [])
    page.list.kinds.set_value("")
    click(page, "No longer in use")
    qtbot.waitUntil(lambda: [row.name for row in page.list.rows()] == ["Old"])
    page.panel.show_record(page.list.rows()[0].id)
    qtbot.waitUntil(page.panel.card.not_used.isVisible)


def test_a_view_brings_columns_and_filters_and_is_exported_so(
    qtbot: QtBot, office: Office, page: InstitutionsPage
) -> None:
    add_institution(office, name="Old", kind="police", is_active=False, website="old.example")
    add_institution(office, name="Apotheke", kind="pharmacy")
    filters = (("kind", "police"), ("use", "before"))
    page.list.views.chosen.emit(View(("name", "website"), filters))
    qtbot.waitUntil(lambda: [row.name for row in page.list.rows()] == ["Old"])
    assert page.list.as_filters() == filters
    assert page.list.table.model().index(0, 1).data() == "old.example"
    page.list.views.view = View(("name", "website"), filters)
    offers: list[ExportOffer[Any]] = []
    page.export_asked.connect(offers.append)
    page.export_button.click()
    qtbot.waitUntil(lambda: bool(offers))
    assert offers[0].chosen == ("name", "website")


def test_what_a_view_does_not_know_is_open(qtbot: QtBot, page: InstitutionsPage) -> None:
    page.list.kinds.set_value("police")
    page.list.views.chosen.emit(View(("name",), (("kind", "castle"),)))
    qtbot.waitUntil(lambda: page.list.kinds.value() == "")
    assert page.list.filters.value()


def test_an_empty_list_offers_to_add_the_first(qtbot: QtBot, page: InstitutionsPage) -> None:
    qtbot.waitUntil(lambda: isinstance(page.list.state.currentWidget(), EmptyState))
    click(page.list, "Add institution")
    assert form_of(qtbot, page).fields.texts()["name"] == ""


def test_a_new_institution_is_saved_by_keyboard(
    qtbot: QtBot, office: Office, page: InstitutionsPage
) -> None:
    qtbot.keyClick(page, "N", CONTROL)
    form = form_of(qtbot, page)
    qtbot.keyClick(form, "S", CONTROL)
    qtbot.waitUntil(lambda: form.fields.field("name").problem() == "Please fill this in.")
    form.content.inputs["name"].set_value("Magleparken")
    qtbot.keyClick(form, "S", CONTROL)
    shown(qtbot, page, form.institution_id)
    assert [row.name for row in office.ask(list_institutions)] == ["Magleparken"]


def test_what_was_typed_is_kept_as_a_draft_and_comes_back(
    qtbot: QtBot, office: Office, page: InstitutionsPage
) -> None:
    page.show_place(Place("institutions", None, "new"))
    form = form_of(qtbot, page)
    settle(qtbot, page.desk)
    form.content.inputs["name"].set_value("Half typ")
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(office.ask(all_drafts, office.who)) == 1)
    (kept,) = office.ask(all_drafts, office.who)
    place = draft_place(kept)
    assert place == Place("institutions", None, "new")
    page.show_place(place)
    again = form_of(qtbot, page)
    qtbot.waitUntil(lambda: again.content.inputs["name"].value() == "Half typ")


def test_a_change_of_others_is_told_and_taken_over(
    qtbot: QtBot, office: Office, page: InstitutionsPage
) -> None:
    hede = add_institution(office)
    page.show_place(Place("institutions", hede, "edit"))
    form = form_of(qtbot, page)
    form.content.inputs["website"].set_value("example.org")
    office.act(save_institution, hede, 1, institution_details(email="b@example.org"))
    qtbot.keyClick(form, "S", CONTROL)
    take_proposal(qtbot, form)
    shown(qtbot, page, hede)
    card = office.ask(institution_card, hede)
    assert card is not None
    assert (card.website, card.email) == ("example.org", "b@example.org")


def test_a_new_contact_is_added_from_the_card(
    qtbot: QtBot, office: Office, page: InstitutionsPage
) -> None:
    hede = add_institution(office)
    page.show_place(Place("institutions", hede))
    shown(qtbot, page, hede)
    click(page.panel.card, "Add contact person")
    form = contact_form_of(qtbot, page)
    assert form.fields.field("given_name").isHidden()
    form.content.inputs["is_new"].set_value(True)
    form.content.inputs["given_name"].set_value("Lars")
    form.content.inputs["function"].set_value("Varmemester")
    qtbot.keyClick(form, "S", CONTROL)
    qtbot.waitUntil(lambda: bool(page.panel.card.findChildren(ContactLine)))
    card = office.ask(institution_card, hede)
    assert card is not None
    assert [(row.name, row.function) for row in card.contacts] == [("Lars", "Varmemester")]


def test_somebody_known_is_chosen_as_contact(
    qtbot: QtBot, office: Office, page: InstitutionsPage
) -> None:
    hede, erna = add_institution(office), add_client(office)
    page.show_place(Place("institutions", hede, "new_contact"))
    form = contact_form_of(qtbot, page)
    form.content.picker.set_record(erna, "Erna Krüger")
    form.save()
    qtbot.waitUntil(lambda: bool(page.panel.card.findChildren(ContactLine)))
    with qtbot.waitSignal(page.place_wanted) as wanted:
        click(page.panel.card, "Erna Krüger")
    assert wanted.args == [Place("clients", erna)]


def test_a_contact_is_changed_and_taken_away_with_undo(
    qtbot: QtBot, office: Office, page: InstitutionsPage
) -> None:
    hede = add_institution(office)
    contact = add_contact(office, hede)
    page.show_place(Place("institutions", contact, "contact"))
    form = contact_form_of(qtbot, page)
    form.content.inputs["function"].set_value("Driftschef")
    form.save()
    qtbot.waitUntil(lambda: bool(page.panel.card.findChildren(ContactLine)))
    with qtbot.waitSignal(page.said) as said:
        click(page.panel.card, "Take Lars Holm away from here")
    assert said.args is not None
    assert said.args[0] == "Lars Holm is no longer a contact person here."
    said.args[1]()
    qtbot.waitUntil(lambda: _functions(office, hede) == ["Driftschef"])


def _functions(office: Office, institution_id: UUID) -> list[str]:
    card = office.ask(institution_card, institution_id)
    assert card is not None
    return [row.function for row in card.contacts]


def test_a_department_names_its_association_and_leads_there(
    qtbot: QtBot, office: Office, page: InstitutionsPage
) -> None:
    whole = add_institution(office)
    part = add_institution(office, name="Afd. 12", parent_id=whole)
    page.show_place(Place("institutions", part))
    shown(qtbot, page, part)
    assert page.panel.card.header.subtitle.text() == (
        "Housing association · Boligforeningen Hedeparken"
    )
    page.show_place(Place("institutions", whole))
    shown(qtbot, page, whole)
    with qtbot.waitSignal(page.place_wanted) as wanted:
        click(page.panel.card, "Afd. 12")
    assert wanted.args == [Place("institutions", part)]


def test_a_list_that_cannot_load_says_so_and_tries_again(
    qtbot: QtBot, desk: Desk, office: Office, page: InstitutionsPage
) -> None:
    add_institution(office)
    desk.close_office()
    page.refresh()
    qtbot.waitUntil(lambda: page.list.state.currentWidget() is not page.list.table)
    with qtbot.waitSignal(desk.opened):
        desk.open(lambda: office)
    click(page.list, "Try again")
    qtbot.waitUntil(lambda: len(page.list.rows()) == 1)
