"""Records and calls on screen: refused beside the field, settled by the record, shown on cards."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.mobile_advice.advice.actions import record_advice
from app.mobile_advice.advice.calling import note_call
from app.mobile_advice.advice.queries import CallList, contacts_of, list_calls, list_contacts
from app.mobile_advice.advice.rules import CallbackDetails, CallbackState, ContactDetails
from tests.factories.booking import TODAY
from tests.factories.clients import add_client
from tests.ui.widgets.hands import bring_forward
from ui.mobile_advice.advice.advice_page import AdvicePage
from ui.mobile_advice.advice.call_columns import wish_line
from ui.mobile_advice.advice.calls_page import CallsPage
from ui.mobile_advice.advice.contact_card import ContactCardView
from ui.mobile_advice.advice.contact_columns import contact_columns
from ui.mobile_advice.advice.contact_form import ContactForm
from ui.mobile_advice.advice.person_advice import PersonAdviceView
from ui.mobile_advice.advice.records_page import RecordsPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> AdvicePage:
    page = AdvicePage(desk)
    page.resize(1200, 700)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    return page


def form_of(qtbot: QtBot, page: RecordsPage) -> ContactForm:
    """Answer the form that is open."""
    qtbot.waitUntil(lambda: isinstance(page.panel.form, ContactForm))
    form = page.panel.form
    assert isinstance(form, ContactForm)
    return form


def test_data_of_a_named_person_are_refused_beside_the_field(
    qtbot: QtBot, office: Office, page: AdvicePage
) -> None:
    person = add_client(office, given_name="Erna", family_name="Krüger")
    page.show_place(Place("advice", person, "new"))
    records = page.page_of("records")
    assert isinstance(records, RecordsPage)
    form = form_of(qtbot, records)
    form.content.inputs["topics"].set_value(["care"])
    form.content.inputs["target"].set_value("Pflegebüro")
    form.content.inputs["with_data"].set_value(True)
    form.save()
    qtbot.waitUntil(lambda: bool(form.fields.field("with_data").problem()))
    assert "Erna Krüger" in form.fields.field("with_data").problem()
    assert office.ask(contacts_of, person) == ()
    form.content.inputs["with_data"].set_value(False)
    form.save()
    qtbot.waitUntil(lambda: len(office.ask(contacts_of, person)) == 1)


def test_a_record_is_about_nobody_and_can_be_taken_back(
    qtbot: QtBot, office: Office, page: AdvicePage
) -> None:
    undos = []
    page.said.connect(lambda _words, undo: undos.append(undo))
    page.show_place(Place("advice", None, "new"))
    records = page.page_of("records")
    assert isinstance(records, RecordsPage)
    form = form_of(qtbot, records)
    form.save()
    qtbot.waitUntil(lambda: bool(form.fields.field("topics").problem()))
    form.content.inputs["topics"].set_value(["housing"])
    form.save()
    qtbot.waitUntil(lambda: bool(undos))
    assert len(office.ask(list_contacts, TODAY, TODAY)) == 1
    undos[0]()
    qtbot.waitUntil(lambda: office.ask(list_contacts, TODAY, TODAY) == ())


def test_who_is_called_back_is_settled_with_the_record_of_the_call(
    qtbot: QtBot, office: Office, page: AdvicePage
) -> None:
    call = uuid4()
    office.act(note_call, call, CallbackDetails("Frau Kaya", "0211 1", wish="Wohngeld"))
    page.show_place(Place("advice", None, "calls"))
    calls = page.page_of("calls")
    assert isinstance(calls, CallsPage)
    qtbot.waitUntil(lambda: [row.id for row in calls.list.rows()] == [call])
    assert "Frau Kaya" in calls.list.count.text()
    assert wish_line(calls.list.rows()[0]) == "Wohngeld"
    calls.on_clicked(call)
    qtbot.waitUntil(lambda: calls.panel.card.call is not None)
    calls.panel.card.missed_button.click()
    qtbot.waitUntil(lambda: office.ask(list_calls, CallList.DUE, TODAY) == ())
    page.refresh()
    qtbot.waitUntil(lambda: calls.list.rows() == [])
    (row,) = office.ask(list_calls, CallList.OPEN, TODAY)
    assert (row.attempts, row.next_on) == (1, date(2026, 11, 24))
    page.show_place(Place("advice", call, "of_call"))
    records = page.page_of("records")
    assert isinstance(records, RecordsPage)
    form = form_of(qtbot, records)
    form.content.inputs["topics"].set_value(["housing"])
    with qtbot.waitSignal(page.finished):
        form.save()
    (row,) = office.ask(list_calls, CallList.CLOSED, TODAY)
    assert row.state == CallbackState.DONE


def test_a_record_is_listed_and_its_card_says_what_came_of_it(
    qtbot: QtBot, office: Office, page: AdvicePage
) -> None:
    contact = uuid4()
    details = ContactDetails(TODAY, topics=("care",), outcome="informed", target="Pflegebüro")
    office.act(record_advice, contact, details)
    page.show_place(Place("advice", contact))
    records = page.page_of("records")
    assert isinstance(records, RecordsPage)
    qtbot.waitUntil(lambda: len(records.list.rows()) == 1)
    (row,) = records.list.rows()
    told = {column.key: column.cell(row) for column in contact_columns().for_files()}
    assert (told["topics"], told["outcome"]) == ("Care", "Information given")
    card = records.panel.card
    assert isinstance(card, ContactCardView)
    qtbot.waitUntil(lambda: card.card is not None)
    assert card.card is not None
    assert [one.target for one in card.card.referrals] == ["Pflegebüro"]
    card.delete_button.click()
    qtbot.waitUntil(lambda: office.ask(list_contacts, TODAY, TODAY) == ())


def test_the_card_of_a_person_shows_advice_and_open_calls(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    person = add_client(office)
    details = ContactDetails(TODAY, person_id=person, topics=("care",))
    office.act(record_advice, uuid4(), details)
    office.act(note_call, uuid4(), CallbackDetails(person_id=person, wish="Pflegekasse"))
    view = PersonAdviceView(desk, person)
    qtbot.addWidget(view)
    view.refresh()
    qtbot.waitUntil(lambda: len(view.table.rows()) == 2)
    places: list[Place] = []
    view.place_wanted.connect(places.append)
    view.record_button.click()
    assert places == [Place("advice", person, "new")]
