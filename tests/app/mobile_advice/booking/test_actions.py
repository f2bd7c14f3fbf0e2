"""Requirements of booking: from the first call to the counter, and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from app.access.rules import Role
from app.errors import Conflict, Refused
from app.mobile_advice.advice.calling import note_call
from app.mobile_advice.advice.rules import CallbackDetails
from app.mobile_advice.booking.actions import (
    book_appointment,
    change_appointment,
    move_appointment,
    progress_appointment,
    take_booking_back,
    undo_appointment_steps,
)
from app.mobile_advice.booking.forgetting import are_names_due, forget_names
from app.mobile_advice.booking.queries import (
    AppointmentRow,
    appointment_row,
    appointments_of,
    coming_halts,
    find_slots,
    halt_board,
    to_remind,
    waiting_people,
)
from app.mobile_advice.booking.queries.beginning import begun
from app.mobile_advice.booking.queueing import call_next, call_to, take_number
from app.mobile_advice.booking.reminding import (
    note_reminded,
    take_reminders_back,
)
from app.mobile_advice.booking.rules import Booking, Kind, Source, State, WaitDetails
from app.mobile_advice.booking.waiting import leave_waiting, wait_again, wait_at_stop
from app.office import Office
from db.booking import Appointment
from resources.text import say, use_language
from tests.conftest import NOW
from tests.factories.access import member, restricted
from tests.factories.booking import NINE, TEN, TODAY, TOMORROW, book, halt, visit_home
from tests.factories.clients import add_client
from tests.factories.visits import visit_planned

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from app.office import Act

LOCAL = NOW.astimezone().replace(tzinfo=None)


def row_of(office: Office, key: UUID) -> AppointmentRow:
    """Answer an appointment that is there."""
    row = office.ask(appointment_row, key)
    assert row is not None
    return row


def state(office: Office, key: UUID) -> str:
    """Answer how far an appointment has come."""
    return row_of(office, key).state


def test_a_booking_takes_its_time_and_the_next_free_one_is_offered(office: Office) -> None:
    made = halt(office)
    person = add_client(office)
    key = office.act(
        book_appointment, uuid4(), Booking(made.at(NINE), person, topic="CARE", bring="Bescheid")
    ).value

    row = row_of(office, key)
    assert (row.name, row.stop, row.minutes, row.starts_at) == (
        "Erna Krüger",
        "Garath, Markt",
        20,
        NINE,
    )
    free = office.ask(find_slots, "gar", LOCAL)
    assert (free[0].start, free[0].counter) == (NINE, 2)
    (count,) = office.ask(coming_halts, LOCAL)
    assert (count.booked, count.free) == (1, 11)
    later = datetime.combine(TOMORROW, time(10, 5))
    (count,) = office.ask(coming_halts, later)
    assert (count.free, count.is_over) == (4, False)
    (count,) = office.ask(coming_halts, later.replace(hour=11))
    assert (count.free, count.is_over) == (0, True)
    assert office.ask(appointments_of, person)[0].id == key


def test_the_same_counter_and_the_same_person_are_refused(office: Office) -> None:
    made, other = halt(office), halt(office, name="Benrath")
    person = add_client(office)
    book(office, made.at(NINE), person_id=person)

    with pytest.raises(Refused) as taken:
        book(office, made.at(NINE))
    with pytest.raises(Refused) as busy:
        book(office, other.at(NINE), person_id=person)
    assert taken.value.problems[0].field == busy.value.problems[0].field == "place"
    assert busy.value.problems[0].values["other"] == "09:00 Garath, Markt"


def test_somebody_who_is_visited_at_home_cannot_be_at_the_bus(office: Office) -> None:
    made = halt(office, first=14 * 60, last=16 * 60)
    person = add_client(office)
    visit_planned(office, person, TOMORROW, time(14, 30))

    with pytest.raises(Refused) as busy:
        book(office, made.at(14 * 60 + 40), person_id=person)
    with pytest.raises(Refused):
        visit_home(office, made, person, 14 * 60 + 40)
    assert busy.value.problems[0].values["name"] == "Erna Krüger"


def test_where_a_person_has_no_time_the_next_day_on_which_there_is_some_is_said(
    office: Office,
) -> None:
    made, other = halt(office, last=TEN), halt(office, name="Benrath", last=TEN)
    next_day = halt(office, TOMORROW + timedelta(days=1), name="Eller", last=TEN)
    person = add_client(office)
    book(office, other.at(NINE), person_id=person, minutes=60)
    book(office, next_day.at(NINE), person_id=person)

    with pytest.raises(Refused) as refused:
        book(office, made.at(NINE), person_id=person)
    (problem,) = refused.value.problems
    use_language("de")
    said = say(problem)
    use_language("en")
    assert (problem.values["day"], problem.values["time"]) == (date(2026, 11, 25), "09:20")
    assert "25.11.2026" in said


def test_the_database_itself_keeps_a_counter_for_one(office: Office) -> None:
    made = halt(office)
    book(office, made.at(NINE))

    def twice(act: Act) -> None:
        (row,) = act.session.execute(select(Appointment.__table__)).mappings()
        act.session.execute(insert(Appointment).values(**{**row, "id": uuid4()}))

    with pytest.raises(IntegrityError):
        office.act(twice)


def test_stops_that_cannot_be_booked_are_not_offered(office: Office) -> None:
    permit = halt(office, needs_permit=True, permit_until=TODAY)
    gone = halt(office, name="Eller", is_active=True)
    office.act(_cancel, gone.id)

    with pytest.raises(Refused) as without:
        book(office, permit.at(NINE))
    with pytest.raises(Refused):
        book(office, gone.at(NINE))
    assert "no permit" in without.value.problems[0].message
    assert office.ask(find_slots, "", LOCAL) == ()

    halt(office, TODAY + timedelta(days=7), name="Benrath")
    other = halt(office, TODAY + timedelta(days=9), name="Eller")
    with pytest.raises(Refused) as elsewhere:
        book(office, permit.at(NINE))
    with pytest.raises(Refused) as later:
        book(office, gone.at(NINE))
    found = [one.value.problems[0].values for one in (elsewhere, later)]
    # The same stop on another day comes before another stop.
    assert [(one["day"], one["stop"], one["time"]) for one in found] == [
        (TODAY + timedelta(days=7), "Benrath", "09:00"),
        (TODAY + timedelta(days=9), "Eller", "09:00"),
    ]
    book(office, other.at(NINE))


def _cancel(act: Act, halt_id: UUID) -> None:
    from db.tours import TourHalt  # noqa: PLC0415 - one row

    row = act.session.get(TourHalt, halt_id)
    assert row is not None
    row.state = "cancelled"
    act.touch("tours")


def test_hours_of_the_place_close_the_stop(office: Office) -> None:
    made = halt(office, opens="2 600 720")

    with pytest.raises(Refused) as closed:
        book(office, made.at(NINE))
    book(office, made.at(TEN))
    assert "is closed" in closed.value.problems[0].message
    assert closed.value.problems[0].values["time"] == "10:00"
    assert [slot.start for slot in office.ask(find_slots, "", LOCAL)] == [TEN, TEN + 20, TEN + 40]
    assert office.ask(coming_halts, LOCAL)[0].free == 5


def test_a_move_keeps_the_chain_and_is_undone(office: Office) -> None:
    made = halt(office)
    person = add_client(office)
    key = book(office, made.at(NINE), person_id=person)

    befores = office.act(move_appointment, key, 1, made.at(NINE, 2)).value

    assert state(office, key) == State.MOVED
    moved = row_of(office, key).moved_to_id
    assert moved is not None
    assert row_of(office, moved).counter == 2
    office.act(undo_appointment_steps, befores)
    assert state(office, key) == State.BOOKED
    assert office.ask(appointment_row, moved) is None


def test_a_time_that_was_given_up_and_taken_does_not_come_back(office: Office) -> None:
    made = halt(office, counters=1)
    key = book(office, made.at(NINE))
    before = office.act(progress_appointment, key, 1, State.CANCELLED).value
    book(office, made.at(NINE), "Herr Beispiel")

    with pytest.raises(Refused) as taken:
        office.act(undo_appointment_steps, [before])
    assert taken.value.problems[0].values["time"] == "09:20"


def test_a_morning_at_the_counters(office: Office) -> None:
    made = halt(office, TODAY, first=TEN - 20, last=TEN + 60)
    booked = book(office, made.at(TEN))
    first, second = uuid4(), uuid4()
    assert office.act(take_number, first, made.id, Booking(name="Anna")).value == 1
    assert office.act(take_number, second, made.id, Booking()).value == 2
    assert office.act(take_number, second, made.id, Booking()).value == 2

    office.act(progress_appointment, booked, 1, State.WAITING)
    office.act(call_next, made.id, 1)
    assert state(office, booked) == State.CALLED
    befores = office.act(call_next, made.id, 1).value
    assert (state(office, booked), state(office, first)) == (State.DONE, State.CALLED)
    office.act(call_next, made.id, 2)
    board = office.ask(halt_board, made.id)
    assert board is not None
    called = board.called_at(2)
    assert called is not None
    assert called.id == second
    with pytest.raises(Refused):
        office.act(call_next, made.id, 1)
    office.act(undo_appointment_steps, befores)
    assert (state(office, booked), state(office, first)) == (State.CALLED, State.WAITING)
    with pytest.raises(Refused):
        office.act(call_to, first, 9)


def test_numbers_are_given_on_the_day_alone(office: Office) -> None:
    made = halt(office)

    with pytest.raises(Refused):
        office.act(take_number, uuid4(), made.id, Booking())
    key = book(office, made.at(NINE))
    with pytest.raises(Refused):
        office.act(progress_appointment, key, 1, State.NO_SHOW)


def test_homes_are_visited_one_after_the_other(office: Office) -> None:
    made = halt(office)
    one, other = add_client(office), add_client(office, given_name="Otto")
    key = visit_home(office, made, one, 13 * 60)

    with pytest.raises(Refused) as busy:
        visit_home(office, made, other, 13 * 60 + 30)
    assert busy.value.problems[0].values["time"] == "13:45"
    row = row_of(office, key)
    assert (row.kind, row.minutes, row.where) == (Kind.HOME_VISIT, 45, "Tour Garath, Markt")
    booking = Booking(
        None, one, kind=Kind.HOME_VISIT, tour_day_id=made.tour_day_id, start=780, minutes=60
    )
    office.act(change_appointment, key, 1, booking)
    assert row_of(office, key).minutes == 60


def test_who_waits_first_is_told_first_and_stops_waiting_when_booked(office: Office) -> None:
    made = halt(office)
    person = add_client(office)
    first, second = uuid4(), uuid4()
    office.act(wait_at_stop, first, WaitDetails(made.stop_id, person, wish="mornings"))
    office.act(wait_at_stop, second, WaitDetails(made.stop_id, name="Herr Beispiel"))

    with pytest.raises(Refused):
        office.act(wait_at_stop, uuid4(), WaitDetails(made.stop_id, person))
    rows = office.ask(waiting_people, made.stop_id)
    assert {row.place for row in rows} == {1, 2}
    key = office.act(book_appointment, uuid4(), Booking(made.at(NINE), person), first).value
    assert [row.id for row in office.ask(waiting_people, made.stop_id)] == [second]
    office.act(take_booking_back, key)
    assert len(office.ask(waiting_people, made.stop_id)) == 2
    office.act(leave_waiting, second, 1)
    assert [row.id for row in office.ask(waiting_people)] == [first]
    office.act(wait_again, second)
    assert len(office.ask(waiting_people)) == 2


def test_who_was_rung_is_not_to_be_reminded(office: Office) -> None:
    made = halt(office)
    key = book(office, made.at(NINE))

    assert [row.id for row in office.ask(to_remind, TODAY)] == [key]
    noted = office.act(note_reminded, [key]).value
    assert office.ask(to_remind, TODAY) == ()
    assert len(office.ask(to_remind, TODAY, all_of_them=True)) == 1
    office.act(take_reminders_back, noted)
    assert len(office.ask(to_remind, TODAY)) == 1


def test_names_without_a_card_are_forgotten_after_their_time(office: Office) -> None:
    made = halt(office, TODAY)
    key = book(office, made.at(TEN), phone="0211 1")
    assert office.act(forget_names).value == 0
    office.act(_put_back, key)

    assert office.ask(are_names_due, TODAY)
    assert office.act(forget_names).value == 1
    assert not office.ask(are_names_due, TODAY)
    row = row_of(office, key)
    assert (row.name, row.phone, row.state) == ("", "", State.BOOKED)


def _put_back(act: Act, key: UUID) -> None:
    row = act.session.get(Appointment, key)
    assert row is not None
    row.day = TODAY - timedelta(days=60)
    act.touch("booking")


def test_a_change_by_others_is_seen_and_hidden_people_are_not(office: Office) -> None:

    made = halt(office)
    person = add_client(office)
    key = book(office, made.at(NINE), person_id=person, source=Source.CARD)
    with pytest.raises(Conflict):
        office.act(progress_appointment, key, 7, State.CANCELLED)
    member(office, office.who, Role.ADMINISTRATOR)
    member(office, "Zoe Amt")
    restricted(office, person)
    office.work_as("Zoe Amt")

    assert office.ask(appointment_row, key) is None
    board = office.ask(halt_board, made.id)
    assert board is not None
    assert board.slots == ()
    with pytest.raises(Refused):
        book(office, made.at(NINE), "Herr Beispiel")
    with pytest.raises(Refused):
        office.act(progress_appointment, key, 1, State.CANCELLED)


def test_free_times_are_found_by_stop_day_and_hour(office: Office) -> None:
    halt(office)
    halt(office, TOMORROW + timedelta(days=1), name="Benrath, Schloss", counters=1)

    found = office.ask(find_slots, "", LOCAL)
    assert [(slot.halt.stop, slot.start) for slot in found[:4]] == [
        ("Garath, Markt", NINE),
        ("Garath, Markt", NINE + 20),
        ("Garath, Markt", NINE + 40),
        ("Benrath, Schloss", NINE),
    ]
    by_words = office.ask(find_slots, "schl 10", LOCAL)
    assert {(slot.halt.stop, slot.start) for slot in by_words} == {
        ("Benrath, Schloss", start) for start in (600, 620, 640)
    }
    assert {slot.halt.stop for slot in office.ask(find_slots, "25.11.", LOCAL)} == {
        "Benrath, Schloss"
    }
    assert office.ask(find_slots, "nowhere", LOCAL) == ()


def test_a_call_of_somebody_hidden_begins_no_appointment(office: Office, engine: Engine) -> None:
    person, call = add_client(office), uuid4()
    office.act(note_call, call, CallbackDetails("", "0211 4710123", person, "Wohngeld"))
    booking, name = office.ask(begun, None, None, call)
    assert (booking.person_id, booking.note, name) == (person, "Wohngeld", "Erna Krüger")

    member(office, office.who, Role.ADMINISTRATOR)
    member(office, "Karin Vogt")
    restricted(office, person)
    other = Office(engine, who="Karin Vogt", clock=lambda: NOW)

    assert other.ask(begun, None, None, call) == (Booking(source=Source.PHONE), "")


def test_changing_words_keeps_the_time(office: Office) -> None:
    made = halt(office)
    key = book(office, made.at(NINE))
    booking = Booking(made.at(NINE), name="Frau Muster", note="Rollator")

    office.act(change_appointment, key, 1, booking)
    office.act(change_appointment, key, 2, replace(booking, place=made.at(TEN)))

    row = row_of(office, key)
    assert (row.note, row.starts_at) == ("Rollator", TEN)


def test_nobody_who_died_is_booked(office: Office) -> None:
    made = halt(office)
    person = add_client(office, status="deceased", status_from=TODAY)

    with pytest.raises(Refused) as died:
        book(office, made.at(NINE), person_id=person)
    assert died.value.problems[0].field == "person_id"
