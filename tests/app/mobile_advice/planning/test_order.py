"""Requirements of a tour's order: what is compared, what is taken over, how that is undone."""

from __future__ import annotations

from datetime import date, time
from itertools import permutations
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.errors import Conflict, Refused
from app.mobile_advice.planning.actions import Told, take_tour_order, take_tour_order_back
from app.mobile_advice.planning.order import Booked, Comparison, compare
from app.mobile_advice.planning.queries import day_as_it_stands, day_to_order, tours_ahead
from app.mobile_advice.planning.rules import (
    Leg,
    OrderWish,
    Visited,
    check_wish,
    rounded_up,
    totals,
)
from app.mobile_advice.tours.queries.days import halts_of
from app.mobile_advice.tours.rules import Hours
from app.visiting.day_plans.office.routing import find_runs
from app.visiting.day_plans.office.walking import completed, tenths_of, walk
from tests.factories.booking import MadeHalt, book, visit_home
from tests.factories.clients import add_client
from tests.factories.tour_orders import many_stops, scrambled_tour
from tests.factories.tours import at, days, stop, tour
from tests.tools.exact_tour import shortest_tenths

if TYPE_CHECKING:
    from app.mobile_advice.tours.rows import DayRow
    from app.office import Office

TODAY = date(2026, 11, 23)
TOLD = Told("Tell them", "{name}: {before} → {after}")
FREE = OrderWish(time(8), time(18))


def searched(office: Office, day: DayRow, wish: OrderWish = FREE) -> Comparison:
    """Answer what a search comes to, in this process."""
    found = office.ask(day_to_order, day.id, wish, TODAY)
    return compare(found, completed(found.office_day, find_runs(found.office_day)))


def order_of(office: Office, day: DayRow) -> list[tuple[str, int]]:
    """Answer the stops of a day with when they begin."""
    return [(one.stop, one.from_minute) for one in office.ask(halts_of, day.id)]


def names_of(found: Comparison) -> list[str]:
    """Answer the names of an order."""
    return [found.day.calls[one.call].name for one in found.order]


def test_the_shortest_order_is_compared_and_nothing_changes_before_it_is_taken(
    office: Office,
) -> None:
    day = scrambled_tour(office)
    before = order_of(office, day)

    found = searched(office, day)

    assert names_of(found) in (
        ["Bilk", "Oberbilk", "Benrath", "Garath"],
        ["Garath", "Benrath", "Oberbilk", "Bilk"],
    )
    assert found.is_shorter
    # 0.09 degrees once instead of 0.18; a degree is 69.7 km there, a way 1.3 times as long.
    assert found.best.tenths == pytest.approx(82, abs=2)
    assert found.usual.tenths == pytest.approx(163, abs=2)
    assert found.best.driving < found.usual.driving
    assert all(one.begins % 5 == 0 for one in found.order)
    assert order_of(office, day) == before


def test_the_best_order_begins_no_earlier_than_usual_where_that_fits(office: Office) -> None:
    day = scrambled_tour(office)
    erna = add_client(office, given_name="Erna", family_name="Krüger")
    halt = office.ask(halts_of, day.id)[0]
    usual = searched(office, day)
    visit_home(office, MadeHalt(halt.id, halt.stop_id, day.id), erna, 13 * 60, minutes=30)
    fixed = searched(office, day, OrderWish(time(7), time(14)))

    assert usual.order[0].begins == 540
    assert usual.best.begins == 540
    # Four hours of stops end before the visit at home: the day begins as late as that allows.
    assert not fixed.left
    assert fixed.order[0].begins < 540
    assert not fixed.best.late
    assert fixed.best.waiting <= 60


def test_an_order_is_taken_over_and_undone_as_a_whole(office: Office) -> None:
    day = scrambled_tour(office)
    before = order_of(office, day)
    found = searched(office, day)

    taken = office.act(take_tour_order, found, TOLD).value

    assert [name for name, _at in order_of(office, day)] == names_of(found)
    assert days(office)[0].state == "planned"
    with pytest.raises(Conflict):
        office.act(take_tour_order, found, TOLD)
    office.act(take_tour_order_back, taken)
    assert order_of(office, day) == before


