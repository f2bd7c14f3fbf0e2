"""The tab of enquiries: recorded by keyboard while the caller speaks, followed, closed."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.referrals.enquiries.queries import EnquiryList, EnquiryWish, enquiry_window
from app.referrals.enquiries.rules import FollowUp, StepKind, Urgency
from tests.factories.clients import add_client
from tests.factories.enquiries import TODAY, card_of, enquire, follow, told
from tests.factories.institutions import add_contact, add_institution
from tests.factories.preventive import danish
from ui.referrals.enquiries.enquiries_page import EnquiriesPage
from ui.referrals.enquiries.enquiry_form import EnquiryForm
from ui.referrals.enquiries.follow_form import FollowForm
from ui.referrals.enquiries.small_forms import AssessmentForm, ClosingForm
from ui.referrals.parts import PARTS
from ui.referrals.person_tab import PersonReferralsTab
from ui.referrals.referrals_page import ReferralsPage
from ui.views.part import Part
from ui.widgets.page import Page, Place

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk, Pending


@pytest.fixture
def dk(office: Office) -> Office:
    """A Danish office."""
    danish(office)
    return office


@pytest.fixture
def page(qtbot: QtBot, dk: Office, desk: Desk) -> EnquiriesPage:
    """Answer the tab of a Danish office."""
    del dk
    page = EnquiriesPage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: page.list.pending is None)
    return page


def _new_form(qtbot: QtBot, page: EnquiriesPage) -> EnquiryForm:
    page.show_place(Place("enquiries", None, "new"))
    qtbot.waitUntil(lambda: isinstance(page.panel.form, EnquiryForm))
    form = page.panel.form
    assert isinstance(form, EnquiryForm)
    return form


def _rows(office: Office, which: EnquiryList = EnquiryList.ALL) -> list[UUID]:
    return [row.id for row in office.ask(enquiry_window, EnquiryWish(which), TODAY)]


class _Keys:
    """Presses keys where the focus is, and counts them."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.count = 0

    def type(self, words: str) -> None:
        self.count += len(words)
        self._qtbot.keyClicks(QApplication.focusWidget(), words)

    def tab(self) -> None:
        self.count += 1
        self._qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)


def test_a_call_is_recorded_by_keyboard_alone(
    qtbot: QtBot, dk: Office, page: EnquiriesPage
) -> None:
    department = add_institution(
        dk, kind="housing", name="Afdeling Hedevej", postal_code="2750", city="Ballerup"
    )
    add_contact(dk, department)
    form = _new_form(qtbot, page)
    fields = form.content
    window = page.window()
    window.activateWindow()
    keys = _Keys(qtbot)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is fields.institution)
    keys.type("hede")
    qtbot.waitUntil(lambda: fields.institution.popup().isVisible())
    qtbot.keyClick(fields.institution.popup(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: fields.contact.currentText().startswith("Lars Holm"))
    assert fields.inputs["city"].value() == "Ballerup"
    keys.tab()
    keys.tab()
    keys.type("Ruth Berg")
    keys.tab()
    keys.type("Hedevej")
    keys.tab()
    keys.type("12")
    while QApplication.focusWidget() is not fields.inputs["observed"]:
        keys.tab()
    keys.type("Curtains drawn for ten days.")
    keys.tab()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: bool(_rows(dk)))
    (key,) = _rows(dk)
    card = card_of(dk, key)
    assert (card.row.caller, card.row.about_name) == ("Lars Holm", "Ruth Berg")
    assert (card.row.home, card.row.concerns) == ("Hedevej 12, 2750 Ballerup", "isolation")
    # At a slow 120 strokes a minute it is saved within a minute, the call not counted.
    assert keys.count < 120
    qtbot.waitUntil(page.panel.is_card_shown)


def test_what_to_do_now_is_shown_at_once(qtbot: QtBot, page: EnquiriesPage) -> None:
    fields = _new_form(qtbot, page).content
    assert fields.deed.isHidden()

    fields.inputs["urgency"].set_value(Urgency.U1)
    assert not fields.deed.isHidden()
    assert "112" in fields.deed.accessibleName()
    assert "112" in fields.inputs["told_emergency"].text()
    fields.inputs["concerns"].set_value(("child_concern",))
    assert "barnets lov" in fields.child.accessibleName()
    fields.inputs["is_anonymous"].set_value(True)
    assert "offentlighedsloven" in fields.naming.text()
    assert not fields.naming.isHidden()


def test_a_home_shows_who_lives_there_and_what_was_said_before(
    qtbot: QtBot, dk: Office, page: EnquiriesPage
) -> None:
    home = {"street": "Hedevej", "house_number": "12", "postal_code": "2750", "country": "DK"}
    ruth = add_client(dk, given_name="Ruth", family_name="Berg", **home)
    enquire(dk, floor="", door="")
    fields = _new_form(qtbot, page).content
    for name, value in home.items():
        if name != "country":
            fields.inputs[name].set_value(value)
    qtbot.waitUntil(lambda: not fields.hint.isHidden())

    assert "1 earlier enquiry" in fields.hint.earlier.accessibleName()
    (button,) = [one for one in fields.hint.findChildren(type(page.add_button)) if one.text()]
    button.click()
    assert fields.value().person_id == ruth
    assert fields.value().about_name == "Ruth Berg"


