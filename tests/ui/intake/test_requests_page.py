"""Requests are taken, gone on with and decided on screen; nobody waits unseen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.drafts.queries import all_drafts
from app.exchange.views.rules import View
from app.exchange.writing.columns import Cells
from app.intake.actions import decide_request, save_request
from app.intake.queries import RequestCard, RequestList, list_requests, request_card
from tests.factories.clients import add_client
from tests.factories.consent import consent_details, record
from tests.factories.intake import decision, put_on_waiting_list, request_details, take_request
from tests.ui.drafts.merging import take_proposal
from tests.ui.widgets.hands import bring_forward, click
from ui.drafts.draft_places import draft_place
from ui.intake.decision_form import DecisionForm
from ui.intake.request_card import RequestCardView
from ui.intake.request_form import RequestForm
from ui.intake.requests_page import RequestsPage
from ui.widgets.empty_state import EmptyState
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk
    from ui.widgets.export_offer import ExportOffer

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> RequestsPage:
    """The page in a wide window that has the keyboard."""
    page = RequestsPage(desk)
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


def form_of(qtbot: QtBot, page: RequestsPage) -> RequestForm:
    qtbot.waitUntil(lambda: isinstance(page.panel.currentWidget(), RequestForm))
    form = page.panel.form
    assert isinstance(form, RequestForm)
    settle(qtbot, page.desk)
    return form


def decision_of(qtbot: QtBot, page: RequestsPage) -> DecisionForm:
    qtbot.waitUntil(lambda: isinstance(page.panel.currentWidget(), DecisionForm))
    form = page.panel.form
    assert isinstance(form, DecisionForm)
    settle(qtbot, page.desk)
    return form


def shown(qtbot: QtBot, page: RequestsPage, request_id: UUID) -> RequestCard:
    view = page.panel.card
    assert isinstance(view, RequestCardView)
    qtbot.waitUntil(lambda: page.panel.currentWidget() is view)
    qtbot.waitUntil(lambda: view.card is not None and view.card.id == request_id)
    assert view.card is not None
    return view.card


def test_a_request_of_somebody_new_is_taken_by_keyboard(
    qtbot: QtBot, office: Office, page: RequestsPage
) -> None:
    qtbot.waitUntil(lambda: isinstance(page.list.state.currentWidget(), EmptyState))
    qtbot.keyClick(page, "N", CONTROL)
    form = form_of(qtbot, page)
    assert form.fields.field("family_name").isHidden()
    form.content.person.is_new.set_value(True)
    qtbot.keyClick(form, "S", CONTROL)
    problem = form.fields.field("family_name")
    qtbot.waitUntil(lambda: problem.problem() == "Please give at least one name.")
    form.content.person.names["family_name"].set_value("Aydin")
    qtbot.keyClick(form, "S", CONTROL)
    card = shown(qtbot, page, form.request_id)
    assert (card.name, card.stage, card.own_consent) == ("Aydin", "open", None)
    page.refresh()
    qtbot.waitUntil(lambda: [row.name for row in page.list.rows()] == ["Aydin"])


def test_beside_the_own_answer_stands_whose_answer_it_is_not(
    qtbot: QtBot, page: RequestsPage
) -> None:
    page.show_place(Place("intake", None, "new"))
    form = form_of(qtbot, page)
    field = form.content.inputs["own_consent"]
    assert "not the children, not the municipality" in field.accessibleDescription()
    assert form.fields.field("consent_on").isHidden()
    field.set_value(False)
    assert not form.fields.field("consent_on").isHidden()


def test_each_service_asks_its_own_checklist(qtbot: QtBot, page: RequestsPage) -> None:
    page.show_place(Place("intake", None, "new"))
    form = form_of(qtbot, page)
    assert not form.fields.field("visiting.interests").isHidden()
    assert form.fields.field("mobile_advice.deadline").isHidden()
    form.content.inputs["service"].set_value("mobile_advice")
    assert form.fields.field("visiting.interests").isHidden()
    assert not form.fields.field("mobile_advice.deadline").isHidden()


def test_the_first_talk_is_resumed_with_what_was_answered(
    qtbot: QtBot, office: Office, page: RequestsPage
) -> None:
    erna = add_client(office)
    one = take_request(office, erna, answers={"interests": "Chess", "smoking": "no"})
    page.show_place(Place("intake", one, "edit"))
    form = form_of(qtbot, page)
    assert form.fields.texts()["visiting.interests"] == "Chess"
    assert form.fields.field("is_new").isHidden()
    form.fields.restore({"visiting.mobility": "walker"})
    form.save()
    shown(qtbot, page, one)
    card = office.ask(request_card, one)
    assert card is not None
    assert dict(card.answers) == {"interests": "Chess", "smoking": "no", "mobility": "walker"}


def test_a_draft_of_a_request_comes_back(qtbot: QtBot, office: Office, page: RequestsPage) -> None:
    erna = add_client(office)
    page.show_place(Place("intake", erna, "new_for"))
    form = form_of(qtbot, page)
    assert form.content.person.picker.value() == erna
    form.fields.restore({"visiting.wishes": "Somebody to talk to"})
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(office.ask(all_drafts, office.who)) == 1)
    place = draft_place(office.ask(all_drafts, office.who)[0])
    assert place == Place("intake", erna, "new_for")
    page.show_place(place)
    again = form_of(qtbot, page)
    qtbot.waitUntil(lambda: again.fields.texts()["visiting.wishes"] == "Somebody to talk to")


def test_a_change_of_others_is_told_and_taken_over(
    qtbot: QtBot, office: Office, page: RequestsPage
) -> None:
    erna = add_client(office)
    one = take_request(office, erna)
    page.show_place(Place("intake", one, "edit"))
    form = form_of(qtbot, page)
    form.fields.restore({"visiting.wishes": "Mine"})
    office.act(save_request, one, 1, request_details(erna, answers={"pets": "Theirs"}))
    form.save()
    take_proposal(qtbot, form)
    shown(qtbot, page, one)
    card = office.ask(request_card, one)
    assert card is not None
    assert dict(card.answers) == {"pets": "Theirs", "wishes": "Mine"}


def test_who_waits_longest_stands_first_and_the_chip_counts(
    qtbot: QtBot, office: Office, page: RequestsPage
) -> None:
    for name, day in (("Later", 10), ("First", 3)):
        one = take_request(office, add_client(office, family_name=name))
        put_on_waiting_list(office, one, date(2026, 11, day))
    page.show_place(Place("intake", None, "waiting"))
    qtbot.waitUntil(lambda: len(page.list.rows()) == 2)
    assert page.list.filters.value() is RequestList.WAITING
    model = page.list.table.model()
    cells = [str(model.index(0, at).data(Qt.ItemDataRole.AccessibleTextRole)) for at in (0, 1)]
    assert "First" in cells[0]
    assert "A visitor who speaks Turkish" in cells[0]
    assert "20 days" in cells[1]
    qtbot.waitUntil(lambda: any("(2)" in chip.text() for chip in _chips(page)))


def _chips(page: RequestsPage) -> list[QPushButton]:
    return page.list.filters.findChildren(QPushButton)


def test_a_decision_is_made_by_keyboard_and_can_be_undone(
    qtbot: QtBot, office: Office, page: RequestsPage
) -> None:
    one = take_request(office, add_client(office))
    page.show_place(Place("intake", one, "decide"))
    form = decision_of(qtbot, page)
    assert form.content.inputs["stage"].value() == "accepted"
    with qtbot.waitSignal(page.said) as said:
        qtbot.keyClick(form, "S", CONTROL)
    assert said.args is not None
    assert said.args[0] == "The decision is saved: Accepted."
    qtbot.waitUntil(lambda: _stage(office, one) == "accepted")
    said.args[1]()
    qtbot.waitUntil(lambda: _stage(office, one) == "open")


def _stage(office: Office, request_id: UUID) -> str:
    card = office.ask(request_card, request_id)
    assert card is not None
    return card.stage


def test_nobody_is_accepted_on_screen_without_being_asked(
    qtbot: QtBot, office: Office, page: RequestsPage
) -> None:
    one = take_request(office, add_client(office), own_consent=None)
    page.show_place(Place("intake", one, "decide"))
    form = decision_of(qtbot, page)
    assert form.content.inputs["stage"].value() == "waiting"
    form.content.inputs["stage"].set_value("accepted")
    form.save()
    field = form.fields.field("stage")
    qtbot.waitUntil(lambda: "has not agreed yet" in field.problem())
    assert _stage(office, one) == "open"


def test_reasons_follow_the_decision(qtbot: QtBot, office: Office, page: RequestsPage) -> None:
    one = take_request(office, add_client(office), own_consent=False)
    page.show_place(Place("intake", one, "decide"))
    form = decision_of(qtbot, page)
    assert form.content.inputs["stage"].value() == "declined"
    assert not form.fields.field("reason").isHidden()
    form.content.inputs["reason"].set_value("person_said_no")
    form.save()
    qtbot.waitUntil(lambda: _stage(office, one) == "declined")
    assert [row.id for row in office.ask(list_requests, RequestList.DECIDED)] == [one]


def test_a_decided_request_is_read_and_taken_back(
    qtbot: QtBot, office: Office, page: RequestsPage
) -> None:
    one = take_request(office, add_client(office), note="<b>Ring</b>")
    office.act(decide_request, one, 1, decision("withdrawn", reason="moved"))
    page.show_place(Place("intake", one))
    shown(qtbot, page, one)
    card = page.panel.card
    assert card.request.facts()["Reason"] == "Moved away"
    assert card.note.text() == "<b>Ring</b>"
    assert card.decide_button.isHidden()
    click(card, "Take decision back")
    qtbot.waitUntil(lambda: _stage(office, one) == "open")


def test_the_card_leads_to_the_person(qtbot: QtBot, office: Office, page: RequestsPage) -> None:
    erna = add_client(office)
    one = take_request(office, erna, answers={"care_grade": "two"})
    page.show_place(Place("intake", one))
    shown(qtbot, page, one)
    with qtbot.waitSignal(page.place_wanted) as wanted:
        click(page.panel.card, "Show person")
    assert wanted.args == [Place("clients", erna)]


def test_figures_add_up_by_service_and_by_who_asked(
    qtbot: QtBot, office: Office, page: RequestsPage
) -> None:
    erna = add_client(office)
    take_request(office, erna, source="police")
    ended = take_request(office, erna, service="other")
    office.act(decide_request, ended, 1, decision("unsuitable", reason="not_for_us"))
    page.show_place(Place("intake", None, "figures"))
    qtbot.waitUntil(lambda: len(page.figures.lines()) == 3)
    assert [(line.words, line.counts.total()) for line in page.figures.lines()] == [
        ("Other help", 1),
        ("Visiting service", 1),
        ("Together", 2),
    ]
    click(page.figures, "By who asked")
    assert {line.words for line in page.figures.lines()} == {
        "Police", "The person herself or himself", "Together",
    }  # fmt: skip
    click(page.figures, "Back")
    assert page.split.isVisible()


def test_the_waiting_list_is_exported_as_it_is_narrowed_down(
    qtbot: QtBot, office: Office, page: RequestsPage
) -> None:
    erna = add_client(office)
    put_on_waiting_list(office, take_request(office, erna), date(2026, 11, 3))
    put_on_waiting_list(office, take_request(office, erna, service="other"), date(2026, 11, 4))
    page.show_place(Place("intake", None, "waiting"))
    page.list.services.set_value("visiting")
    offers: list[ExportOffer[Any]] = []
    page.export_asked.connect(offers.append)
    page.show_place(Place("intake", None, "export"))
    qtbot.waitUntil(lambda: bool(offers))
    (offer,) = offers
    assert (offer.count, offer.selection) == (1, "Waiting list · Visiting service")
    rows = office.ask(list_requests, RequestList.WAITING, "visiting")
    (cells,) = Cells(offer.columns, offer.is_protected).of(rows)
    assert cells[:6] == (
        "Krüger, Erna", "Visiting service", date(2026, 11, 3), 20,
        "A visitor who speaks Turkish", "Have the first talk",
    )  # fmt: skip
    assert offer.person_of(rows[0]) == erna


def test_a_view_of_the_waiting_list_brings_columns_and_filters(
    qtbot: QtBot, office: Office, page: RequestsPage
) -> None:
    erna = add_client(office)
    put_on_waiting_list(office, take_request(office, erna), date(2026, 11, 3))
    filters = (("list", "waiting"), ("service", "visiting"))
    page.list.views.chosen.emit(View(("days", "waits_for"), filters))
    qtbot.waitUntil(lambda: len(page.list.rows()) == 1)
    assert page.list.as_filters() == filters
    model = page.list.table.model()
    shown = [model.index(0, at).data() for at in range(model.columnCount())]
    assert shown == ["Krüger, Erna", "20", "A visitor who speaks Turkish"]
    page.list.views.chosen.emit(View())
    qtbot.waitUntil(lambda: page.list.rows() == [])
    assert page.list.filters.value() is RequestList.OPEN


def test_a_draft_of_a_correction_leads_to_the_person(
    qtbot: QtBot, office: Office, page: RequestsPage
) -> None:
    erna = add_client(office)
    answer = record(office, erna, consent_details())
    with qtbot.waitSignal(page.place_wanted) as wanted:
        page.show_place(Place("intake", answer, "consent"))
    assert wanted.args == [Place("clients", erna, "consent")]


def test_a_list_that_cannot_load_says_so_and_tries_again(
    qtbot: QtBot, desk: Desk, office: Office, page: RequestsPage
) -> None:
    take_request(office, add_client(office))
    settle(qtbot, desk)
    desk.close_office()
    page.refresh()
    qtbot.waitUntil(lambda: page.list.state.currentWidget() is not page.list.table)
    with qtbot.waitSignal(desk.opened):
        desk.open(lambda: office)
    click(page.list, "Try again")
    qtbot.waitUntil(lambda: len(page.list.rows()) == 1)
