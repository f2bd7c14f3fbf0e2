"""On the card of a person stand requests, answers and what was passed on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from app.consent.queries import PersonConsent, consent_of_person
from app.drafts.queries import all_drafts
from tests.factories.clients import add_client
from tests.factories.intake import take_request
from tests.ui.widgets.hands import bring_forward, click
from ui.client_tabs import CLIENT_TABS, OVERVIEW_CARDS
from ui.clients.clients_page import ClientsPage
from ui.consent.answer_form import AnswerForm
from ui.consent.passing_form import PassingForm
from ui.intake.person_tab import PersonTab
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

TODAY = date(2026, 11, 23)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def erna(office: Office) -> UUID:
    """A person with a phone number."""
    return add_client(office, phone="0211 8998999")


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk, erna: UUID) -> PersonTab:
    """The tab of Erna, with the keyboard."""
    tab = PersonTab(desk, erna)
    tab.resize(760, 700)
    qtbot.addWidget(tab)
    bring_forward(qtbot, tab)
    tab.refresh()
    return tab


def settle(qtbot: QtBot, desk: Desk) -> None:
    """Wait until everything that was asked is answered."""
    answered: list[str] = []
    desk.run(str).then(answered.append)
    qtbot.waitUntil(lambda: bool(answered))


def known(office: Office, person_id: UUID) -> PersonConsent:
    return office.ask(consent_of_person, person_id, TODAY)


def answer_form(qtbot: QtBot, tab: PersonTab, desk: Desk) -> AnswerForm:
    qtbot.waitUntil(lambda: isinstance(tab.shown(), AnswerForm))
    settle(qtbot, desk)
    form = tab.form
    assert isinstance(form, AnswerForm)
    return form


def passing_form(qtbot: QtBot, tab: PersonTab, desk: Desk) -> PassingForm:
    qtbot.waitUntil(lambda: isinstance(tab.shown(), PassingForm))
    settle(qtbot, desk)
    form = tab.form
    assert isinstance(form, PassingForm)
    return form


def test_requests_lead_to_their_page_and_a_new_one_begins_here(
    qtbot: QtBot, office: Office, erna: UUID, tab: PersonTab
) -> None:
    one = take_request(office, erna)
    tab.refresh()
    qtbot.waitUntil(lambda: "Visiting service" in _names(tab))
    with qtbot.waitSignal(tab.place_wanted) as wanted:
        click(tab, "Visiting service")
    assert wanted.args == [Place("intake", one)]
    with qtbot.waitSignal(tab.place_wanted) as wanted:
        click(tab, "New request")
    assert wanted.args == [Place("intake", erna, "new_for")]


def _names(tab: PersonTab) -> set[str]:
    return {button.accessibleName() for button in tab.requests.findChildren(QAbstractButton)}


def test_what_was_typed_is_kept_when_another_card_is_shown(
    qtbot: QtBot, office: Office, desk: Desk, erna: UUID, tab: PersonTab
) -> None:
    tab.do("new_consent")
    form = answer_form(qtbot, tab, desk)
    form.content.inputs["note"].set_value("Half typ")
    tab.hide()
    qtbot.waitUntil(lambda: len(office.ask(all_drafts, office.who)) == 1)
    (draft,) = office.ask(all_drafts, office.who)
    assert (draft.form, draft.subject) == ("new_consent", str(erna))


def test_a_button_pressed_twice_opens_one_form(qtbot: QtBot, desk: Desk, tab: PersonTab) -> None:
    opened: list[int] = []
    tab._stack.widgetAdded.connect(opened.append)
    tab.pass_on()
    tab.pass_on()
    passing_form(qtbot, tab, desk)
    assert len(opened) == 1


def test_the_same_form_begun_anew_brings_back_what_was_typed(
    qtbot: QtBot, desk: Desk, tab: PersonTab
) -> None:
    tab.pass_on()
    first = passing_form(qtbot, tab, desk)
    first.content.recipient.words.set_value("Dr. Weber")
    tab.pass_on()
    qtbot.waitUntil(lambda: tab.form is not first)
    again = passing_form(qtbot, tab, desk)
    assert again.content.recipient.words.value() == "Dr. Weber"


def test_a_request_begins_from_the_list_of_people(qtbot: QtBot, desk: Desk) -> None:
    page = ClientsPage(desk, CLIENT_TABS, OVERVIEW_CARDS)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.place_wanted) as wanted:
        click(page, "New request")
    assert wanted.args == [Place("intake", None, "new")]


def test_a_place_opens_the_tab_and_begins(qtbot: QtBot, desk: Desk, erna: UUID) -> None:
    page = ClientsPage(desk, CLIENT_TABS, OVERVIEW_CARDS)
    page.resize(1200, 700)
    qtbot.addWidget(page)
    page.show()
    page.show_place(Place("clients", erna, "pass_on"))
    qtbot.waitUntil(lambda: bool(page.findChildren(PersonTab)))
    (tab,) = page.findChildren(PersonTab)
    qtbot.waitUntil(lambda: isinstance(tab.shown(), PassingForm))
