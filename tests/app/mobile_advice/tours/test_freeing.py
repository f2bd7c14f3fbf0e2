"""Mediators of a day that is cancelled are freed, and whoever asked for them is told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import pytest

from app.errors import Refused
from app.mobile_advice.mediators.actions import take_mediator_request_back
from app.mobile_advice.mediators.queries import list_requests
from app.mobile_advice.tours.cancelling import Cancelling, cancel_day
from app.mobile_advice.tours.day_actions import restore_day
from app.mobile_advice.tours.queries import day_card
from tests.factories.booking import (
    NINE,
    TEN,
    MadeHalt,
    add_mediator,
    book,
    halt,
    request_mediator,
    visit_home,
)
from tests.factories.clients import add_client
from tests.factories.tours import days, mate, tour, weekly

if TYPE_CHECKING:
    from uuid import UUID

    from app.mobile_advice.tours.rows import DayCard
    from app.office import Office

THURSDAY = date(2026, 11, 26)
WISH = Cancelling("Werkstatt", None, "Absage", "Absage an alle", "Tell {who}")


class Asked(NamedTuple):
    """A day with an appointment, and the request for its mediator."""

    made: MadeHalt
    mediator: UUID
    request: UUID


@pytest.fixture
def asked(office: Office) -> Asked:
    """Book somebody on Thursday, and ask Samira to interpret."""
    made = halt(office, THURSDAY)
    mediator = add_mediator(office)
    appointment = book(office, made.at(TEN))
    request = request_mediator(office, appointment_id=appointment, mediator_id=mediator)
    return Asked(made, mediator, request)


def card(office: Office, asked: Asked) -> DayCard:
    """Answer the day."""
    found = office.ask(day_card, asked.made.tour_day_id)
    assert found is not None
    return found


def states(office: Office) -> dict[UUID, str]:
    """Answer how far each open request has come."""
    return {row.id: row.state for row in office.ask(list_requests)}


def test_a_cancelled_stop_frees_its_mediator_and_the_requester_is_told(
    office: Office, asked: Asked
) -> None:
    assert {one.request_id for one in card(office, asked).standing} == {asked.request}
    day = card(office, asked).row
    saved = office.act(cancel_day, day.id, day.version, WISH).value
    assert (saved.told, saved.freed) == (1, 1)
    assert asked.request not in states(office), "it is no longer open"
    (task,) = [one for one in card(office, asked).to_tell if one.title.startswith("Tell ")]
    assert task.title == "Tell Housing office"
    office.act(restore_day, saved.before)
    assert states(office)[asked.request] == "requested"
    assert card(office, asked).to_tell == ()


def test_nobody_is_asked_again_who_promised_elsewhere_meanwhile(
    office: Office, asked: Asked
) -> None:
    day = card(office, asked).row
    saved = office.act(cancel_day, day.id, day.version, WISH).value
    other = request_mediator(office, mediator_id=asked.mediator)
    office.act(restore_day, saved.before)
    rows = {row.id: row for row in office.ask(list_requests)}
    assert (rows[asked.request].state, rows[asked.request].mediator_id) == ("requested", None)
    assert rows[other].mediator_id == asked.mediator


def test_a_day_does_not_come_back_with_a_mate_who_promised_elsewhere(office: Office) -> None:
    samira = add_mediator(office)
    tour(office, rhythms=(weekly(4),), crew=(mate("Samira Haddad", "mediator", samira),))
    (row,) = days(office, THURSDAY, THURSDAY)
    saved = office.act(cancel_day, row.id, row.version, WISH).value
    talk = request_mediator(office, mediator_id=samira)

    with pytest.raises(Refused) as refused:
        office.act(restore_day, saved.before)
    assert refused.value.problems[0].field == "crew.0.name"
    office.act(take_mediator_request_back, talk)
    office.act(restore_day, saved.before)
    assert [one.state for one in days(office, THURSDAY, THURSDAY)] == ["planned"]


def test_a_mediator_who_is_needed_all_the_same_stays_and_a_task_asks(
    office: Office, asked: Asked
) -> None:
    wish = Cancelling("Werkstatt", asked.made.id, "Absage", "Alle", "Settle with {who}", True)  # noqa: FBT003 - in the order of the form
    visit_home(office, asked.made, add_client(office), NINE)
    day = card(office, asked).row
    saved = office.act(cancel_day, day.id, day.version, wish).value
    assert (saved.told, saved.freed) == (2, 0), "the only stop is the whole day, with visits home"
    assert states(office)[asked.request] == "requested"
    assert "Settle with Housing office" in {one.title for one in card(office, asked).to_tell}
