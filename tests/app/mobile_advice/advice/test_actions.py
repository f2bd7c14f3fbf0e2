"""Requirements of recording advice, of the tally and of the phone line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.errors import Conflict, Refused
from app.mobile_advice.advice.actions import record_advice, remove_advice, save_advice
from app.mobile_advice.advice.calling import (
    close_call,
    miss_call,
    note_call,
    reopen_call,
)
from app.mobile_advice.advice.queries import (
    CallList,
    call_card,
    contact_card,
    contact_of_appointment,
    contact_of_call,
    contacts_of,
    list_calls,
    list_contacts,
    tally_sheet,
)
from app.mobile_advice.advice.rows import ContactRow
from app.mobile_advice.advice.rules import (
    CallbackDetails,
    CallbackState,
    ContactDetails,
    TallyMark,
)
from app.mobile_advice.advice.tallying import count_advice, uncount_advice
from app.mobile_advice.booking.rules import State
from db.advice import AdviceContact
from db.booking import Appointment
from db.consent import Disclosure
from db.people import Person
from db.tasks import Task
from tests.factories.advice import all_rows
from tests.factories.booking import TODAY, book, halt
from tests.factories.clients import add_client
from tests.factories.consent import passing_on
from tests.factories.consent import record as record_consent

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Office

PLAIN = ContactDetails(TODAY, topics=("housing", "care"))


def record(office: Office, details: ContactDetails = PLAIN) -> UUID:
    """Record a contact."""
    key = uuid4()
    office.act(record_advice, key, details, "Follow up")
    return key


def test_a_contact_is_about_nobody_and_recorded_once(office: Office) -> None:
    key = record(office)
    office.act(record_advice, key, PLAIN)
    (row,) = office.ask(list_contacts, TODAY, TODAY)
    assert isinstance(row, ContactRow)
    assert row.as_details() == replace(PLAIN, topics=("care", "housing"))
    assert (row.id, row.person_id, row.topics, row.who) == (
        key, None, ("care", "housing"), "Anna Beispiel"
    )  # fmt: skip


def test_a_contact_with_a_person_says_that_the_person_was_reached(office: Office) -> None:
    person = add_client(office)
    key = record(office, replace(PLAIN, person_id=person))
    assert [row.id for row in office.ask(contacts_of, person)] == [key]
    (card,) = [row for row in all_rows(office, Person) if row.id == person]
    assert card.last_contact == TODAY
    office.act(remove_advice, key, 1)
    (card,) = [row for row in all_rows(office, Person) if row.id == person]
    assert card.last_contact is None


def test_data_of_a_named_person_go_on_only_with_consent(office: Office) -> None:
    person = add_client(office)
    sent = replace(PLAIN, person_id=person, target="Pflegebüro", with_data=True)
    with pytest.raises(Refused) as refused:
        record(office, sent)
    assert [problem.field for problem in refused.value.problems] == ["with_data"]
    assert all_rows(office, AdviceContact) == []
    record_consent(office, person, passing_on("Pflegebüro"))
    key = record(office, sent)
    (disclosure,) = all_rows(office, Disclosure)
    assert (disclosure.basis, disclosure.recipient) == ("consent", "Pflegebüro")
    card = office.ask(contact_card, key)
    assert card is not None
    assert [(one.target, one.with_data) for one in card.referrals] == [("Pflegebüro", True)]
    with pytest.raises(Refused):
        office.act(remove_advice, key)


def test_data_go_on_without_consent_on_a_basis_that_is_kept(office: Office) -> None:
    person = add_client(office)
    sent = replace(PLAIN, person_id=person, target="Pflegebüro", with_data=True)
    with pytest.raises(Refused) as refused:
        record(office, replace(sent, override_reason="short"))
    assert [problem.field for problem in refused.value.problems] == ["override_reason"]
    record(office, replace(sent, override_reason="§ 69 SGB X, danger to life"))
    (disclosure,) = all_rows(office, Disclosure)
    assert (disclosure.basis, disclosure.consent_id) == ("override", None)


def test_only_an_address_is_given_without_anything_being_passed_on(office: Office) -> None:
    key = record(office, replace(PLAIN, target="Pflegebüro"))
    card = office.ask(contact_card, key)
    assert card is not None
    assert [one.with_data for one in card.referrals] == [False]
    assert all_rows(office, Disclosure) == []


def test_a_follow_up_becomes_a_task_that_follows_its_day(office: Office) -> None:
    day = date(2026, 11, 30)
    key = record(office, replace(PLAIN, follow_up_on=day))
    (task,) = all_rows(office, Task)
    assert (task.title, task.due_on, task.origin_id) == ("Follow up", day, key)
    later = replace(PLAIN, follow_up_on=date(2026, 12, 2))
    office.act(save_advice, key, 1, later)
    (task,) = all_rows(office, Task)
    assert task.due_on == date(2026, 12, 2)
    office.act(save_advice, key, 2, PLAIN)
    (task,) = all_rows(office, Task)
    assert task.state == "dropped"
    with pytest.raises(Conflict):
        office.act(save_advice, key, 1, PLAIN)


def test_the_record_of_an_appointment_is_prefilled_and_settles_it(office: Office) -> None:
    place = halt(office, TODAY)
    person = add_client(office)
    appointment = book(office, place.at(660 - 20), person_id=person)
    begun = office.ask(contact_of_appointment, appointment)
    assert begun is not None
    assert (begun.details.person_id, begun.details.tour_halt_id) == (person, place.id)
    assert begun.details.stop_id == place.stop_id
    record(office, replace(begun.details, topics=("care",)))
    (row,) = all_rows(office, Appointment)
    assert row.state == State.DONE
    again = office.ask(contact_of_appointment, appointment)
    assert again is not None
    assert again.contact_id is not None


def test_each_stroke_of_the_tally_is_a_contact_that_can_be_taken_back(office: Office) -> None:
    first, second = sorted((uuid4(), uuid4()))
    mark = TallyMark("housing", "70_79")
    for key in (first, first, second):
        office.act(count_advice, key, mark)
    assert [stroke.id for stroke in office.ask(tally_sheet, TODAY).strokes] == [first, second]
    office.act(uncount_advice, second)
    office.act(uncount_advice, second)
    assert [stroke.id for stroke in office.ask(tally_sheet, TODAY).strokes] == [first]
    with pytest.raises(Refused):
        office.act(count_advice, uuid4(), TallyMark("nonsense"))


def test_the_tally_takes_no_recorded_contact_back(office: Office) -> None:
    key = record(office)
    office.act(uncount_advice, key)
    assert len(all_rows(office, AdviceContact)) == 1


def test_who_is_not_reached_is_tried_again_and_settled_by_the_record(office: Office) -> None:
    call = uuid4()
    details = CallbackDetails("Frau Kaya", "0211 4710-1", wish="Wohngeld", topic="housing")
    office.act(note_call, call, details)
    office.act(miss_call, call, 1, "Nobody in")
    (row,) = office.ask(list_calls, CallList.OPEN, TODAY)
    assert (row.attempts, row.next_on, row.note) == (1, date(2026, 11, 24), "Nobody in")
    assert office.ask(list_calls, CallList.DUE, TODAY) == ()
    begun = office.ask(contact_of_call, call, TODAY)
    assert begun is not None
    assert (begun.details.kind, begun.details.topics) == ("phone", ("housing",))
    key = uuid4()
    office.act(record_advice, key, begun.details, "", call)
    settled = office.ask(call_card, call)
    assert settled is not None
    assert (settled.state, settled.attempts, settled.contact_id) == (CallbackState.DONE, 2, key)
    with pytest.raises(Refused):
        office.act(close_call, call, settled.version, is_reached=False)
    office.act(reopen_call, call)
    (row,) = office.ask(list_calls, CallList.DUE, TODAY)
    assert row.state == CallbackState.OPEN