def test_a_stop_with_appointments_stays_unless_it_may_move(office: Office) -> None:
    day = scrambled_tour(office)
    first = office.ask(halts_of, day.id)[1]
    halt = MadeHalt(first.id, first.stop_id, day.id)
    booked = [book(office, halt.at(630), "Frau A"), book(office, halt.at(650), "Frau B")]

    stays = searched(office, day)
    assert next(one for one in stays.order if stays.day.calls[one.call].booked).begins == 630

    found = searched(office, day, OrderWish(time(8), time(18), may_move_booked=True))
    new = next(one.begins for one in found.order if found.day.calls[one.call].booked)
    assert new != 630
    taken = office.act(take_tour_order, found, TOLD).value
    moved = {one.id: one.starts_at for one in _booked(office, day)}
    assert [moved[one] for one in booked] == [new, new + 20]
    assert taken.task_id is not None
    office.act(take_tour_order_back, taken)
    assert {one.starts_at for one in _booked(office, day)} == {630, 650}


def test_visits_at_home_lie_on_the_way_and_a_protected_address_is_not_shown(
    office: Office,
) -> None:
    day = scrambled_tour(office)
    erna = add_client(office, given_name="Erna", family_name="Krüger", address_protected=True)
    halt = office.ask(halts_of, day.id)[0]
    visit_home(office, MadeHalt(halt.id, halt.stop_id, day.id), erna, 905, minutes=30)

    found = searched(office, day)

    home = next(one for one in found.order if found.day.calls[one.call].name == "Erna Krüger")
    assert (home.begins, found.day.calls[home.call].place) == (905, "")
    assert "Erna Krüger" in found.day.nowhere


def test_opening_times_are_kept(office: Office) -> None:
    day = scrambled_tour(office, opens=(Hours(2, 600, 720),))

    found = searched(office, day)

    garath = next(one for one in found.order if found.day.calls[one.call].name == "Garath")
    assert garath.begins >= 600
    assert garath.ends <= 720


def test_a_day_that_is_too_short_leaves_stops_out_and_cannot_be_taken(office: Office) -> None:
    day = scrambled_tour(office)

    found = searched(office, day, OrderWish(time(9), time(11)))

    assert found.left
    assert not found.is_shorter
    with pytest.raises(Refused):
        office.act(take_tour_order, found, TOLD)


def test_a_wish_is_checked_beside_its_fields(office: Office) -> None:
    assert [one.field for one in check_wish(OrderWish())] == ["begins", "ends"]
    assert [one.field for one in check_wish(OrderWish(time(9), time(9)))] == ["ends"]
    with pytest.raises(Refused):
        office.ask(day_to_order, None, FREE, TODAY)
    with pytest.raises(Refused):
        office.ask(day_to_order, uuid4(), FREE, TODAY)
    tour(office, at(stop(office)), name="Short")
    alone = days(office)[0]
    assert next(one.row.id for one in office.ask(tours_ahead, TODAY)) == alone.id
    with pytest.raises(Refused):
        office.ask(day_to_order, alone.id, FREE, TODAY)
    assert len(office.ask(day_as_it_stands, alone.id, TODAY).calls) == 1


def test_what_is_late_and_what_is_waited_is_reckoned_by_the_clock() -> None:
    legs = tuple(
        tuple(Leg(0 if a == b else 10, 0 if a == b else 30) for b in range(4)) for a in range(4)
    )
    order = (Visited(0, 540, 600), Visited(1, 605, 660), Visited(2, 700, 760))

    found = totals(order, legs)

    assert (found.driving, found.tenths, found.waiting, found.late) == (40, 120, 30, (1,))
    assert rounded_up(11, 5) == 15


@pytest.mark.parametrize("seed", [3, 4])
def test_seven_stops_are_in_the_best_of_all_orders(seed: int) -> None:
    day = many_stops(7, seed, seconds=0.1)
    plan = completed(day, find_runs(day))

    every = [
        tenths_of(day, (0, 0, order))
        for order in permutations(range(7))
        if walk(day, (0, 0, order)) is not None
    ]

    assert not plan.left
    assert plan.tenths == min(every) == shortest_tenths(day)


def test_a_long_day_is_within_a_hundredth_of_the_proven_best() -> None:
    day = many_stops(14, 5, seconds=0.1)
    best = shortest_tenths(day)
    plan = completed(day, find_runs(day))

    assert best is not None
    assert not plan.left
    assert best <= plan.tenths <= best * 1.01


def _booked(office: Office, day: DayRow) -> tuple[Booked, ...]:
    return office.ask(day_as_it_stands, day.id, TODAY).booked
