"""The tab of handing over: the form follows the way, the card follows the state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.access.actions import restrict_person
from app.access.rules import Named, Restriction
from app.referrals.handing_over.queries import referrals
from tests.factories.clients import add_client
from tests.factories.handing_over import refer
from tests.factories.institutions import add_institution
from tests.factories.letters import office_card
from ui.referrals.handing_over.access_form import AccessForm
from ui.referrals.handing_over.handing_card import HandingCard
from ui.referrals.handing_over.handing_form import HandingForm
from ui.referrals.handing_over.handing_list import HandingLists
from ui.referrals.handing_over.handing_page import HandingPage
from ui.referrals.handing_over.person_card import PersonHandings
from ui.referrals.handing_over.received_form import ReceivedForm
from ui.referrals.handing_over.reply_form import ReplyForm
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def erna(office: Office) -> UUID:
    """Answer somebody of whom something is known."""
    office_card(office)
    return add_client(
        office, given_name="Erna", family_name="Krüger", phone="0211 123456", country="DE"
    )


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> HandingPage:
    """Answer the tab."""
    page = HandingPage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    return page


def test_what_another_institution_hands_over_is_recorded_and_listed(
    qtbot: QtBot, office: Office, page: HandingPage, erna: UUID
) -> None:
    body = add_institution(office, kind="authority", name="Amt für Soziales", country="DE")
    page.show_place(Place("handing_over", erna, "receive"))
    qtbot.waitUntil(lambda: isinstance(page.panel.form, ReceivedForm))
    form = page.panel.form
    assert isinstance(form, ReceivedForm)
    form.save()
    qtbot.waitUntil(lambda: bool(form.fields.field("from_institution_id").problem()))
    form.fields.institution.set_record(body, "Amt für Soziales")
    form.fields.reason.set_value("Bitte besuchen Sie Frau Krüger.")
    form.save()

    qtbot.waitUntil(lambda: page.panel.card.card is not None)
    card = page.panel.card
    assert card.header.subtitle.text() == "Referred to us"
    assert card.print_button.isHidden()
    page.list.show_list(HandingLists.RECEIVED)
    qtbot.waitUntil(lambda: [row.sender for row in page.list.rows()] == ["Amt für Soziales"])


def test_a_matter_is_handed_over_from_the_keyboard(
    qtbot: QtBot, office: Office, page: HandingPage, erna: UUID
) -> None:
    body = add_institution(office, kind="authority", name="Amt für Soziales", country="DE")
    page.show_place(Place("handing_over", erna, "new_for"))
    qtbot.waitUntil(lambda: isinstance(page.panel.form, HandingForm))
    form = page.panel.form
    assert isinstance(form, HandingForm)
    fields = form.fields
    assert fields.field("to_member").isHidden()
    assert "own_task" not in fields.basis.values()
    fields.kind.set_value("assign")
    assert fields.field("to_institution_id").isHidden()
    assert fields.basis.values() == ["", "own_task"]
    fields.kind.set_value("refer")
    fields.institution.set_record(body, "Amt für Soziales")
    fields.reason.set_value("Bitte helfen Sie beim Antrag.")
    fields.facts.set_value(("phone",))
    assert "123456" in fields.told.text()
    assert "Krüger" not in fields.told.text()
    form.save()
    qtbot.waitUntil(lambda: bool(fields.field("basis").problem()))
    fields.basis.set_value("social_task")
    form.save()
    qtbot.waitUntil(lambda: bool(office.ask(referrals)))
    qtbot.waitUntil(page.panel.is_card_shown)


def test_what_became_of_it_asks_for_a_reason_only_where_one_is_needed(
    qtbot: QtBot, office: Office, page: HandingPage, erna: UUID
) -> None:
    body = add_institution(office, kind="authority", name="Amt für Soziales", country="DE")
    key = refer(office, erna, to_institution_id=body)
    page.show_place(Place("handing_over", key, "answer"))
    qtbot.waitUntil(lambda: isinstance(page.panel.form, ReplyForm))
    form = page.panel.form
    assert isinstance(form, ReplyForm)
    assert form.fields.field("reason").isHidden()
    form.fields.state.set_value("rejected")
    assert not form.fields.field("reason").isHidden()
    form.save()
    qtbot.waitUntil(lambda: bool(form.fields.field("reason").problem()))
    form.fields.reason.set_value("Kein Platz")
    form.save()
    qtbot.waitUntil(lambda: office.ask(referrals)[0].state == "rejected")


def test_a_hidden_person_is_asked_for_and_granted(
    qtbot: QtBot, office: Office, page: HandingPage, erna: UUID
) -> None:
    office.act(restrict_person, erna, Restriction("Bedroht", (Named(office.who),)))
    key = refer(office, erna, kind="assign", to_member="Zoe Amt", basis="own_task", facts=())
    sender = office.who
    office.work_as("Zoe Amt")
    page.show_place(Place("handing_over", key))
    card = page.panel.card
    assert isinstance(card, HandingCard)
    qtbot.waitUntil(lambda: card.card is not None)
    assert not card.access_button.isHidden()
    assert card.person_button.isHidden()
    assert "Krüger" not in card.header.title.text()
    page.panel.ask(key)
    qtbot.waitUntil(lambda: isinstance(page.panel.form, AccessForm))
    form = page.panel.form
    assert isinstance(form, AccessForm)
    form.fields.reason.set_value("Ich soll am Montag mit ihr sprechen.")
    form.save()
    qtbot.waitUntil(card.asked.isVisible)
    assert page.requests.isHidden()
    office.work_as(sender)
    page.refresh()
    qtbot.waitUntil(page.requests.isVisible)
    assert page.requests.rows[0].who == "Zoe Amt"


def test_the_card_of_a_person_leads_to_her_matters(
    qtbot: QtBot, office: Office, desk: Desk, erna: UUID
) -> None:
    body = add_institution(office, kind="authority", name="Amt für Soziales", country="DE")
    key = refer(office, erna, to_institution_id=body)
    card = PersonHandings(desk, erna)
    qtbot.addWidget(card)
    card.show()
    card.refresh()
    qtbot.waitUntil(card.timeline.isVisible)
    wanted: list[Place] = []
    card.place_wanted.connect(wanted.append)
    card.timeline.acted.emit(key)
    card.card.acted.emit()
    assert wanted == [Place("handing_over", key), Place("handing_over", erna, "new_for")]
