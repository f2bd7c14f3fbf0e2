"""What a new status rules out beside visits: advice at home and at stops, waiting for a time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from app.clients.queries import coming
from app.clients.rules import Planned
from app.errors import Refused
from app.intake.queries import requests_of_person
from app.intake.rules import EndReason, Stage
from app.matches.queries import waiting_people as wanting
from app.mobile_advice.booking.queries import appointments_of, waiting_people
from app.mobile_advice.booking.rules import WaitDetails
from app.mobile_advice.booking.waiting import wait_at_stop
from tests.app.clients.test_people import TODAY, save
from tests.factories.booking import NINE, TEN, MadeHalt, book, halt, visit_home
from tests.factories.clients import add_client
from tests.factories.intake import put_on_waiting_list, take_request
from tests.factories.linking import link

if TYPE_CHECKING:
    from app.office import Office


@pytest.fixture
def erna(office: Office) -> UUID:
    """Somebody who comes to the bus, waits there, and is visited at home on its way."""
    made = halt(office)
    person = add_client(office)
    book(office, made.at(NINE), person_id=person)
    visit_home(office, _another(office), person, TEN)
    office.act(wait_at_stop, uuid4(), WaitDetails(made.stop_id, person))
    put_on_waiting_list(office, take_request(office, person), TODAY)
    return person


def _another(office: Office) -> MadeHalt:
    return halt(office, date(2026, 11, 25), name="Hassels, Kirche")


def _states(office: Office, person: UUID) -> list[str]:
    return sorted(f"{row.kind} {row.state}" for row in office.ask(appointments_of, person))


def test_whoever_died_is_expected_nowhere_and_waits_no_more(office: Office, erna: UUID) -> None:
    kinds = {one.planned for one in office.ask(coming, erna, TODAY)}
    assert kinds == {Planned.HOME, Planned.STOP, Planned.WAITING, Planned.REQUEST}
    assert [row.id for row in office.ask(wanting)] == [erna]
    save(office, erna, status="deceased", status_from=TODAY, cancels_visits=True)
    assert office.ask(coming, erna, TODAY) == ()
    assert _states(office, erna) == ["booked cancelled", "home_visit cancelled"]
    assert office.ask(waiting_people) == ()
    (request,) = office.ask(requests_of_person, erna)
    assert (request.stage, request.reason) == (Stage.WITHDRAWN, EndReason.DECEASED)


def test_no_volunteer_is_sought_for_who_is_gone(office: Office, erna: UUID) -> None:
    save(office, erna, status="moved", status_from=TODAY)
    assert office.ask(wanting) == ()
    assert [row.stage for row in office.ask(requests_of_person, erna)] == [Stage.WAITING]


@pytest.mark.parametrize("status", ["paused", "moved"])
def test_whoever_is_not_at_home_may_still_come_to_the_bus(
    office: Office, erna: UUID, status: str
) -> None:
    save(office, erna, status=status, status_from=TODAY, cancels_visits=True)
    assert _states(office, erna) == ["booked booked", "home_visit cancelled"]
    assert len(office.ask(waiting_people)) == 1


def test_a_linked_card_speaks_for_what_is_planned_on_the_other(office: Office, erna: UUID) -> None:
    other = add_client(office, given_name="Ernestine")
    link(office, other, erna)
    save(office, other, status="deceased", status_from=TODAY, cancels_visits=True)
    assert office.ask(coming, erna, TODAY) == ()


def test_nobody_is_visited_at_home_who_is_not_there_nor_waits_who_died(office: Office) -> None:
    made = halt(office)
    away = add_client(office, status="paused", status_from=TODAY)
    gone = add_client(office, status="deceased", status_from=TODAY)

    with pytest.raises(Refused) as paused:
        visit_home(office, made, away, NINE)
    assert [problem.field for problem in paused.value.problems] == ["person_id"]
    with pytest.raises(Refused):
        office.act(wait_at_stop, uuid4(), WaitDetails(made.stop_id, gone))
    book(office, made.at(NINE), person_id=away)
