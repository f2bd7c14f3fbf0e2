"""A note stands at every case of everybody whom it is about, for whoever may read it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from app.journal.rules import Access
from app.referrals.housing_cases.actions import open_case
from app.referrals.housing_cases.rules import CaseDetails
from tests.factories.clients import add_client
from tests.factories.enquiries import TODAY, enquire
from tests.factories.journal import note_written
from ui.referrals.enquiries.enquiry_card import EnquiryCardView
from ui.referrals.housing_cases.case_card import CaseCardView
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk
    from ui.referrals.case_notes import CaseNotes


def _shows(notes: CaseNotes, note: UUID) -> bool:
    return notes.shown() == (note,)


def test_one_note_stands_at_the_cases_of_all_whom_it_is_about(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    ruth, otto = add_client(office, given_name="Ruth"), add_client(office, given_name="Otto")
    enquiry = enquire(office, person_id=ruth)
    details = CaseDetails(person_id=otto, opened_on=TODAY)
    case = office.act(open_case, uuid4(), details).value
    note = note_written(office, ruth, otto, text="Talked to both.")
    view, other = EnquiryCardView(desk), CaseCardView(desk)
    for card, key in ((view, enquiry), (other, case)):
        qtbot.addWidget(card)
        card.show_record(key)
    for card, person in ((view, ruth), (other, otto)):
        notes = card.notes
        qtbot.waitUntil(partial(_shows, notes, note))
        with qtbot.waitSignal(card.place_wanted) as wanted:
            notes.timeline.acted.emit(note)
        assert wanted.args == [Place("clients", person, f"journal {note}")]


def test_a_note_of_another_or_from_before_is_not_said(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    ruth = add_client(office)
    enquiry = enquire(office, person_id=ruth)
    office.work_as("Karin Vogt")
    note_written(office, ruth, access=Access.OWN, text="Only for me.")
    office.work_as("Anna Beispiel")
    view = EnquiryCardView(desk)
    qtbot.addWidget(view)
    view.show_record(enquiry)
    qtbot.waitUntil(lambda: view.notes.shown() is not None)
    assert view.notes.shown() == ()
    note_written(office, ruth, text="For all.")
    view.notes.show_case(ruth, TODAY + timedelta(days=1))
    qtbot.waitUntil(lambda: view.notes.shown() is not None)
    assert view.notes.shown() == ()
    assert not view.notes.isHidden()
    view.notes.show_case(None, TODAY)
    assert view.notes.isHidden()
