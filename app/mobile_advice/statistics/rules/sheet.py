"""A statistic as it is told: figures that add up, with what is withheld left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.mobile_advice.statistics.rules.counting import CLOSED, Dimension
from app.small_numbers.rules import protect_column, protect_grid, rounded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.mobile_advice.statistics.rules.counting import Counted
    from app.mobile_advice.statistics.rules.periods import Period
    from app.small_numbers.rules import Protected, Safeguard

Figure = int | None
"""None is withheld, or not counted."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What a period comes to."""

    contacts: Figure
    present: Figure
    persons: Figure
    anonymous: Figure
    """Contacts about nobody in particular."""


@dataclass(frozen=True, slots=True)
class StatRow:
    """One line: how many contacts and people, and how many contacts in the other period."""

    key: str
    contacts: Figure
    persons: Figure = None
    before: Figure = None
    change: Figure = None


@dataclass(frozen=True, slots=True)
class StatTable:
    """Contacts by one dimension; where it is left out, there are too few to tell them apart."""

    dimension: Dimension
    rows: tuple[StatRow, ...]
    total: StatRow
    has_persons: bool
    is_left_out: bool = False

    @property
    def withheld(self) -> int:
        """How many lines are withheld."""
        return sum(row.contacts is None for row in self.rows)


@dataclass(frozen=True, slots=True)
class CrossTable:
    """Where people live (rows) against the stop to which they came (columns)."""

    areas: tuple[str, ...]
    stops: tuple[str, ...]
    cells: tuple[tuple[Figure, ...], ...]
    area_totals: tuple[Figure, ...]
    stop_totals: tuple[Figure, ...]
    total: Figure
    is_left_out: bool = False
    hides_zero: bool = False
    """Whether it is withheld here that nobody came."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is told of a period."""

    period: Period
    other: Period | None
    overview: Overview
    before: Overview | None
    tables: tuple[StatTable, ...]
    cross: CrossTable
    safeguard: Safeguard

    def table(self, dimension: Dimension) -> StatTable:
        """Answer one of the tables."""
        return next(table for table in self.tables if table.dimension is dimension)


@dataclass(frozen=True, slots=True)
class _Column:
    """The contacts of one dimension in one period, and what of them is withheld."""

    counts: tuple[int, ...]
    told: Protected

    def figure(self, at: int, safeguard: Safeguard) -> Figure:
        if self.told.is_left_out or at in self.told.withheld:
            return None
        return rounded(self.counts[at], safeguard)

    def total(self, safeguard: Safeguard) -> Figure:
        return None if self.told.is_total_withheld else rounded(sum(self.counts), safeguard)


def make_sheet(
    periods: tuple[Period, Period | None],
    counted: tuple[Counted, Counted | None],
    keys: Mapping[Dimension, Sequence[str]],
    safeguard: Safeguard,
) -> Sheet:
    """Answer what is told: of each dimension the lines of `keys`, in their order.

    A line stands there whether somebody was counted in it or not. Each period is protected by
    itself; what differs is told only where both are.
    """
    now, other = counted
    columns = {one: _column(now, one, keys[one], safeguard) for one in Dimension}
    overview = _overview(now, safeguard)
    tables = tuple(
        _table(one, keys[one], columns[one], (now, other), overview.persons, safeguard)
        for one in Dimension
    )
    return Sheet(
        periods[0],
        periods[1] if other is not None else None,
        overview,
        None if other is None else _overview(other, safeguard),
        tables,
        _cross(now, keys, columns, safeguard),
        safeguard,
    )


def _overview(counted: Counted, safeguard: Safeguard) -> Overview:
    if safeguard.is_small(counted.contacts):
        return Overview(None, None, None, None)
    told = protect_column([counted.named, counted.contacts - counted.named], safeguard)
    is_anonymous_told = 1 not in told.withheld and not told.is_left_out
    # Nobody is named in fewer contacts than there are people.
    is_persons_told = 0 not in told.withheld and not safeguard.is_small(counted.persons)
    return Overview(
        rounded(counted.contacts, safeguard),
        rounded(counted.present, safeguard),
        rounded(counted.persons, safeguard) if is_persons_told else None,
        rounded(counted.contacts - counted.named, safeguard) if is_anonymous_told else None,
    )


