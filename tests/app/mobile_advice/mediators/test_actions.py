"""Requirements of requests for mediators, from asking to settling."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.errors import Refused
from app.mobile_advice.booking.queries import appointment_row
from app.mobile_advice.mediators.actions import (
    answer_mediator_request,
    note_pool_asked,
    save_mediator_request,
    settle_mediation,
    take_mediator_request_back,
    undo_mediator_step,
)
from app.mobile_advice.mediators.pooling import add_known_pools, switch_pool
from app.mobile_advice.mediators.queries import (
    RequestList,
    RequestRow,
    late_requests,
    list_pools,
    list_requests,
    request_row,
    request_to_edit,
    suggestions,
)
from app.mobile_advice.mediators.rules import RequestState, Settling
from tests.factories.booking import (
    ELEVEN,
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
    from uuid import UUID

    from app.office import Office

THURSDAY = date(2026, 11, 26)


def row_of(office: Office, key: UUID) -> RequestRow:
    """Answer a request that is there."""
    row = office.ask(request_row, key)
    assert row is not None
    return row


def test_a_mediator_interprets_in_one_place_at_a_time(office: Office) -> None:
    samira, leila = add_mediator(office), add_mediator(office, "Leila Nasser")
    key = request_mediator(office, mediator_id=samira)

    with pytest.raises(Refused) as busy:
        request_mediator(office, mediator_id=samira, from_time=TEN + 30, until_time=ELEVEN + 30)
    assert busy.value.problems[0].field == "mediator_id"
    assert busy.value.problems[0].values["other"] == "Leila Nasser"
    declined = office.act(answer_mediator_request, key, 1, RequestState.DECLINED, "Is ill").value
    other = request_mediator(office, mediator_id=samira)
    with pytest.raises(Refused):
        office.act(undo_mediator_step, declined)
    ranked = office.ask(suggestions, row_of(office, other).as_details())
    assert [one.mediator.id for one in ranked if one.is_possible] == [leila]


def test_a_request_goes_from_asking_to_its_fee(office: Office) -> None:
    pool, person = add_pool(office), add_client(office)
    key = request_mediator(office, pool_id=pool, person_id=person)
    office.act(note_pool_asked, key, 1)
    office.act(answer_mediator_request, key, 2, RequestState.CONFIRMED)

    with pytest.raises(Refused):
        office.act(settle_mediation, key, 3, Settling(120, 4500))
    row = row_of(office, key)
    assert (row.who, row.person, row.asked_on) == ("Pool A", "Erna Krüger", TODAY)
    assert [one.id for one in office.ask(list_requests, typed="krü")] == [key]
    assert office.ask(list_requests, RequestList.PAST) == ()
    today = request_mediator(
        office, mediator_id=None, day=TODAY, from_time=ELEVEN, until_time=ELEVEN + 60
    )
    with pytest.raises(Refused) as nobody:
        office.act(answer_mediator_request, today, 1, RequestState.CONFIRMED)
    assert nobody.value.problems[0].field == "mediator_id"


def test_kilometres_and_fee_are_noted_and_undone(office: Office) -> None:
    quick = add_pool(office, lead_days=0)
    key = request_mediator(office, pool_id=quick, day=TODAY)
    office.act(answer_mediator_request, key, 1, RequestState.CONFIRMED)

    before = office.act(settle_mediation, key, 2, Settling(125, 4500)).value

    row = row_of(office, key)
    assert (row.state, row.kilometres, row.fee, row.currency) == ("done", 125, 4500, "EUR")
    office.act(undo_mediator_step, before)
    assert (row_of(office, key).state, row_of(office, key).fee) == ("confirmed", None)


def test_what_was_asked_in_time_may_be_changed_later(office: Office) -> None:
    pool = add_pool(office)
    key = request_mediator(office, pool_id=pool)
    details = row_of(office, key).as_details()

    office.act(save_mediator_request, key, 1, replace(details, subject="Care"))
    with pytest.raises(Refused) as soon:
        office.act(save_mediator_request, key, 2, replace(details, day=date(2026, 11, 25)))
    assert soon.value.problems[0].field == "day"
    assert soon.value.problems[0].values["day"] == THURSDAY


def test_somebody_else_who_is_asked_has_said_nothing_yet(office: Office) -> None:
    samira, pool = add_mediator(office), add_pool(office)
    key = request_mediator(office, mediator_id=samira)
    office.act(answer_mediator_request, key, 1, RequestState.CONFIRMED)
    details = row_of(office, key).as_details()

    office.act(save_mediator_request, key, 2, replace(details, mediator_id=None, pool_id=pool))

    assert row_of(office, key).state == RequestState.REQUESTED


def test_an_appointment_knows_who_interprets(office: Office) -> None:
    made = halt(office, THURSDAY)
    person = add_client(office)
    appointment = book(office, made.at(NINE), person_id=person, language="ar")

    begun = office.ask(request_to_edit, TODAY, appointment_id=appointment)

    assert begun is not None
    assert (begun.details.day, begun.details.from_time, begun.details.place) == (
        THURSDAY,
        NINE,
        "Garath, Markt",
    )
    details = replace(begun.details, subject="Pension", requester="Own office")
    key = office.act(save_mediator_request, uuid4(), 0, details).value
    row = office.ask(appointment_row, appointment)
    assert row is not None
    assert (row.request_id, row.request_state) == (key, "requested")
    office.act(take_mediator_request_back, key)
    row = office.ask(appointment_row, appointment)
    assert row is not None
    assert row.request_id is None


def test_my_day_is_told_of_what_nobody_answered_before_it_is_too_late(office: Office) -> None:
    pool = add_pool(office)
    key = request_mediator(office, pool_id=pool)
    far = request_mediator(office, pool_id=pool, day=date(2026, 12, 17))

    (late,) = office.ask(late_requests, TODAY)

    assert (late.id, late.last_day) == (key, TODAY)
    assert far in {row.id for row in office.ask(list_requests)}
    office.act(answer_mediator_request, key, 1, RequestState.CONFIRMED)
    assert office.ask(late_requests, TODAY) == ()


def test_known_pools_are_added_once_and_can_be_left_out(office: Office) -> None:
    assert office.act(add_known_pools).value == 2
    assert office.act(add_known_pools).value == 0
    row = office.ask(list_pools)[0]

    office.act(switch_pool, row.id, row.version, is_active=False)

    with pytest.raises(Refused):
        request_mediator(office, pool_id=row.id)
