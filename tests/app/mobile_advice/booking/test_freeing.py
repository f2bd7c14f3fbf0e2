"""A mediator of a single appointment that is cancelled is freed, as with a whole day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pytest

from app.mobile_advice.booking.actions import (
    Before,
    progress_appointment,
    undo_appointment_steps,
)
from app.mobile_advice.booking.rules import State
from app.mobile_advice.mediators.queries import list_requests
from app.mobile_advice.tours.queries import day_card
from app.tasks.actions import finish_task
from app.tasks.queries import task_details
from db.booking import Appointment, InterpreterRequest
from tests.factories.booking import (
    NINE,
    TEN,
    MadeHalt,
    add_mediator,
    book,
    halt,
    request_mediator,
)

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act, Office
    from app.tasks.rows import TaskRow

THURSDAY = date(2026, 11, 26)


class Asked(NamedTuple):
    """A halt with an appointment, and the request for its mediator."""

    made: MadeHalt
    mediator: UUID
    request: UUID
    appointment: UUID


@pytest.fixture
def asked(office: Office) -> Asked:
    """Book somebody on Thursday, and ask Samira to interpret."""
    made = halt(office, THURSDAY)
    mediator = add_mediator(office)
    appointment = book(office, made.at(TEN))
    request = request_mediator(office, appointment_id=appointment, mediator_id=mediator)
    return Asked(made, mediator, request, appointment)


def cancel(office: Office, asked: Asked, to: State = State.CANCELLED) -> Before:
    """Let the appointment be cancelled by hand."""
    version = office.act(_version, asked.appointment).value
    return office.act(progress_appointment, asked.appointment, version, to).value


def _version(act: Act, appointment_id: UUID) -> int:
    return act.session.get_one(Appointment, appointment_id).version


def request_of(office: Office, asked: Asked) -> tuple[str, str]:
    """Answer state and reason of the request, also of one that is closed."""
    return office.act(_request, asked.request).value


def _request(act: Act, request_id: UUID) -> tuple[str, str]:
    row = act.session.get_one(InterpreterRequest, request_id)
    return row.state, row.reason


def to_tell(office: Office, asked: Asked) -> tuple[TaskRow, ...]:
    """Answer what the day of the tour says is still to be told."""
    card = office.ask(day_card, asked.made.tour_day_id)
    assert card is not None
    return card.to_tell


def test_a_cancelled_appointment_frees_its_mediator_and_the_requester_is_told(
    office: Office, asked: Asked
) -> None:
    before = cancel(office, asked)
    assert request_of(office, asked) == ("cancelled", "The appointment was cancelled.")
    (task,) = to_tell(office, asked)
    assert task.title == "Tell Housing office that no mediator is needed on 26.11.2026"
    details = office.ask(task_details, task.id)
    assert details is not None
    assert details.note.splitlines() == ["The appointment was cancelled.", "Samira Haddad"]
    assert [one.state for one in before.released.freed] == ["requested"]


def test_undoing_asks_the_mediator_again_and_takes_the_task_back(
    office: Office, asked: Asked
) -> None:
    before = cancel(office, asked)
    office.act(undo_appointment_steps, (before,))
    assert request_of(office, asked) == ("requested", "")
    assert to_tell(office, asked) == ()


def test_a_task_that_somebody_did_meanwhile_stays(office: Office, asked: Asked) -> None:
    before = cancel(office, asked)
    (task,) = to_tell(office, asked)
    office.act(finish_task, task.id, task.version, "Told")
    office.act(undo_appointment_steps, (before,))
    assert request_of(office, asked)[0] == "requested"


def test_undoing_asks_nobody_who_promised_elsewhere_meanwhile(office: Office, asked: Asked) -> None:
    before = cancel(office, asked)
    other = request_mediator(office, mediator_id=asked.mediator)
    office.act(undo_appointment_steps, (before,))
    rows = {row.id: row for row in office.ask(list_requests)}
    assert (rows[asked.request].state, rows[asked.request].mediator_id) == ("requested", None)
    assert rows[other].mediator_id == asked.mediator


def test_a_mediator_who_is_needed_for_another_appointment_stays(
    office: Office, asked: Asked
) -> None:
    second = book(office, asked.made.at(NINE), name="Herr Muster")
    office.act(_share, second, asked.request)
    assert cancel(office, asked).released.freed == ()
    assert request_of(office, asked)[0] == "requested"
    assert to_tell(office, asked) == ()


def _share(act: Act, appointment_id: UUID, request_id: UUID) -> None:
    act.session.get_one(Appointment, appointment_id).interpreter_request_id = request_id
    act.touch("booking", appointment_id)


def test_an_appointment_without_a_mediator_opens_no_task(office: Office, asked: Asked) -> None:
    alone = asked._replace(appointment=book(office, asked.made.at(NINE), name="Herr Muster"))
    assert cancel(office, alone).released.tasks == ()
    assert request_of(office, asked)[0] == "requested"
