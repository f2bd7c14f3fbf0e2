"""Requirements of withholding: what is withheld cannot be computed back from what is told."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from app.small_numbers.rules import (
    Safeguard,
    check_safeguard,
    protect_column,
    protect_grid,
    rounded,
)
from app.small_numbers.rules.columns import column_cells
from app.small_numbers.rules.grids import grid_cells
from app.small_numbers.rules.network import exposed

if TYPE_CHECKING:
    from collections.abc import Sequence

THREE = Safeguard(least=3)
SAFEGUARDS = st.builds(
    Safeguard, least=st.sampled_from([3, 5]), tells_zero=st.booleans(), rounding=st.just(0)
)
COUNTS = st.one_of(st.integers(0, 6), st.integers(0, 40))
GRIDS = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.lists(COUNTS, min_size=width, max_size=width), min_size=1, max_size=3)
)


def bounds(value: int, safeguard: Safeguard, *, is_small: bool) -> tuple[int, int | None]:
    """Answer what the best informed reader holds possible in the place of a withheld figure."""
    if is_small:
        return (1 if safeguard.tells_zero else 0), safeguard.least - 1
    return (safeguard.least, None) if value else (0, 0)


def is_possible(value: int, change: int, safeguard: Safeguard) -> bool:
    """Answer whether a withheld figure could be another one."""
    low, high = bounds(value, safeguard, is_small=safeguard.is_small(value))
    return low <= value + change and (high is None or value + change <= high)


@given(st.lists(COUNTS, min_size=1, max_size=7), SAFEGUARDS)
def test_no_withheld_figure_of_a_column_can_be_computed_back(
    values: list[int], safeguard: Safeguard
) -> None:
    found = protect_column(values, safeguard)
    small = {at for at, value in enumerate(values) if safeguard.is_small(value)}
    assert small <= found.withheld
    if found.is_left_out:
        return
    hidden = sorted(found.withheld)
    unsure = set()
    for changes in product((-1, 0, 1), repeat=len(hidden)):
        fits = all(
            is_possible(values[at], change, safeguard)
            for at, change in zip(hidden, changes, strict=True)
        )
        total_fits = sum(changes) == 0 or (
            found.is_total_withheld and is_possible(sum(values), sum(changes), safeguard)
        )
        if fits and total_fits:
            unsure |= {at for at, change in zip(hidden, changes, strict=True) if change}
    assert unsure == set(hidden)


@given(GRIDS, SAFEGUARDS)
def test_no_withheld_figure_of_a_table_can_be_computed_back(
    values: list[list[int]], safeguard: Safeguard
) -> None:
    rows = protect_column([sum(line) for line in values], safeguard)
    sums = [sum(line[at] for line in values) for at in range(len(values[0]))]
    columns = protect_column(sums, safeguard)
    if rows.is_left_out or columns.is_left_out:
        return
    found = protect_grid(
        values, safeguard, rows_withheld=rows.withheld, columns_withheld=columns.withheld
    )
    if found.is_left_out:
        return
    hidden = sorted(found.withheld)
    totals = (rows.withheld, columns.withheld)
    inside = replace(safeguard, tells_zero=not found.hides_zero)
    assert unsure_places(values, hidden, totals, safeguard, inside) == (
        set(hidden), rows.withheld, columns.withheld
    )  # fmt: skip


def unsure_places(
    values: Sequence[Sequence[int]],
    hidden: Sequence[tuple[int, int]],
    totals: tuple[frozenset[int], frozenset[int]],
    safeguard: Safeguard,
    inside: Safeguard,
) -> tuple[set[tuple[int, int]], frozenset[int], frozenset[int]]:
    """Try every table that differs by one in places: which figures could be others?"""
    unsure: set[tuple[int, int]] = set()
    open_rows: set[int] = set()
    open_columns: set[int] = set()
    whole = sum(map(sum, values))
    for changes in product((-1, 0, 1), repeat=len(hidden)):
        changed = dict(zip(hidden, changes, strict=True))
        by_row = [sum(by for (r, _c), by in changed.items() if r == row) for row, _ in
                  enumerate(values)]  # fmt: skip
        by_column = [sum(by for (_r, c), by in changed.items() if c == at) for at, _ in
                     enumerate(values[0])]  # fmt: skip
        inner = all(is_possible(values[r][c], by, inside) for (r, c), by in changed.items())
        sides = (
            (by_row, [sum(line) for line in values], totals[0]),
            (by_column, [sum(line[at] for line in values) for at in range(len(values[0]))],
             totals[1]),
        )  # fmt: skip
        outer = all(
            by == 0 or (at in withheld and is_possible(sums[at], by, safeguard))
            for side, sums, withheld in sides
            for at, by in enumerate(side)
        )
        moved = sum(changes)
        corner = moved == 0 or (safeguard.is_small(whole) and is_possible(whole, moved, safeguard))
        if inner and outer and corner:
            unsure |= {place for place, by in changed.items() if by}
            open_rows |= {at for at, by in enumerate(by_row) if by}
            open_columns |= {at for at, by in enumerate(by_column) if by}
    return unsure, frozenset(open_rows), frozenset(open_columns)


def test_one_small_figure_takes_the_cheapest_other_one_with_it() -> None:
    assert protect_column([2, 40, 9, 0], THREE).withheld == {0, 2}


def test_two_small_figures_that_the_total_gives_away_take_a_third_one_with_them() -> None:
    # Both below 3, and 4 together: both are 2.
    assert protect_column([2, 2, 30, 20], THREE).withheld == {0, 1, 3}


def test_a_column_that_cannot_be_told_without_giving_somebody_away_is_left_out() -> None:
    assert protect_column([1, 1], THREE).is_left_out


def test_a_sparse_table_withholds_that_nobody_came_too() -> None:
    values = [[1, 0, 0], [0, 30, 0], [5, 0, 40]]
    found = protect_grid(values, THREE, rows_withheld={0, 1})
    assert found.hides_zero
    assert not found.is_left_out
    assert (0, 1) in found.withheld


def test_beside_a_total_of_nobody_nothing_is_withheld() -> None:
    values = [[1, 0, 0], [0, 30, 0], [5, 0, 40], [0, 0, 0]]
    found = protect_grid(values, THREE, rows_withheld={0, 1})
    assert not found.is_left_out
    assert not any(row == len(values) - 1 for row, _column in found.withheld)


def test_the_audit_finds_a_figure_that_was_withheld_alone() -> None:
    cells = column_cells([2, 40, 9], THREE)
    assert exposed(cells, {0}) == {0}
    assert exposed(cells, {0, 2}) == frozenset()
    grid = grid_cells([[2, 9], [9, 9]], THREE)
    assert exposed(grid, {(0, 0), (0, 1), (1, 0)}) == {(0, 0), (0, 1), (1, 0)}
    assert exposed(grid, {(0, 0), (0, 1), (1, 0), (1, 1)}) == frozenset()


def test_people_of_a_line_whose_contacts_are_withheld_are_withheld_too() -> None:
    found = protect_column([20, 7, 8], THREE, also=[1], total=30)
    assert 1 in found.withheld
    assert len(found.withheld) > 1


def test_nobody_is_told_as_none_only_where_the_office_says_so() -> None:
    assert 1 not in protect_column([50, 0, 40], THREE).withheld
    assert 1 in protect_column([50, 0, 40], Safeguard(tells_zero=False)).withheld


@given(st.integers(0, 10_000), st.sampled_from([5, 10]))
def test_a_rounded_figure_is_a_multiple_and_at_most_half_a_step_away(value: int, step: int) -> None:
    told = rounded(value, Safeguard(rounding=step))
    assert told % step == 0
    assert abs(told - value) * 2 <= step
    assert rounded(value, THREE) == value


def test_only_offered_safeguards_are_taken() -> None:
    wrong = check_safeguard(Safeguard(least=1, rounding=3, symbol="x"))
    assert [problem.field for problem in wrong] == ["least", "rounding", "symbol"]
    assert check_safeguard(THREE) == ()
