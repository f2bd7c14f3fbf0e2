"""Enquiries on My day: what keeps the next day is one press away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.referrals.enquiries.queries import due_enquiries
from tests.factories.enquiries import enquire
from tests.factories.preventive import danish
from ui.my_day.day_line import DayLine
from ui.my_day.enquiries_card import EnquiriesCard
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office

LATER = date(2026, 12, 2)
"""Two days after a calm enquiry of today had to be assessed."""


def test_what_waits_leads_to_the_form_that_keeps_the_day(qtbot: QtBot, office: Office) -> None:
    danish(office)
    calm = enquire(office)
    child = enquire(office, concerns=("child_concern",))
    card = EnquiriesCard()
    qtbot.addWidget(card)
    card.show_enquiries(office.ask(due_enquiries, LATER, 9), LATER)

    lines = card.findChildren(DayLine)
    assert [(line.row.verb, line.row.act_place) for line in lines] == [
        ("Tell the children's channel", Place("enquiries", child, "")),
        ("Assess", Place("enquiries", calm, "assess")),
    ]
    assert lines[0].row.when == "8 days overdue"
    card.show_enquiries((), LATER)
    assert card.isHidden()