def _column(
    counted: Counted, dimension: Dimension, keys: Sequence[str], safeguard: Safeguard
) -> _Column:
    found = counted.of(dimension)
    counts = tuple(found[key] for key in keys)
    return _Column(counts, protect_column(counts, safeguard))


def _table(
    dimension: Dimension,
    keys: Sequence[str],
    now: _Column,
    counted: tuple[Counted, Counted | None],
    everybody: Figure,
    safeguard: Safeguard,
) -> StatTable:
    other = None if counted[1] is None else _column(counted[1], dimension, keys, safeguard)
    persons = counted[0].persons_of(dimension)
    people = None
    if persons is not None and everybody is not None:
        people = _people(persons, keys, now, counted[0], safeguard)
    left_out = now.told.is_left_out or (other is not None and other.told.is_left_out)
    rows = (
        _row(key, at, (now, other), None if people is None else people[at], safeguard)
        for at, key in enumerate(keys)
    )
    before = None if other is None else other.total(safeguard)
    contacts = now.total(safeguard)
    told = everybody if persons is not None and contacts is not None else None
    total = StatRow(TOTAL, contacts, told, before, _change(contacts, before))
    shown = () if left_out else tuple(row for row in rows if _is_shown(row, dimension, safeguard))
    return StatTable(dimension, shown, total, persons is not None, left_out)


TOTAL = "total"
"""The key of the line of totals."""


def _row(
    key: str,
    at: int,
    columns: tuple[_Column, _Column | None],
    persons: Figure,
    safeguard: Safeguard,
) -> StatRow:
    contacts = columns[0].figure(at, safeguard)
    before = None if columns[1] is None else columns[1].figure(at, safeguard)
    return StatRow(key, contacts, persons, before, _change(contacts, before))


def _is_shown(row: StatRow, dimension: Dimension, safeguard: Safeguard) -> bool:
    """Answer whether a line is there at all: in an open list that would say that somebody came."""
    if safeguard.tells_zero or dimension in CLOSED:
        return True
    return row.contacts is not None or row.before is not None


def _people(
    persons: Mapping[str, int],
    keys: Sequence[str],
    contacts: _Column,
    counted: Counted,
    safeguard: Safeguard,
) -> list[Figure]:
    """Answer the named people of each line; never where the contacts of it are withheld."""
    counts = [persons.get(key, 0) for key in keys]
    most = [
        None if at in contacts.told.withheld else count for at, count in enumerate(contacts.counts)
    ]
    told = protect_column(
        counts, safeguard, total=counted.persons, also=contacts.told.withheld, most=most
    )
    return [
        None if told.is_left_out or at in told.withheld else rounded(count, safeguard)
        for at, count in enumerate(counts)
    ]


def _change(now: Figure, before: Figure) -> Figure:
    return None if now is None or before is None else now - before


def _cross(
    counted: Counted,
    keys: Mapping[Dimension, Sequence[str]],
    columns: Mapping[Dimension, _Column],
    safeguard: Safeguard,
) -> CrossTable:
    areas, stops = keys[Dimension.AREA], keys[Dimension.STOP]
    sides = columns[Dimension.AREA], columns[Dimension.STOP]
    if any(side.told.is_left_out for side in sides):
        return CrossTable((), (), (), (), (), sides[0].total(safeguard), is_left_out=True)
    values = [[counted.stops_by_areas[area, stop] for stop in stops] for area in areas]
    told = protect_grid(
        values,
        safeguard,
        rows_withheld=sides[0].told.withheld,
        columns_withheld=sides[1].told.withheld,
    )
    cells = tuple(
        tuple(
            None if (row, at) in told.withheld else rounded(value, safeguard)
            for at, value in enumerate(line)
        )
        for row, line in enumerate(values)
    )
    area_totals, stop_totals = (
        tuple(side.figure(at, safeguard) for at in range(len(side.counts))) for side in sides
    )
    total = sides[0].total(safeguard)
    return CrossTable(
        tuple(areas),
        tuple(stops),
        cells,
        area_totals,
        stop_totals,
        total,
        told.is_left_out,
        told.hides_zero,
    )
