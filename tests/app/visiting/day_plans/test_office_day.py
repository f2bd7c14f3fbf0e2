"""Requirements of the office's day plans: hours hold, nobody comes who may not, all are served."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from itertools import permutations, product
from uuid import UUID

import pytest

from app.visiting.day_plans.office.day import Call, Goer, OfficeDay, Shift, Way
from app.visiting.day_plans.office.routing import find_runs
from app.visiting.day_plans.office.shifts import free_shifts, window
from app.visiting.day_plans.office.walking import (
    ALL_AWAY,
    ALL_BUSY,
    NO_TIME,
    NO_TIME_AT,
    NOBODY,
    NOT_CHOSEN,
    completed,
    walk,
    why_left,
)
from app.visiting.day_plans.office.ways import travel_on

DAY = date(2026, 11, 24)
MORNING, AFTERNOON = Shift(540, 720), Shift(840, 1020)


def goer(name: str, *shifts: Shift, is_away: bool = False) -> Goer:
    return Goer(None, name, None, shifts, is_away)


def call(number: int, opens: int, closes: int, allowed: frozenset[int], minutes: int = 60) -> Call:
    key = UUID(int=number + 1)
    return Call(key, 1, key, f"P{number}", None, opens, closes, minutes, allowed, "Anja", opens)


def a_day(goers: tuple[Goer, ...], calls: tuple[Call, ...], minutes: int = 15) -> OfficeDay:
    count = len(goers) + len(calls)
    far = Way(minutes, minutes * 3)
    ways = tuple(
        tuple(Way(0, 0) if here == there else far for there in range(count))
        for here in range(count)
    )
    return OfficeDay(DAY, goers, calls, ways, 0.3)


BOTH = frozenset({0, 1})


def _drawn(chance: random.Random) -> OfficeDay:
    goers = (goer("Anja", MORNING), goer("Bert", MORNING, AFTERNOON))
    calls = []
    for number in range(4):
        opens = chance.randrange(540, 900, 15)
        allowed = chance.choice((BOTH, frozenset({0}), frozenset({1})))
        calls.append(call(number, opens, opens + chance.choice((0, 60, 120)), allowed))
    day = a_day(goers, tuple(calls))
    count = len(goers) + len(calls)
    ways = [[Way(0, 0)] * count for _place in range(count)]
    for here, there in product(range(count), repeat=2):
        if here < there:
            tenths = chance.randrange(5, 90)
            ways[here][there] = ways[there][here] = Way(tenths // 3, tenths)
    return replace(day, ways=tuple(map(tuple, ways)))


def _most(day: OfficeDay) -> int:
    """Answer how many calls can be served at best, by looking at every possibility."""
    runs = [(g, s) for g, one in enumerate(day.goers) for s in range(len(one.shifts))]
    best = 0
    for places in product(range(-1, len(runs)), repeat=len(day.calls)):
        mine = [[c for c, at in enumerate(places) if at == run] for run in range(len(runs))]
        served = sum(map(len, mine))
        if served > best and all(
            any(walk(day, (*runs[run], order)) is not None for order in permutations(some))
            for run, some in enumerate(mine)
        ):
            best = served
    return best


@pytest.mark.parametrize("seed", range(4))
def test_as_many_are_visited_as_can_be_and_no_hour_is_broken(seed: int) -> None:
    day = _drawn(random.Random(seed))  # noqa: S311 - the same numbers each time
    plan = completed(day, find_runs(day))

    served = [stop.call for tour in plan.tours for stop in tour.stops]
    assert len(served) == len(set(served)) == _most(day)
    assert {one.call for one in plan.left} == set(range(len(day.calls))) - set(served)
    for tour in plan.tours:
        ends = 0
        for stop in tour.stops:
            one = day.calls[stop.call]
            assert tour.goer in one.allowed
            assert one.opens <= stop.begins <= one.closes
            assert stop.begins >= ends
            shifts = day.goers[tour.goer].shifts
            assert any(s.first <= stop.begins and stop.begins + 60 <= s.last for s in shifts)
            ends = stop.begins + one.minutes


def test_what_a_search_answers_wrongly_is_not_believed() -> None:
    day = a_day((goer("Anja", MORNING),), (call(0, 540, 660, BOTH), call(1, 540, 540, BOTH)))
    plan = completed(day, [(0, 0, (0, 1))])

    assert [stop.call for tour in plan.tours for stop in tour.stops] == [1, 0]


@pytest.mark.parametrize(
    ("goers", "wanted", "message"),
    [
        ((), call(0, 540, 600, BOTH), NOBODY),
        ((goer("Anja", MORNING),), call(0, 540, 600, frozenset()), NOT_CHOSEN),
        ((goer("Anja", is_away=True),), call(0, 540, 600, frozenset({0})), ALL_AWAY),
        ((goer("Anja", MORNING),), call(0, 900, 960, frozenset({0})), NO_TIME),
        ((goer("Anja", MORNING),), call(0, 900, 900, frozenset({0})), NO_TIME_AT),
        ((goer("Anja", MORNING),), call(0, 600, 660, frozenset({0})), ALL_BUSY),
    ],
)
def test_each_visit_left_out_names_its_constraint(
    goers: tuple[Goer, ...], wanted: Call, message: str
) -> None:
    assert why_left(a_day(goers, (wanted,)), 0).message == message


def test_free_time_is_what_is_left_beside_visits_that_stay() -> None:
    assert free_shifts([MORNING, Shift(700, 800)], [Shift(600, 660)]) == (
        Shift(540, 600),
        Shift(660, 800),
    )
    assert free_shifts([MORNING], [Shift(500, 800)]) == ()


def test_a_visit_moves_only_within_the_wished_times() -> None:
    assert window(600, 60, []) == (600, 600)
    assert window(600, 60, [MORNING, AFTERNOON]) == (540, 660)
    assert window(800, 60, [MORNING, AFTERNOON]) == (840, 960)
    assert window(600, 300, [MORNING]) == (600, 600)


def test_ways_take_the_time_of_the_usual_speed() -> None:
    travel = travel_on(DAY)

    assert travel.minutes(20) == 6
    assert travel.source
