"""Booking in a shared office: two desks never give one time away twice, seen or not."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.errors import Refused
from app.mobile_advice.booking.actions import JUST_TAKEN, book_appointment, progress_appointment
from app.mobile_advice.booking.queries import find_slots, halt_board, to_remind
from app.mobile_advice.booking.queueing import call_next, take_number
from app.mobile_advice.booking.rules import Booking, State
from app.mobile_advice.mediators.queries import late_requests, list_requests, suggestions
from tests.conftest import NOW
from tests.factories.access import restricted
from tests.factories.booking import (
    NINE,
    TEN,
    TODAY,
    add_mediator,
    add_pool,
    book,
    halt,
    request_mediator,
)
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from tests.server.shared import SharedOffice

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
    assert len(karin.ask(to_remind, TODAY)) == 0


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
    request_mediator(office, pool_id=pool)
    with pytest.raises(Refused):
        request_mediator(office, mediator_id=samira)
    rows = office.ask(list_requests)
    assert asked in {row.id for row in rows}
    assert office.ask(suggestions, rows[0].as_details())
    assert len(office.ask(late_requests, TODAY)) == 2
