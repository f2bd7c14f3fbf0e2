"""Overlapping visits stand beside one another, and nobody on top of anybody."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from app.visiting.calendar.rules import lay_out

if TYPE_CHECKING:
    from app.visiting.calendar.rules.lanes import Times

SPANS = st.lists(
    st.tuples(st.integers(0, 100), st.integers(1, 30)).map(lambda t: (t[0], t[0] + t[1])),
    max_size=14,
)


def overlap(one: Times, other: Times) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@given(SPANS, st.integers(2, 5))
def test_every_visit_is_shown_once_or_counted_and_none_covers_another(
    times: list[Times], most: int
) -> None:
    lanes = lay_out(times, most)
    counted = [at for more in lanes.more for at in more.hidden]
    assert sorted([placed.at for placed in lanes.placed] + counted) == list(range(len(times)))
    for one, other in combinations(lanes.placed, 2):
        if overlap(times[one.at], times[other.at]):
            apart = one.lane + one.wide <= other.lane or other.lane + other.wide <= one.lane
            assert apart, (times, one, other)
    for placed in lanes.placed:
        assert placed.lane + placed.wide <= placed.lanes <= most
        assert not (placed.is_crowded and placed.lane == placed.lanes - 1)


def test_one_visit_alone_takes_the_whole_width_and_two_share_it() -> None:
    alone, first, second = lay_out([(0, 10), (20, 40), (30, 50)], 4).placed
    assert (alone.wide, alone.lanes) == (1, 1)
    assert (first.lane, second.lane, first.lanes) == (0, 1, 2)


def test_one_visit_may_begin_at_the_minute_at_which_another_ends() -> None:
    assert [placed.lanes for placed in lay_out([(0, 10), (10, 20)], 4).placed] == [1, 1]


def test_what_finds_no_lane_is_counted_from_the_first_to_the_last() -> None:
    lanes = lay_out([(0, 10), (0, 10), (2, 12), (5, 30)], 2)
    (more,) = lanes.more
    assert (more.start, more.end, more.hidden) == (0, 30, (1, 2, 3))
