"""Booking in a shared office: two desks never give one time away twice, seen or not."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from sqlalchemy import insert, select, text

from app.clients.contact import recount_contact
from app.errors import Refused
from app.mobile_advice.booking.actions import (
    JUST_TAKEN,
    book_appointment,
    move_appointment,
    progress_appointment,
)
from app.mobile_advice.booking.queries import find_slots, halt_board, to_remind
from app.mobile_advice.booking.queueing import call_next, take_number
from app.mobile_advice.booking.rules import Booking, State
from app.mobile_advice.mediators.actions import MEDIATOR_JUST_TAKEN
from app.mobile_advice.mediators.queries import late_requests, list_requests, suggestions
from db.booking import Appointment
from db.people import Person
from tests.conftest import NOW
from tests.factories.access import restricted
from tests.factories.booking import (
    NINE,
    TEN,
    TODAY,
    TOMORROW,
    MadeHalt,
    add_mediator,
    add_pool,
    book,
    halt,
    request_mediator,
)
from tests.factories.clients import add_client
from tests.factories.tours import mate, tour, weekly
from tests.factories.visits import visit_planned

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Act
    from tests.server.shared import SharedOffice

_WAITS = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
LOCAL = NOW.astimezone().replace(tzinfo=None)


def test_a_time_of_somebody_hidden_is_refused_without_a_word_about_whom(
    debian: SharedOffice,
) -> None:
    anna, karin = debian.office("Anna Beispiel"), debian.office("Karin Vogt")
    made = halt(anna)
    person = add_client(anna)
    book(anna, made.at(NINE), person_id=person)
    with pytest.raises(Refused) as seen:
        book(karin, made.at(NINE))
    restricted(anna, person)

    board = karin.ask(halt_board, made.id)
    assert board is not None
    assert board.slots == ()
    with pytest.raises(Refused) as hidden:
        book(karin, made.at(NINE))
    assert seen.value.problems[0].values["time"] == "09:00"
    assert hidden.value.problems[0].message == JUST_TAKEN
    assert made.id not in {row.halt_id for row in karin.ask(to_remind, TODAY)}


def test_a_morning_and_a_mediator_work_on_a_server(debian: SharedOffice) -> None:
    office = debian.office("Karin Vogt")
    made = halt(office, TODAY, first=TEN, last=TEN + 60)
    key, number = uuid4(), uuid4()
    first = office.ask(find_slots, "gar 10", LOCAL)[0]
    office.act(book_appointment, key, Booking(first.place, name="Frau Muster"))
    office.act(take_number, number, made.id, Booking())
    office.act(progress_appointment, key, 1, State.WAITING)
    office.act(call_next, made.id, first.counter)

    samira, pool = add_mediator(office), add_pool(office)
    asked = request_mediator(office, mediator_id=samira)
    other = request_mediator(office, pool_id=pool)
    with pytest.raises(Refused):
        request_mediator(office, mediator_id=samira)
    rows = office.ask(list_requests)
    assert asked in {row.id for row in rows}
    assert office.ask(suggestions, rows[0].as_details())
    assert {asked, other} <= {late.request.id for late in office.ask(late_requests, TODAY)}


def test_a_volunteer_who_sees_no_appointments_forgets_none(debian: SharedOffice) -> None:
    karin, bent = debian.office("Karin Vogt"), debian.office("Bent Holm")
    made, person = halt(karin, TODAY), add_client(karin)
    visit_planned(karin, person, TOMORROW, visitor="Bent Holm")
    key = book(karin, made.at(NINE + 100), person_id=person)
    karin.act(progress_appointment, key, 1, State.DONE)
    assert bent.ask(_appointments, person) == 0
    bent.act(recount_contact, person)
    assert karin.ask(_last_contact, person) == TODAY


def _appointments(connection: Connection, person: UUID) -> int:
    return len(connection.execute(select(Appointment.id).filter_by(person_id=person)).all())


def _last_contact(connection: Connection, person: UUID) -> date | None:
    return connection.execute(select(Person.last_contact).filter_by(id=person)).scalar_one()


def test_a_person_whose_other_card_is_hidden_is_not_booked_twice(debian: SharedOffice) -> None:
    anna, karin = debian.office("Anna Beispiel"), debian.office("Karin Vogt")
    here, there = halt(anna), halt(anna, name="Benrath")
    one, other = add_client(anna), add_client(anna)
    book(anna, here.at(NINE), person_id=other, minutes=40)
    restricted(anna, other)
    anna.act(_link, one, other)

    with pytest.raises(Refused) as refused:
        book(karin, there.at(NINE + 20), person_id=one)
    assert refused.value.problems[0].message == JUST_TAKEN
    book(karin, there.at(NINE + 40), person_id=one)


def test_a_long_hidden_appointment_holds_its_whole_time(debian: SharedOffice) -> None:
    anna, karin = debian.office("Anna Beispiel"), debian.office("Karin Vogt")
    made, person = halt(anna), add_client(anna)
    book(anna, made.at(NINE), person_id=person, minutes=40)
    key = book(karin, made.at(NINE, 2))
    restricted(anna, person)

    with pytest.raises(Refused):
        book(karin, made.at(NINE + 20))
    with pytest.raises(Refused):
        karin.act(move_appointment, key, 1, made.at(NINE + 20))
    karin.act(move_appointment, key, 1, made.at(NINE + 40))


def test_a_mediator_engaged_for_somebody_hidden_is_not_asked_twice(debian: SharedOffice) -> None:
    anna, karin = debian.office("Anna Beispiel"), debian.office("Karin Vogt")
    samira, person = add_mediator(anna, "Samira Aziz"), add_client(anna)
    request_mediator(anna, mediator_id=samira, person_id=person)
    restricted(anna, person)

    with pytest.raises(Refused) as refused:
        request_mediator(karin, mediator_id=samira, from_time=TEN + 30, until_time=TEN + 90)
    assert refused.value.problems[0].message == MEDIATOR_JUST_TAKEN
    request_mediator(karin, mediator_id=samira, from_time=TEN + 60, until_time=TEN + 90)


def test_who_is_on_board_is_not_asked_elsewhere_at_another_desk(debian: SharedOffice) -> None:
    anna, karin = debian.office("Anna Beispiel"), debian.office("Karin Vogt")
    samira = add_mediator(anna, "Samira Bord")
    crew = (mate("Samira Bord", "mediator", samira),)
    tour(anna, name="Bord", rhythms=(weekly(4),), crew=crew)

    with pytest.raises(Refused) as refused:
        request_mediator(karin, mediator_id=samira)
    assert refused.value.problems[0].field == "mediator_id"
    request_mediator(karin, mediator_id=samira, from_time=TEN + 120, until_time=TEN + 180)


def test_two_desks_that_book_one_person_in_the_same_second_book_once(
    debian: SharedOffice,
) -> None:
    anna, karin = debian.office("Anna Beispiel"), debian.office("Karin Vogt")
    here, there = halt(anna, name="Hassels"), halt(anna, name="Holthausen")
    person = add_client(anna)

    # What the first wrote is not seen yet; the server lets the second wait, and then says no.
    with debian.engine("Anna Beispiel").begin() as first, ThreadPoolExecutor(1) as desk:
        first.execute(insert(Appointment).values(_row(here, person)))
        second = desk.submit(book, karin, there.at(NINE + 20), person_id=person)
        with debian.owner.connect() as watch:
            while not watch.execute(_WAITS).scalar_one():
                assert not second.done()
        first.commit()
    with pytest.raises(Refused):
        second.result()


def _link(act: Act, one: UUID, other: UUID) -> None:
    card = act.session.get_one(Person, other)
    card.linked_to = one
    act.touch("clients", other)


def _row(made: MadeHalt, person: UUID) -> dict[str, Any]:
    return {
        "id": uuid4(),
        "version": 1,
        "tour_halt_id": made.id,
        "tour_day_id": made.tour_day_id,
        "day": TOMORROW,
        "starts_at": NINE,
        "minutes": 40,
        "counter": 1,
        "person_id": person,
        "kind": "booked",
        "state": "booked",
        "source": "stop",
        "booked_by": "Anna Beispiel",
        "booked_at": NOW,
    }
