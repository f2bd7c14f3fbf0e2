"""Requirements of own fields in the window: defined on a page, filled in on the card."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.clients.queries import client_card
from app.codes.rules import Labels
from app.custom.actions import save_field
from app.custom.queries import filled_fields, own_fields
from app.custom.rules import FieldDetails, FieldKind
from tests.factories.clients import add_client
from ui.custom.entries import entry_of, input_for, show_entry
from ui.custom.fields_page import OwnFieldsPage
from ui.custom.own_card import OwnFieldsCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


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
