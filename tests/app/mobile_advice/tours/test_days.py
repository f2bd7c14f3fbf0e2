"""Days of tours follow the timetable, until somebody changes, confirms or cancels one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.errors import Conflict, Refused
from app.mobile_advice.tours.actions import save_tour, top_up_tours
from app.mobile_advice.tours.cancelling import Cancelling, cancel_day
from app.mobile_advice.tours.day_actions import (
    add_tour_day,
    change_day,
    confirm_day,
    move_day,
    restore_day,
)
from app.mobile_advice.tours.keeping import halts_of_day
from app.mobile_advice.tours.queries import day_card, tour_card, tours_of_day
from app.mobile_advice.tours.rules import DayState, TourDetails
from db.booking import Appointment
from db.tours import Tour, TourDay
from tests.factories.clients import add_client
from tests.factories.series import in_germany
from tests.factories.tours import TUESDAY, at, days, mate, stop, tour, vehicle, weekly

if TYPE_CHECKING:
    from uuid import UUID

    from app.mobile_advice.tours.rows import DayCard
    from app.office import Act, Office

YEAR = date(2027, 11, 23)


def card(office: Office, day_id: UUID) -> DayCard:
    """Answer a day that is there."""
    found = office.ask(day_card, day_id)
    assert found is not None
    return found


def book(act: Act, halt_id: UUID, person_id: UUID | None, name: str = "") -> UUID:
    """Book somebody at a halt, as the part of appointments does."""
    row = Appointment(
        id=uuid4(), tour_halt_id=halt_id, day=TUESDAY, starts_at=570, minutes=20, counter=1,
        person_id=person_id, name=name, kind="booked", state="booked", source="phone",
        booked_by=act.who, booked_at=act.now,
    )  # fmt: skip
    act.session.add(row)
    return row.id


def test_a_year_of_days_is_made_with_stops_and_crew(office: Office) -> None:
    tour(office, crew=(mate(),))
    rows = days(office, TUESDAY, YEAR)
    assert len(rows) == 53
    assert {row.day.isoweekday() for row in rows} == {2}
    first = card(office, rows[0].id)
    assert [halt.stop for halt in first.halts] == ["Garath, Bürgerhaus"]
    assert [one.name for one in first.crew] == ["Karin Vogt"]


def test_a_new_timetable_moves_days_that_nobody_touched(office: Office) -> None:
    tour_id = tour(office)
    touched, _other = days(office, TUESDAY, date(2026, 12, 1))
    office.act(confirm_day, touched.id, touched.version)
    details = changed_weekday(office, tour_id)
    saved = office.act(save_tour, tour_id, version(office, tour_id), details).value
    assert (saved.kept, saved.dropped) == (1, 52)
    weekdays = [row.day.isoweekday() for row in days(office, TUESDAY, date(2026, 12, 4))]
    assert weekdays == [2, 4, 4], "the confirmed Tuesday stays beside the new Thursdays"


def changed_weekday(office: Office, tour_id: UUID) -> TourDetails:
    """Answer a tour as it is, but on Thursdays."""
    found = office.ask(tour_card, tour_id, TUESDAY)
    assert found is not None
    return replace(found.details, rhythms=(weekly(4),))


def version(office: Office, tour_id: UUID) -> int:
    """Answer the version of a tour."""
    found = office.ask(tour_card, tour_id, TUESDAY)
    assert found is not None
    return found.row.version


def test_a_day_with_appointments_stays_where_people_were_told_it_is(office: Office) -> None:
    tour_id = tour(office)
    (row,) = days(office)
    office.act(book, card(office, row.id).halts[0].id, add_client(office))
    saved = office.act(
        save_tour, tour_id, version(office, tour_id), changed_weekday(office, tour_id)
    ).value
    assert saved.kept == 1
    assert [one.id for one in days(office)] == [row.id]


def test_a_holiday_is_left_out_or_moved_to_the_next_working_day(office: Office) -> None:
    in_germany(office)
    friday = weekly(5)
    tour(office, name="leaves out", rhythms=(friday,))
    tour(office, name="moves", rhythms=(replace(friday, on_holidays="move"),))
    tour(office, name="goes", rhythms=(replace(friday, on_holidays="keep"),))
    around = days(office, date(2026, 12, 24), date(2026, 12, 28))
    assert [(row.tour, row.day.day, row.occurs_on) for row in around] == [
        ("goes", 25, date(2026, 12, 25)),
        ("moves", 28, date(2026, 12, 25)),
    ]


def test_days_are_made_further_ahead_once_the_horizon_moved(office: Office) -> None:
    tour_id = tour(office)
    office.act(shorten, tour_id, date(2026, 12, 31))
    assert len(days(office, TUESDAY, YEAR)) == 6
    assert office.act(top_up_tours).value == 47
    assert len(days(office, TUESDAY, YEAR)) == 53
    assert office.act(top_up_tours).value == 0


def shorten(act: Act, tour_id: UUID, last: date) -> None:
    """Let the days of a tour be made up to a day only, as they were some months ago."""
    act.session.get_one(Tour, tour_id).made_until = last
    for day in act.session.scalars(select(TourDay).where(TourDay.day > last)).all():
        for halt in halts_of_day(act, day.id):
            act.session.delete(halt)
        act.session.flush()
        act.session.delete(day)


def test_a_changed_day_can_be_taken_back_with_stops_and_crew(office: Office) -> None:
    first, second = stop(office), stop(office, "Benrath, Marktplatz")
    tour(office, at(first), at(second, "12:00", "14:00"), crew=(mate(),))
    (row,) = days(office)
    before = card(office, row.id)
    wish = before.as_details()
    swapped = (replace(wish.halts[1], start=time(9), end=time(10)), replace(
        wish.halts[0], start=time(11), end=time(12)))  # fmt: skip
    wish = replace(wish, halts=swapped, crew=(mate("Peter Sand", "driver"),))
    saved = office.act(change_day, row.id, row.version, wish).value
    now = card(office, row.id)
    assert [halt.stop for halt in now.halts] == ["Benrath, Marktplatz", "Garath, Bürgerhaus"]
    assert {halt.id for halt in now.halts} == {halt.id for halt in before.halts}
    office.act(restore_day, saved.before)
    again = card(office, row.id)
    assert (again.halts, again.crew) == (before.halts, before.crew)
    with pytest.raises(Conflict):
        office.act(restore_day, saved.before)


def test_cancelling_frees_appointments_and_says_who_is_to_be_told(office: Office) -> None:
    tour(office, crew=(mate("Peter Sand", "driver"),))
    (row,) = days(office)
    halt = card(office, row.id).halts[0]
    person = add_client(office)
    office.act(book, halt.id, person)
    wish = Cancelling("Der Bus ist in der Werkstatt.", title="Absage", others="Absage an alle")
    saved = office.act(cancel_day, row.id, row.version, wish).value
    now = card(office, row.id)
    assert (now.row.state, saved.told) == (DayState.CANCELLED, 1)
    assert {(task.title, task.person_id) for task in now.to_tell} == {
        ("Absage", person), ("Absage an alle", None),
    }  # fmt: skip
    office.act(restore_day, saved.before)
    back = card(office, row.id)
    assert (back.row.state, back.to_tell, back.halts[0].booked) == (DayState.PLANNED, (), 1)


def test_a_day_is_not_cancelled_without_a_reason(office: Office) -> None:
    tour(office)
    (row,) = days(office)
    with pytest.raises(Refused) as refused:
        office.act(cancel_day, row.id, row.version, Cancelling("  "))
    assert refused.value.problems[0].field == "reason"


def test_a_stop_with_appointments_is_cancelled_not_taken_off(office: Office) -> None:
    tour(office, at(stop(office)), at(stop(office, "Benrath"), "12:00", "14:00"))
    (row,) = days(office)
    now = card(office, row.id)
    office.act(book, now.halts[0].id, add_client(office))
    wish = replace(now.as_details(), halts=now.as_details().halts[1:])
    with pytest.raises(Refused) as refused:
        office.act(change_day, row.id, row.version, wish)
    assert refused.value.problems[0].values["count"] == 1


def test_a_day_moves_to_a_working_day_on_which_the_tour_does_not_go(office: Office) -> None:
    in_germany(office)
    tour_id = tour(office)
    row = days(office, date(2026, 12, 22), date(2026, 12, 22))[0]
    for wrong, word in (
        (date(2026, 12, 25), "other"),
        (date(2026, 12, 29), ""),
        (date(2026, 11, 1), ""),
    ):
        with pytest.raises(Refused) as refused:
            office.act(move_day, row.id, row.version, wrong)
        assert refused.value.problems[0].field == "day"
        assert not word or word in refused.value.problems[0].values
    office.act(move_day, row.id, row.version, date(2026, 12, 23))
    office.act(add_tour_day, tour_id, date(2026, 12, 22))


def test_my_day_tells_of_the_own_tour_first_and_of_permits(office: Office) -> None:
    place = stop(office, needs_permit=True, permit_number="1", permit_until=date(2026, 12, 5))
    tour(office, at(place), name="Früh", vehicle_id=vehicle(office))
    own = at(stop(office, "Praxis"), "14:00", "15:00")
    tour(office, own, name="Eigene", crew=(mate(office.who),))
    told = office.ask(tours_of_day, TUESDAY, office.who)
    assert [row.tour for row in told.today] == ["Eigene", "Früh"]
    assert told.to_confirm == 4
    assert [row.name for row in told.permits] == ["Garath, Bürgerhaus"]
