"""Requirements of the day of the last contact: one definition over visits, notes and cards."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import select

from app.clients.actions import save_client
from app.journal.actions import correct_note, take_back_note
from app.journal.rules import Access, Medium
from app.linking.actions import link_people, undo_link
from app.linking.rules import Linking
from app.mobile_advice.booking.actions import (
    change_appointment,
    progress_appointment,
    step,
    take_booking_back,
    undo_appointment_steps,
)
from app.mobile_advice.booking.queueing import call_next, take_number
from app.mobile_advice.booking.rules import Booking, State
from app.visiting.actions import record_visit, reopen_visit
from app.visiting.rules import NotHeldReason, VisitRecord
from db.booking import Appointment
from db.people import Person
from tests.factories.booking import ELEVEN, book, halt
from tests.factories.clients import add_client, client_details
from tests.factories.journal import note_entry, note_written
from tests.factories.visits import MONDAY, visit_planned

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Act, Office

FRIDAY = MONDAY - timedelta(days=3)


def day_of(connection: Connection, person: UUID) -> date | None:
    """Answer what the card says."""
    found = select(Person.last_contact).where(Person.id == person)
    return connection.execute(found).scalar_one()


def noon(day: date) -> datetime:
    """Answer noon of a day."""
    return datetime.combine(day, time(12))


def test_nobody_was_reached_by_a_plan_or_a_remark(office: Office) -> None:
    person = add_client(office)
    visit_planned(office, person)
    note_written(office, person)
    note_written(office, person, medium=Medium.PHONE, reached=False)
    assert office.ask(day_of, person) is None


def test_a_held_visit_is_a_contact_until_it_is_taken_back(office: Office) -> None:
    person = add_client(office)
    visit = visit_planned(office, person, FRIDAY)
    record = VisitRecord(held=True, start=time(14), end=time(15))
    saved = office.act(record_visit, visit, 1, record).value
    assert office.ask(day_of, person) == FRIDAY
    saved = office.act(reopen_visit, visit, saved.version).value
    assert office.ask(day_of, person) is None
    nobody = VisitRecord(held=False, reason=NotHeldReason.NO_ONE_OPENED)
    office.act(record_visit, visit, saved.version, nobody)
    assert office.ask(day_of, person) is None


def test_a_note_that_says_so_is_a_contact_of_everyone_it_is_about(office: Office) -> None:
    erna, karl = add_client(office), add_client(office, given_name="Karl")
    note_written(office, erna, karl, happened_at=noon(FRIDAY), reached=True)
    assert office.ask(day_of, erna) == office.ask(day_of, karl) == FRIDAY


def test_the_newest_contact_counts_whoever_may_read_of_it(office: Office) -> None:
    person = add_client(office)
    note_written(office, person, reached=True, access=Access.OWN)
    note_written(office, person, happened_at=noon(FRIDAY), reached=True)
    assert office.ask(day_of, person) == MONDAY


def test_the_day_follows_corrections_and_undo(office: Office) -> None:
    erna, karl = add_client(office), add_client(office, given_name="Karl")
    note_id = note_written(office, erna, karl, happened_at=noon(FRIDAY), reached=True)
    slip = note_written(office, erna, reached=True)
    assert office.ask(day_of, erna) == MONDAY
    office.act(take_back_note, slip)
    assert office.ask(day_of, erna) == FRIDAY
    of_erna_alone = note_entry(erna, reached=True)
    office.act(correct_note, note_id, 1, of_erna_alone)
    assert (office.ask(day_of, erna), office.ask(day_of, karl)) == (FRIDAY, None)
    office.act(correct_note, note_id, 2, note_entry(erna, reached=False))
    assert office.ask(day_of, erna) is None


def test_whoever_was_advised_without_a_record_was_reached_until_that_is_undone(
    office: Office,
) -> None:
    made, person = halt(office, MONDAY), add_client(office)
    booked = book(office, made.at(ELEVEN - 20), person_id=person)
    assert office.ask(day_of, person) is None, "a plan reaches nobody"
    absent = office.act(progress_appointment, booked, 1, State.NO_SHOW).value
    assert office.ask(day_of, person) is None
    office.act(undo_appointment_steps, (absent,))
    came = office.act(progress_appointment, booked, absent.version + 1, State.DONE).value
    assert office.ask(day_of, person) == MONDAY
    office.act(undo_appointment_steps, (came,))
    assert office.ask(day_of, person) is None


def test_a_newer_contact_stays_when_an_older_advice_is_noted(office: Office) -> None:
    person = add_client(office)
    _advised_on_friday(office, person)
    assert office.ask(day_of, person) == FRIDAY
    note_written(office, person, reached=True)
    assert office.ask(day_of, person) == MONDAY


def test_whose_number_was_called_follows_a_correction(office: Office) -> None:
    made, erna, karl = halt(office, MONDAY), add_client(office), add_client(office)
    number = uuid4()
    office.act(take_number, number, made.id, Booking(person_id=erna))
    office.act(call_next, made.id, 1)
    assert office.ask(day_of, erna) is None, "called, and not advised yet"
    office.act(take_number, uuid4(), made.id, Booking())
    office.act(call_next, made.id, 1)
    assert office.ask(day_of, erna) == MONDAY
    office.act(_change, number, Booking(person_id=karl))
    assert (office.ask(day_of, erna), office.ask(day_of, karl)) == (None, MONDAY)
    office.act(take_booking_back, number)
    assert office.ask(day_of, karl) is None


def test_linked_cards_share_advice_without_a_record(office: Office) -> None:
    one, other = add_client(office), add_client(office)
    _advised_on_friday(office, one)
    link = office.act(link_people, uuid4(), Linking(other, one)).value
    assert office.ask(day_of, other) == FRIDAY
    office.act(undo_link, link)
    assert office.ask(day_of, other) is None


def _advised_on_friday(office: Office, person: UUID) -> None:
    made = halt(office, MONDAY)
    booked = book(office, made.at(ELEVEN - 20), person_id=person)
    office.act(_hold_on, booked, FRIDAY)


def _hold_on(act: Act, appointment_id: UUID, day: date) -> None:
    row = act.session.get_one(Appointment, appointment_id)
    row.day = day
    step(act, row, State.DONE)


def _change(act: Act, appointment_id: UUID, booking: Booking) -> None:
    version = act.session.get_one(Appointment, appointment_id).version
    change_appointment(act, appointment_id, version, booking)


def test_linked_cards_share_their_last_contact_and_part_with_their_own(office: Office) -> None:
    one, other = add_client(office), add_client(office)
    note_written(office, one, happened_at=noon(FRIDAY), reached=True)
    link = office.act(link_people, uuid4(), Linking(other, one)).value
    assert office.ask(day_of, one) == office.ask(day_of, other) == FRIDAY
    note_written(office, other, reached=True)
    assert office.ask(day_of, one) == office.ask(day_of, other) == MONDAY
    office.act(undo_link, link)
    assert (office.ask(day_of, one), office.ask(day_of, other)) == (FRIDAY, MONDAY)


def test_a_contact_is_no_change_of_the_card_that_someone_is_typing_in(office: Office) -> None:
    person = add_client(office)
    note_written(office, person, reached=True)
    office.act(save_client, person, 1, client_details(hint="Ring twice"))
    assert office.ask(day_of, person) == MONDAY
