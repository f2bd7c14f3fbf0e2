"""The card and the form of an enquiry, part by part."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.referrals.enquiries.queries import enquiry_to_edit
from app.referrals.enquiries.rules import FollowUp, StepKind
from tests.factories.enquiries import TODAY, card_of, close, enquire, follow, told
from tests.factories.institutions import add_contact, add_institution
from tests.factories.preventive import danish
from ui.referrals.enquiries.clock_card import ClockCard
from ui.referrals.enquiries.enquiry_card import EnquiryCardView
from ui.referrals.enquiries.enquiry_fields import EnquiryFields
from ui.referrals.enquiries.enquiry_list import EnquiryListView
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def dk(office: Office) -> Office:
    """A Danish office."""
    danish(office)
    return office


def _card(qtbot: QtBot, desk: Desk, key: UUID) -> EnquiryCardView:
    card = EnquiryCardView(desk)
    qtbot.addWidget(card)
    card.show_record(key)
    qtbot.waitUntil(lambda: card.card is not None)
    return card


def test_the_clock_says_what_is_late_and_what_was_kept(qtbot: QtBot, dk: Office) -> None:
    clock = ClockCard()
    qtbot.addWidget(clock)
    key = enquire(dk, concerns=("child_concern",))

    clock.show_clock(card_of(dk, key), date(2026, 12, 3))
    assert clock.lines() == [
        "Answer to the reporter: 2 days overdue",
        "First assessment: 3 days overdue",
        "Children's channel: until Tue 24 Nov 2026, 10:00",
    ]
    told(dk, key)
    clock.show_clock(card_of(dk, key), TODAY)
    assert clock.lines()[0] == "Answer to the reporter: 23 Nov 2026"


def test_a_closed_enquiry_offers_nothing_but_to_open_it_again(
    qtbot: QtBot, dk: Office, desk: Desk
) -> None:
    key = enquire(dk, is_anonymous=True, reporter_name="")
    told(dk, key)
    close(dk, key)
    card = _card(qtbot, desk, key)

    assert card.outcome.facts.facts()["Outcome"] == "Help began"
    assert "offentlighedsloven" in card.reporter.naming.text()
    assert card.observed.facts.facts()["Home"] == "Hedevej 12, 3. tv, 2750 Ballerup"
    assert card.follow_button.isHidden()
    assert card.steps.case_button.isHidden()
    assert not card.reopen_button.isHidden()


def test_what_followed_leads_there(qtbot: QtBot, dk: Office, desk: Desk) -> None:
    key = enquire(dk, is_new=True)
    made = follow(dk, key, FollowUp(StepKind.VISITING))
    card = _card(qtbot, desk, key)
    wanted: list[Place] = []
    card.place_wanted.connect(wanted.append)

    card.steps.case_button.click()
    card.steps.book_button.click()
    assert wanted == [
        Place("housing_cases", key, "enquiry"),
        Place("appointments", key, "after"),
    ]
    assert card_of(dk, key).steps[0].target_id == made


def test_a_draft_keeps_who_is_on_the_phone(qtbot: QtBot, dk: Office, desk: Desk) -> None:
    department = add_institution(dk, kind="housing")
    contact = add_contact(dk, department)
    editing = dk.ask(enquiry_to_edit, None, TODAY)
    assert editing is not None
    first = EnquiryFields(desk, editing, uuid4())
    qtbot.addWidget(first)
    first.institution.set_record(department, "Hedeparken")
    first.contact.set_contact(contact)
    again = EnquiryFields(desk, editing, uuid4())
    qtbot.addWidget(again)

    again.restore(first.texts())

    assert again.value().contact_id == contact
    qtbot.waitUntil(lambda: again.contact.currentText().startswith("Lars Holm"))


def test_a_view_keeps_a_department_before_its_name_is_known(
    qtbot: QtBot, dk: Office, desk: Desk
) -> None:
    department = add_institution(dk, kind="housing")
    key = enquire(dk, institution_id=department)
    enquire(dk)
    listed = EnquiryListView(desk)
    qtbot.addWidget(listed)
    view = listed.views.view
    listed.take_filters(type(view)(view.columns, (("department", str(department)),)))

    assert listed.wish().institution_id == department
    listed.refresh()
    qtbot.waitUntil(lambda: [row.id for row in listed.rows()] == [key])
    qtbot.waitUntil(lambda: listed.further.department.value() == department)
