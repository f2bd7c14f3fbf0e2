"""A status that cancels appointments frees the mediators who were asked for them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pytest

from app.tasks.queries import tasks_from
from db.booking import Appointment, InterpreterRequest
from tests.app.clients.test_people import TODAY
from tests.app.status.saving import save
from tests.factories.booking import TEN, MadeHalt, add_mediator, book, halt, request_mediator
from tests.factories.clients import add_client
from tests.factories.linking import link

if TYPE_CHECKING:
    from typing import Any
    from uuid import UUID

    from app.office import Act, Office

THURSDAY = date(2026, 11, 26)


class Asked(NamedTuple):
    """Somebody with an appointment for which Samira was asked."""

    person: UUID
    made: MadeHalt
    request: UUID


@pytest.fixture
def asked(office: Office) -> Asked:
    person, made = add_client(office), halt(office, THURSDAY)
    appointment = book(office, made.at(TEN), person_id=person)
    mediator = add_mediator(office)
    request = request_mediator(office, appointment_id=appointment, mediator_id=mediator)
    return Asked(person, made, request)


def _state(act: Act, request_id: UUID) -> str:
    return act.session.get_one(InterpreterRequest, request_id).state


def state_of(office: Office, asked: Asked) -> str:
    """Answer how far the request has come."""
    return office.act(_state, asked.request).value


@pytest.mark.parametrize("own", [False, True], ids=["card", "card with own fields"])
def test_a_status_that_cancels_an_appointment_frees_its_mediator(
    office: Office, asked: Asked, *, own: bool
) -> None:
    save(office, asked.person, own=own, status="deceased", status_from=TODAY, cancels_visits=True)
    assert state_of(office, asked) == "cancelled"
    (task,) = office.ask(tasks_from, "tours", asked.made.tour_day_id)
    assert task.title == "Tell Housing office that no mediator is needed on 26.11.2026"


def test_a_status_on_a_linked_card_frees_the_mediator_of_the_other(
    office: Office, asked: Asked
) -> None:
    other = add_client(office, given_name="Ernestine")
    link(office, other, asked.person)
    save(office, other, status="deceased", status_from=TODAY, cancels_visits=True)
    assert state_of(office, asked) == "cancelled"


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "deceased", "status_from": TODAY, "cancels_visits": False},
        {"status": "moved", "status_from": TODAY, "cancels_visits": True},
        {"hint": "Rings twice"},
    ],
    ids=["kept", "comes to the stop", "no status"],
)
def test_a_mediator_stays_with_an_appointment_that_stays(
    office: Office, asked: Asked, changes: dict[str, Any]
) -> None:
    save(office, asked.person, **changes)
    assert state_of(office, asked) == "requested"
    assert office.ask(tasks_from, "tours", asked.made.tour_day_id) == ()


def test_what_was_cancelled_before_is_left_as_it_is(office: Office, asked: Asked) -> None:
    office.act(_give_up, asked.person)
    save(office, asked.person, status="deceased", status_from=TODAY, cancels_visits=True)
    assert state_of(office, asked) == "requested", "somebody kept the mediator on purpose"


def _give_up(act: Act, person: UUID) -> None:
    (row,) = act.session.query(Appointment).filter_by(person_id=person)
    row.state = "cancelled"
    act.touch("booking", row.id)