def test_the_card_leads_through_everything_to_the_end(
    qtbot: QtBot, dk: Office, page: EnquiriesPage
) -> None:
    key = enquire(dk, concerns=("child_concern",), is_new=True)
    page.show_place(Place("enquiries", key))
    card = page.panel.card
    qtbot.waitUntil(lambda: card.card is not None and not card.child.isHidden())
    card.child.acted.emit()
    qtbot.waitUntil(card.child.isHidden)

    page.panel.assess(key)
    qtbot.waitUntil(lambda: isinstance(page.panel.form, AssessmentForm))
    assert isinstance(page.panel.form, AssessmentForm)
    page.panel.form.assessment.set_value("A visit is needed.")
    page.panel.form.save()
    qtbot.waitUntil(page.panel.is_card_shown)

    page.panel.follow(key)
    qtbot.waitUntil(lambda: isinstance(page.panel.form, FollowForm))
    form = page.panel.form
    assert isinstance(form, FollowForm)
    inputs = form.content.inputs
    assert form.content.field("title").isHidden()
    inputs["day"].set_value(date(2026, 11, 25))
    inputs["start"].set_value(time(10))
    form.save()
    qtbot.waitUntil(lambda: bool(card_of(dk, key).steps))
    qtbot.waitUntil(page.panel.is_card_shown)

    page.panel.close_enquiry(key)
    qtbot.waitUntil(lambda: isinstance(page.panel.form, ClosingForm))
    closing = page.panel.form
    assert isinstance(closing, ClosingForm)
    assert "answered" in closing.missing.accessibleName()
    closing.outcome.set_value("help_began")
    closing.save()
    qtbot.waitUntil(closing.ending.may_save)
    assert not card_of(dk, key).row.is_closed
    told(dk, key)
    closing.take(card_of(dk, key))
    closing.outcome.set_value("help_began")
    closing.save()
    qtbot.waitUntil(lambda: card_of(dk, key).row.is_closed)
    qtbot.waitUntil(lambda: not card.outcome.isHidden())


def test_a_list_can_be_narrowed_down_and_kept_as_a_view(
    qtbot: QtBot, dk: Office, page: EnquiriesPage
) -> None:
    urgent = enquire(dk, urgency=Urgency.U2, concerns=("noise",))
    enquire(dk)
    page.refresh()
    qtbot.waitUntil(lambda: len(page.list.rows()) == 2)

    page.list.further.urgency.set_value("u2")
    qtbot.waitUntil(lambda: [row.id for row in page.list.rows()] == [urgent])
    assert page.list.as_filters() == (("list", "open"), ("urgency", "u2"))
    offers: list[object] = []
    page.export_asked.connect(offers.append)
    page.show_place(Place("enquiries", None, "export"))
    qtbot.waitUntil(lambda: bool(offers))
    assert offers[0].count == 1  # type: ignore[attr-defined]  # an offer
    assert all("outcome" not in column.key for column in offers[0].columns)  # type: ignore[attr-defined]  # an offer


def test_a_persons_card_shows_what_was_enquired(qtbot: QtBot, dk: Office, desk: Desk) -> None:
    ruth = add_client(dk, country="DK")
    key = enquire(dk, person_id=ruth)
    follow(dk, key, FollowUp(StepKind.VISITING))
    tab = PersonReferralsTab(desk, ruth)
    qtbot.addWidget(tab)
    wanted: list[Place] = []
    tab.place_wanted.connect(wanted.append)
    tab.refresh()
    qtbot.waitUntil(lambda: not tab.enquiries.timeline.isHidden())

    tab.enquiries.timeline.acted.emit(key)
    tab.cases.acted.emit()
    assert wanted == [Place("enquiries", key), Place("housing_cases", ruth, "new_for")]


def test_a_part_that_one_may_not_see_has_no_tab(qtbot: QtBot, dk: Office, desk: Desk) -> None:
    del dk
    seen = [True]

    def may_see(desk: Desk) -> Pending[bool]:
        return desk.ask(lambda _connection: seen[0])

    secret = Part("psp", "PSP", Page, may_see)
    page = ReferralsPage(desk, (*PARTS[:2], secret))
    qtbot.addWidget(page)
    page.show_place(Place("psp"))
    qtbot.waitUntil(lambda: page.words() == ("enquiries", "housing_cases", "psp"))
    assert page.tabs.currentIndex() == 2
    seen[0] = False
    page.refresh()
    qtbot.waitUntil(lambda: page.words() == ("enquiries", "housing_cases"))
    assert page.tabs.count() == 2
