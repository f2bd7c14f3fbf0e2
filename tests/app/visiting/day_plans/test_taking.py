"""Requirements of a day plan in an office: what it knows, what it changes, how that is undone."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.areas.actions import load_area_list
from app.areas.distances import DistanceDetails, distances, remove_distance, save_distance
from app.errors import Conflict, Refused
from app.visiting.day_plans.actions import PlannedMove, take_day_plan, take_day_plan_back
from app.visiting.day_plans.office.day import Shift
from app.visiting.day_plans.office.walking import completed
from app.visiting.day_plans.office.wish import DayWish
from app.visiting.day_plans.queries import day_to_plan, goers_on
from app.volunteers.rules import AbsenceDetails, Stretch
from db.areas import Area
from tests.factories.clients import add_client
from tests.factories.matches import active_volunteer, wish
from tests.factories.visit_days import day_visits
from tests.factories.visits import visit_planned
from tests.factories.volunteers import is_away

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Office
    from app.visiting.day_plans.queries import DayToPlan

TUESDAY = date(2026, 11, 24)
TODAY = date(2026, 11, 23)
ANJA, BERT = "Anja Kurz", "Bert Lang"
MORNING = (Stretch(2, 540, 720),)


@pytest.fixture
def erna(office: Office) -> UUID:
    return add_client(office, given_name="Erna", family_name="Krüger")


def _day(office: Office, *names: str, may_swap: bool = False) -> DayToPlan:
    return office.ask(day_to_plan, DayWish(TUESDAY, names, may_swap=may_swap), TODAY)


def _as_planned(office: Office) -> list[tuple[str, str, time]]:
    rows = office.ask(day_visits, TUESDAY)
    return [(row.client_name, row.visitor, row.start.time()) for row in rows]


def test_goers_have_the_free_time_they_said_and_are_away_when_they_said_so(office: Office) -> None:
    active_volunteer(office, ANJA, hours=MORNING)
    away = AbsenceDetails(uuid4(), TUESDAY, TUESDAY)
    active_volunteer(office, BERT, absences=(away,))
    rows = {row.name: row for row in office.ask(goers_on, TUESDAY)}

    assert rows[ANJA].times == (Shift(540, 720),)
    assert rows[BERT].is_away


def test_a_visit_of_somebody_away_goes_to_one_who_is_there(office: Office, erna: UUID) -> None:
    active_volunteer(office, ANJA, hours=MORNING)
    visit_planned(office, erna, TUESDAY, time(14), visitor="Karin Vogt")
    bert = active_volunteer(office, BERT)
    visit_planned(office, erna, TUESDAY, time(10), visitor=BERT)
    is_away(office, bert, TUESDAY, TUESDAY)
    day = _day(office, ANJA).day

    assert [(call.visitor, call.allowed) for call in day.calls] == [(BERT, frozenset({0}))]


def test_visits_move_within_wished_times_only(office: Office, erna: UUID) -> None:
    active_volunteer(office, ANJA)
    wish(office, erna, hours=((2, 600, 780),))
    visit_planned(office, erna, TUESDAY, time(14), visitor=ANJA)
    (call,) = _day(office, ANJA).day.calls

    assert (call.opens, call.closes) == (600, 720)


def test_what_is_agreed_outside_the_free_time_stays_possible(office: Office, erna: UUID) -> None:
    active_volunteer(office, ANJA, hours=MORNING)
    visit_planned(office, erna, TUESDAY, time(14), visitor=ANJA)
    day = _day(office, ANJA).day

    assert day.goers[0].shifts == (Shift(540, 720), Shift(840, 900))
    assert completed(day, ()).left == ()


def test_people_without_a_district_are_named(office: Office, erna: UUID) -> None:
    active_volunteer(office, ANJA)
    visit_planned(office, erna, TUESDAY, visitor=ANJA)

    assert _day(office, ANJA).nowhere == ("Erna Krüger",)


def test_an_empty_day_and_a_day_that_is_over_are_refused(office: Office) -> None:
    active_volunteer(office, ANJA)

    for made, field in ((DayWish(date(2026, 11, 1), (ANJA,)), "day"), (DayWish(TUESDAY), "goers")):
        with pytest.raises(Refused) as refused:
            office.ask(day_to_plan, made, TODAY)
        assert refused.value.problems[0].field == field
    with pytest.raises(Refused):
        _day(office, ANJA)


def test_a_plan_is_written_into_the_visits_at_once_and_taken_back(
    office: Office, erna: UUID
) -> None:
    active_volunteer(office, ANJA)
    active_volunteer(office, BERT)
    ali = add_client(office, given_name="Ali", family_name="Demir")
    first = visit_planned(office, erna, TUESDAY, time(10), visitor=ANJA)
    second = visit_planned(office, ali, TUESDAY, time(10), visitor=BERT)
    before = _as_planned(office)
    ten, eleven = datetime(2026, 11, 24, 10), datetime(2026, 11, 24, 11)  # noqa: DTZ001 - wall clock
    swapped = (
        PlannedMove(first, 1, BERT, ten, eleven),
        PlannedMove(second, 1, ANJA, ten, eleven),
    )
    back = office.act(take_day_plan, swapped).value
    assert sorted(_as_planned(office)) == [
        ("Ali Demir", ANJA, time(10)),
        ("Erna Krüger", BERT, time(10)),
    ]
    office.act(take_day_plan_back, back)

    assert _as_planned(office) == before
    with pytest.raises(Conflict):
        office.act(take_day_plan, swapped)


def test_a_plan_that_books_somebody_twice_changes_nothing(office: Office, erna: UUID) -> None:
    active_volunteer(office, ANJA)
    ali = add_client(office, given_name="Ali", family_name="Demir")
    first = visit_planned(office, erna, TUESDAY, time(10), visitor=ANJA)
    visit_planned(office, ali, TUESDAY, time(14), visitor=ANJA)
    two, three = datetime(2026, 11, 24, 14), datetime(2026, 11, 24, 15)  # noqa: DTZ001 - wall clock

    with pytest.raises(Refused):
        office.act(take_day_plan, (PlannedMove(first, 1, ANJA, two, three),))
    assert ("Erna Krüger", ANJA, time(10)) in _as_planned(office)


def test_the_offices_own_distances_count(office: Office) -> None:
    office.act(load_area_list, "duesseldorf")
    here, there = office.ask(_two_areas)
    office.act(save_distance, DistanceDetails(here, there, 33, 120))
    before = office.act(save_distance, DistanceDetails(there, here, 35, 125)).value
    active_volunteer(office, ANJA, area_id=here)
    lives = add_client(office, given_name="Ali", family_name="Demir", area_id=there)
    visit_planned(office, lives, TUESDAY, visitor=ANJA)
    way = _day(office, ANJA).day.ways[0][1]

    assert before is not None
    assert before.minutes == 33
    assert (way.minutes, way.tenths, way.is_own) == (35, 125, True)
    assert len(office.ask(distances)) == 1
    office.act(remove_distance, here, there)
    assert not office.ask(distances)
    assert completed(_day(office, ANJA).day, ()).left == ()
    with pytest.raises(Refused):
        office.act(save_distance, DistanceDetails(here, None, -1, 99_999))


def _two_areas(connection: Connection) -> tuple[UUID, UUID]:
    first, second = connection.scalars(select(Area.id).order_by(Area.position).limit(2))
    return first, second
