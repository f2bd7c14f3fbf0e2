"""Requirements of the sheet: figures add up, and what is withheld stays withheld everywhere."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.mobile_advice.statistics.rules import (
    Counted,
    Dimension,
    Period,
    PeriodKind,
    check_periods,
    make_sheet,
    period_before,
    period_of,
    year_before,
)
from app.small_numbers.rules import Safeguard
from app.small_numbers.rules.columns import column_cells
from app.small_numbers.rules.grids import grid_cells
from app.small_numbers.rules.network import exposed

STOPS, AREAS = ("a", "b", "c", ""), ("x", "y", "z", "")
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
CONTACTS = st.lists(
    st.tuples(st.sampled_from(AREAS), st.sampled_from(STOPS), st.booleans()), max_size=90
)
SAFEGUARDS = st.builds(Safeguard, least=st.sampled_from([3, 5]), tells_zero=st.booleans())


def counted(contacts: list[tuple[str, str, bool]]) -> Counted:
    """Answer contacts as they are counted; every second one is about the same person."""
    places = Counter((area, stop) for area, stop, _named in contacts)
    stops = Counter(stop for _area, stop, _named in contacts)
    areas = Counter(area for area, _stop, _named in contacts)
    named = [one for one in contacts if one[2]]
    by_stop = {(stop, at // 2) for at, (_area, stop, _named) in enumerate(named)}
    return Counted(
        len(contacts),
        len(contacts),
        len(named),
        (len(named) + 1) // 2,
        {Dimension.STOP: stops, Dimension.AREA: areas},
        {Dimension.STOP: Counter(stop for stop, _one in by_stop)},
        places,
    )


KEYS = dict.fromkeys(Dimension, ("",)) | {Dimension.STOP: STOPS, Dimension.AREA: AREAS}


@given(CONTACTS, CONTACTS, SAFEGUARDS)
def test_nothing_that_is_withheld_can_be_computed_from_all_tables_of_a_sheet(
    contacts: list[tuple[str, str, bool]],
    others: list[tuple[str, str, bool]],
    safeguard: Safeguard,
) -> None:
    now = counted(contacts)
    sheet = make_sheet((NOVEMBER, OCTOBER), (now, counted(others)), KEYS, safeguard)
    for dimension, keys in ((Dimension.STOP, STOPS), (Dimension.AREA, AREAS)):
        table = sheet.table(dimension)
        told = {row.key: row.contacts for row in table.rows}
        hidden = {at for at, key in enumerate(keys) if told.get(key) is None}
        if not table.is_left_out:
            cells = column_cells([now.of(dimension)[key] for key in keys], safeguard)
            small = {"total"} if table.total.contacts is None else set()
            assert exposed(cells, hidden | small) == frozenset()
        assert all(row.change is None for row in table.rows if None in (row.contacts, row.before))
        assert all(row.persons is None for row in table.rows if row.contacts is None)
    cross = sheet.cross
    if not cross.is_left_out:
        values = [[now.stops_by_areas[area, stop] for stop in STOPS] for area in AREAS]
        rows = {at for at, figure in enumerate(cross.area_totals) if figure is None}
        columns = {at for at, figure in enumerate(cross.stop_totals) if figure is None}
        inner = {
            (row, at)
            for row, line in enumerate(cross.cells)
            for at, figure in enumerate(line)
            if figure is None
        }
        corner = {(4, 4)} if cross.total is None else set()
        outer = {(row, 4) for row in rows} | {(4, at) for at in columns} | corner
        grid = grid_cells(values, safeguard, rows, columns, hides_zero=cross.hides_zero)
        assert exposed(grid, inner | outer) == frozenset()


@given(CONTACTS)
def test_what_is_told_adds_up_wherever_nothing_is_withheld(
    contacts: list[tuple[str, str, bool]],
) -> None:
    sheet = make_sheet((NOVEMBER, None), (counted(contacts), None), KEYS, Safeguard())
    for dimension in (Dimension.STOP, Dimension.AREA):
        table = sheet.table(dimension)
        figures = [row.contacts for row in table.rows]
        if None not in figures and not table.is_left_out:
            assert sum(filter(None, figures)) == table.total.contacts == len(contacts)
        elif table.total.contacts is not None:
            assert sum(filter(None, figures)) <= table.total.contacts


def test_a_rounded_total_is_rounded_from_the_true_one_not_from_its_lines() -> None:
    contacts = [("x", "a", False)] * 13 + [("x", "b", False)] * 13 + [("x", "c", False)] * 13
    safeguard = Safeguard(rounding=10)
    sheet = make_sheet((NOVEMBER, None), (counted(contacts), None), KEYS, safeguard)
    table = sheet.table(Dimension.STOP)
    assert [row.contacts for row in table.rows] == [10, 10, 10, 0]
    assert table.total.contacts == 40


def test_people_are_withheld_altogether_where_nearly_everybody_is_named() -> None:
    contacts = [("x", "a", True)] * 20 + [("x", "a", False)]
    sheet = make_sheet((NOVEMBER, None), (counted(contacts), None), KEYS, Safeguard())
    assert (sheet.overview.persons, sheet.overview.anonymous) == (None, None)
    assert sheet.table(Dimension.STOP).total.persons is None


@pytest.mark.parametrize(
    ("period", "before"),
    [
        (NOVEMBER, OCTOBER),
        (
            Period(date(2026, 1, 1), date(2026, 3, 31)),
            Period(date(2025, 10, 1), date(2025, 12, 31)),
        ),
        (
            Period(date(2026, 11, 5), date(2026, 11, 8)),
            Period(date(2026, 11, 1), date(2026, 11, 4)),
        ),
    ],
)
def test_the_period_before_has_as_many_months_or_days(period: Period, before: Period) -> None:
    assert period_before(period) == before


def test_the_same_days_of_the_year_before_keep_the_end_of_the_month() -> None:
    leap = Period(date(2028, 2, 29), date(2028, 2, 29))
    assert year_before(leap) == Period(date(2027, 2, 28), date(2027, 2, 28))
    february = Period(date(2025, 2, 1), date(2025, 2, 28))
    assert year_before(february).last == date(2024, 2, 29)


def test_periods_that_overlap_are_not_compared() -> None:
    today = date(2026, 11, 23)
    assert period_of(PeriodKind.QUARTER, today) == Period(date(2026, 10, 1), date(2026, 12, 31))
    overlapping = check_periods(NOVEMBER.first, NOVEMBER.last, Period(OCTOBER.first, today))
    assert [problem.field for problem in overlapping] == ["compared"]
    assert check_periods(NOVEMBER.first, NOVEMBER.last, OCTOBER) == ()
    assert [one.field for one in check_periods(today, OCTOBER.first)] == ["last"]
