"""Requirements of own fields in the window: defined on a page, filled in on the card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from app.clients.queries import client_card, client_to_edit
from app.codes.rules import Labels
from app.custom.actions import save_field, save_values
from app.custom.queries import filled_fields, own_fields
from app.custom.rules import FieldDetails, FieldKind
from app.exchange.views.rules import View
from tests.factories.clients import add_client
from tests.ui.drafts.merging import comparison
from ui.clients.client_form import ClientForm
from ui.clients.clients_page import ClientsPage
from ui.clients.own_entries import entry_of, input_for, show_entry
from ui.custom.fields_page import OwnFieldsPage
from ui.custom.own_card import OwnFieldsCard
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk
    from ui.widgets.export_offer import ExportOffer


def test_a_field_is_defined(qtbot: QtBot, office: Office, desk: Desk) -> None:
    page = OwnFieldsPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.add()
    page.form.en.set_value("Lunch")
    page.form.kind.set_value(FieldKind.CHOICE.value)
    page.form.save_button.click()
    qtbot.waitUntil(lambda: bool(page.form.form.field("choices").problem()))
    page.form.choices.set_value("Tuesday\n\n never ")
    page.form.save_button.click()

    qtbot.waitUntil(lambda: len(page.table.rows()) == 1)
    (field,) = office.ask(own_fields)
    assert field.details.choices == ("Tuesday", "never")


def test_own_fields_are_filled_in_on_the_card(qtbot: QtBot, office: Office, desk: Desk) -> None:
    person = add_client(office)
    key = office.act(
        save_field, uuid4(), 0, FieldDetails(Labels(en="Children"), FieldKind.NUMBER)
    ).value
    shown = office.ask(client_card, person)
    assert shown is not None
    card = OwnFieldsCard(desk)
    qtbot.addWidget(card)
    card.show_answer(shown, office.ask(filled_fields, person))
    card.begin()
    assert card.form is not None
    line = card.form.field(str(key)).input
    line.restore_text("three")
    card.save()
    qtbot.waitUntil(lambda: bool(card.form and card.form.field(str(key)).problem()))
    line.restore_text("3,5")

    card.save()

    qtbot.waitUntil(lambda: card.form is None)
    assert [one.entry for one in office.ask(filled_fields, person)] == ["3.5"]


def test_own_fields_stand_in_the_form_of_a_person_and_in_lists_and_files(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    details = FieldDetails(Labels(en="Children"), FieldKind.NUMBER)
    key = office.act(save_field, uuid4(), 0, details).value
    page = ClientsPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.show_place(Place("clients", None, "new"))
    qtbot.waitUntil(lambda: isinstance(page.panel.form, ClientForm))
    form = page.panel.form
    assert isinstance(form, ClientForm)
    form.fields.inputs["family_name"].set_value("Krüger")
    form.fields.field(str(key)).input.restore_text("three")
    form.save()
    qtbot.waitUntil(lambda: bool(form.fields.field(str(key)).problem()))
    form.fields.field(str(key)).input.restore_text("3")
    form.save()
    qtbot.waitUntil(page.panel.is_card_shown)
    person = form.client_id
    assert [one.entry for one in office.ask(filled_fields, person)] == ["3"]

    column = f"own_{key.hex}"
    page.list.views.view = View(columns=("name", column))
    page.refresh()
    page.list._on_view_chosen(page.list.views.view)
    qtbot.waitUntil(lambda: [each.title for each in page.list.table.columns()][1:] == ["Children"])
    listed = page.list.table.columns()[1]
    qtbot.waitUntil(lambda: [listed.text(row) for row in page.list.table.rows()] == ["3"])

    offers: list[ExportOffer[Any]] = []
    page.list.export_asked.connect(offers.append)
    page.list.export()
    qtbot.waitUntil(lambda: bool(offers))
    (offer,) = offers
    assert column in offer.chosen
    (cell,) = [each.cell for each in offer.columns if each.key == column]
    assert [cell(row) for row in office.ask(offer.fetch, 0, 9)] == [3]


def test_what_others_filled_in_meanwhile_is_compared(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    details = FieldDetails(Labels(en="Children"), FieldKind.NUMBER)
    key = office.act(save_field, uuid4(), 0, details).value
    person = add_client(office)
    office.act(save_values, person, {key: "3"}, {})
    editing = office.ask(client_to_edit, person)
    assert editing is not None
    form = ClientForm(desk, editing, office.ask(filled_fields, person))
    qtbot.addWidget(form)
    office.act(save_values, person, {key: "4"}, {key: 1})
    form.fields.inputs["city"].set_value("Neuss")
    form.fields.field(str(key)).input.restore_text("5")
    form.save()
    dialog = comparison(qtbot, form)
    (choice,) = dialog.choices
    assert (choice.row.label, choice.row.mine, choice.row.theirs) == ("Children", "5", "4")
    dialog.verb_button.click()
    qtbot.waitUntil(lambda: [one.entry for one in office.ask(filled_fields, person)] == ["5"])


def test_an_office_without_own_fields_shows_no_card(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    person = add_client(office)
    shown = office.ask(client_card, person)
    assert shown is not None
    card = OwnFieldsCard(desk)
    qtbot.addWidget(card)

    card.show_answer(shown, ())

    assert card.isHidden()


@pytest.mark.parametrize(
    ("kind", "entry", "words"),
    [
        (FieldKind.DATE, "2026-11-23", "23 Nov 2026"),
        (FieldKind.YES_NO, "no", "no"),
        (FieldKind.NUMBER, "3.5", "3.5"),
        (FieldKind.CHOICE, "no longer offered", "no longer offered"),
        (FieldKind.TEXT, "<b>x</b>", "<b>x</b>"),
    ],
)
def test_every_kind_is_asked_for_and_shown(
    qtbot: QtBot, kind: FieldKind, entry: str, words: str
) -> None:
    details = FieldDetails(Labels(en="X"), kind, ("a", "b"))
    field = input_for(details, entry)
    qtbot.addWidget(field)

    assert entry_of(details, field) == entry
    assert words in show_entry(details, entry)
    assert entry_of(details, input_for(details, "")) == ""
