"""Requirements of the hint about twins: quiet, above the buttons, and nothing typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from app.clients.queries import client_to_edit
from app.drafts.queries import all_drafts
from tests.factories.clients import add_client
from ui.clients.client_form import ClientForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk
    from ui.widgets.page import Place


@pytest.fixture
def form(qtbot: QtBot, desk: Desk, office: Office) -> ClientForm:
    """The form of a new person in an office that knows Erna."""
    add_client(office, street="Am Markt", house_number="3", postal_code="40595", city="Garath")
    editing = office.ask(client_to_edit, None)
    assert editing is not None
    form = ClientForm(desk, editing)
    qtbot.addWidget(form)
    form.show()
    return form


def _type(form: ClientForm, **texts: str) -> None:
    for name, words in texts.items():
        form.fields.field(name).input.restore_text(words)
    form.twins.look()


def test_somebody_who_is_known_is_named_with_reasons(qtbot: QtBot, form: ClientForm) -> None:
    assert form.twins.isHidden()
    _type(form, given_name="Erna", family_name="Krueger", birth="24.11.1938")

    qtbot.waitUntil(lambda: not form.twins.isHidden())
    assert [twin.person.name for twin in form.twins.twins] == ["Erna Krüger"]
    assert "Erna Krüger" in form.twins.accessibleName()


def test_the_keyboard_stays_on_a_card_that_more_speaks_for(qtbot: QtBot, form: ClientForm) -> None:
    _type(form, given_name="Erna", family_name="Krueger", birth="24.11.1938")
    qtbot.waitUntil(lambda: bool(form.twins.twins))
    before = form.twins.twins
    (button,) = form.twins.findChildren(QPushButton)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    _type(form, street="Am Markt", house_number="3", postal_code="40595", city="Garath")
    qtbot.waitUntil(lambda: form.twins.twins != before)

    at = QApplication.focusWidget()
    assert at is not button
    assert isinstance(at, QPushButton)
    assert form.twins.isAncestorOf(at)


def test_the_hint_goes_when_it_is_somebody_else(qtbot: QtBot, form: ClientForm) -> None:
    _type(form, given_name="Erna", family_name="Krüger", birth="24.11.1938")
    qtbot.waitUntil(lambda: not form.twins.isHidden())

    _type(form, given_name="Bodo", family_name="Zech", birth="1.1.1950")
    qtbot.waitUntil(form.twins.isHidden)


def test_opening_that_card_keeps_what_was_typed(
    qtbot: QtBot, office: Office, form: ClientForm
) -> None:
    places: list[Place] = []
    form.place_wanted.connect(places.append)
    _type(form, given_name="Erna", family_name="Krüger", birth="24.11.1938")
    qtbot.waitUntil(lambda: bool(form.twins.twins))

    form.twins.card_wanted.emit(form.twins.twins[0].person.id)

    assert [place.record for place in places] == [form.twins.twins[0].person.id]
    qtbot.waitUntil(lambda: len(office.ask(all_drafts, office.who)) == 1)
