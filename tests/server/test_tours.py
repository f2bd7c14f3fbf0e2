"""Tours in a shared office: planned, cancelled and read as each role may, on a real server."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from app.errors import Refused
from app.mobile_advice.tours.actions import save_stop, top_up_tours
from app.mobile_advice.tours.cancelling import Cancelling, cancel_day
from app.mobile_advice.tours.day_actions import change_day, confirm_day, move_day, restore_day
from app.mobile_advice.tours.due import tours_want_top_up
from app.mobile_advice.tours.public.leaving import public_file
from app.mobile_advice.tours.queries import (
    day_card,
    days_between,
    list_stops,
    list_tours,
    stop_card,
    tour_card,
    tours_of_day,
)
from app.mobile_advice.tours.rules import StopDetails
from app.mobile_advice.tours.rules.public import PublicForm, PublicWish
from tests.conftest import NOW
from tests.factories.booking import TEN, MadeHalt, add_mediator, book, request_mediator
from tests.factories.clients import add_client
from tests.factories.tours import TUESDAY, at, days, mate, stop, tour, vehicle
from tests.factories.volunteers import add_volunteer

if TYPE_CHECKING:
    from app.mobile_advice.tours.rows import DayCard
    from app.office import Office
    from tests.server.shared import SharedOffice

LAST = date(2026, 12, 15)
WISH = Cancelling("Werkstatt", None, "Absage", "Absage an alle", "Tell {who}")


@pytest.fixture(scope="module")
def tour_id(debian: SharedOffice) -> UUID:
    """A tour of Karin's with two stops, a bus, Bent and a mediator on board."""
    office = debian.office("Karin Vogt")
    places = (
        at(stop(office, needs_permit=True, permit_number="66/4", permit_until=LAST)),
        at(stop(office, "Benrath", bad_weather="Foyer"), "12:00", "14:00"),
    )
    crew = (mate("Bent Holm", "driver"), mate("Lena Wolf", "volunteer", add_volunteer(office)))
    return tour(office, *places, crew=crew, vehicle_id=vehicle(office))


def card(office: Office, day_id: UUID) -> DayCard:
    """Answer a day that is there."""
    found = office.ask(day_card, day_id)
    assert found is not None
    return found


def test_a_coordinator_plans_changes_and_confirms_days(debian: SharedOffice, tour_id: UUID) -> None:
    office = debian.office("Karin Vogt")
    (row,) = days(office)
    wish = card(office, row.id).as_details()
    later = replace(wish.halts[1], start=time(12, 30), counters=2)
    changed = office.act(
        change_day, row.id, row.version, replace(wish, halts=(wish.halts[0], later))
    ).value
    office.act(restore_day, changed.before)
    (row,) = days(office)
    office.act(confirm_day, row.id, row.version)
    moved = office.ask(days_between, date(2026, 12, 1), date(2026, 12, 1))[0]
    back = office.act(move_day, moved.id, moved.version, date(2026, 12, 2)).value
    office.act(restore_day, back.before)
    assert office.ask(list_tours, TUESDAY, "benrath")[0].next_day == TUESDAY
    found = office.ask(tour_card, tour_id, TUESDAY)
    assert found is not None
    assert [one.name for one in found.details.crew] == ["Bent Holm", "Lena Wolf"]
    assert office.ask(tours_of_day, TUESDAY, "Bent Holm").permits
    assert not office.ask(tours_want_top_up, NOW.date())
    assert office.ask(tours_want_top_up, NOW.date() + timedelta(days=60))
    assert office.act(top_up_tours).value == 0


def test_a_cancelled_day_frees_people_and_mediators_there(
    debian: SharedOffice, tour_id: UUID
) -> None:
    office = debian.office("Karin Vogt")
    row = office.ask(days_between, date(2026, 12, 8), date(2026, 12, 8))[0]
    assert row.tour_id == tour_id
    halt = card(office, row.id).halts[0]
    made = MadeHalt(halt.id, halt.stop_id, row.id)
    appointment = book(office, made.at(TEN - 10), person_id=add_client(office))
    request_mediator(
        office, day=row.day, mediator_id=add_mediator(office), appointment_id=appointment
    )
    saved = office.act(cancel_day, row.id, row.version, WISH).value
    assert (saved.told, saved.freed) == (1, 1)
    assert {task.title for task in card(office, row.id).to_tell} == {
        "Absage", "Absage an alle", "Tell Housing office",
    }  # fmt: skip
    office.act(restore_day, saved.before)
    assert len(card(office, row.id).standing) == 1


def test_a_volunteer_reads_where_the_bus_goes_and_writes_nothing(
    debian: SharedOffice, tour_id: UUID
) -> None:
    bent = debian.office("Bent Holm")
    (row,) = days(bent)
    assert row.tour_id == tour_id
    assert [halt.stop for halt in card(bent, row.id).halts] == ["Garath, Bürgerhaus", "Benrath"]
    for place in bent.ask(list_stops):
        assert bent.ask(stop_card, place.id, TUESDAY) is not None
    wish = PublicWish(PublicForm.CALENDAR, TUESDAY, LAST, ("de",))
    assert b"Benrath" in bent.ask(public_file, wish, NOW)
    for act, values in (
        (save_stop, (uuid4(), 0, StopDetails("Eller", street="Gertrudisplatz"))),
        (confirm_day, (row.id, row.version)),
        (cancel_day, (row.id, row.version, WISH)),
    ):
        with pytest.raises(Refused):
            bent.act(act, *values)
    assert card(bent, row.id).row.state != "cancelled"
