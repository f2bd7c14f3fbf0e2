"""The cost sheet: dated amounts times what was counted, and what is to be expected of planned days.

A planned day counts with the average of the days that were held: that is an estimate, and told
apart from what was counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from app.mobile_advice.costs.rules.items import CostKind, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

_TENTHS, _MINUTES, _MONTHS = 10, 60, 12


@dataclass(frozen=True, slots=True)
class Item:
    """One assumption as it is kept."""

    id: UUID
    version: int
    code: str
    title: str
    side: str
    kind: str
    amount: int
    currency: str
    spread_months: int
    valid_from: date
    valid_until: date | None
    source: str


@dataclass(frozen=True, slots=True)
class DayFigures:
    """What was counted of one day of a tour."""

    day: date
    is_held: bool
    """Whether it took place; else it is planned."""
    kilometres: int | None = None
    """Tenths; None is not noted."""
    crew_minutes: int = 0
    contacts: int = 0


@dataclass(frozen=True, slots=True)
class Quantity:
    """How much of something: what was counted, and what is expected besides."""

    counted: Fraction
    expected: Fraction

    @property
    def whole(self) -> Fraction:
        """Both together."""
        return self.counted + self.expected


@dataclass(frozen=True, slots=True)
class CostLine:
    """One assumption in the period; what it comes to, in cents."""

    item: Item
    quantity: Quantity
    first: date
    """First day of the period on which it holds."""
    last: date
    counted: int
    expected: int

    @property
    def total(self) -> int:
        """Counted and expected together."""
        return self.counted + self.expected


@dataclass(frozen=True, slots=True)
class CostSheet:
    """What a period costs, who pays, and what is left to be paid."""

    first: date
    last: date
    currency: str
    costs: tuple[CostLine, ...]
    funding: tuple[CostLine, ...]
    days: Quantity
    kilometres: Quantity
    crew_hours: Quantity
    contacts: Quantity
    days_without_kilometres: int
    """Days that were held and of which nobody noted the kilometres: they count as the average."""

    @property
    def cost(self) -> int:
        """All costs, in cents."""
        return sum(line.total for line in self.costs)

    @property
    def paid(self) -> int:
        """All funding, in cents."""
        return sum(line.total for line in self.funding)

    @property
    def left(self) -> int:
        """What nobody pays yet: own means; below 0 more is paid than spent."""
        return self.cost - self.paid

    def for_each(self, quantity: Quantity) -> int | None:
        """Answer the cost for one of a quantity, in cents; None where there is none."""
        return _cents(Fraction(self.cost) / quantity.whole) if quantity.whole else None


def make_cost_sheet(
    first: date, last: date, currency: str, items: Iterable[Item], days: Sequence[DayFigures]
) -> CostSheet:
    """Answer the sheet of a period; amounts in another currency are left out.

    Of two amounts under one code the later takes the place of the earlier from its first day on.
    """
    within = [day for day in days if first <= day.day <= last]
    average = _Average(within)
    known = [item for item in items if item.currency == currency]
    lines = [line for item in known if (line := _line(item, known, first, last, within, average))]
    held = [day for day in within if day.is_held]
    return CostSheet(
        first,
        last,
        currency,
        tuple(line for line in lines if line.item.side == Side.COST),
        tuple(line for line in lines if line.item.side == Side.FUNDING),
        average.quantity(CostKind.PER_DAY, within),
        average.quantity(CostKind.PER_KM, within),
        average.quantity(CostKind.PER_CREW_HOUR, within),
        average.quantity(CostKind.PER_CONTACT, within),
        sum(day.kilometres is None for day in held),
    )


_COUNTED = (
    CostKind.PER_DAY, CostKind.PER_KM, CostKind.PER_CREW_HOUR, CostKind.PER_CONTACT
)  # fmt: skip


class _Average:
    """What a day comes to that was held."""

    def __init__(self, days: Sequence[DayFigures]) -> None:
        held = [day for day in days if day.is_held]
        noted = [day.kilometres for day in held if day.kilometres is not None]
        self._of = {
            CostKind.PER_DAY: Fraction(1),
            CostKind.PER_KM: Fraction(sum(noted), _TENTHS * (len(noted) or 1)),
            CostKind.PER_CREW_HOUR: Fraction(
                sum(day.crew_minutes for day in held), _MINUTES * (len(held) or 1)
            ),
            CostKind.PER_CONTACT: Fraction(sum(day.contacts for day in held), len(held) or 1),
        }

    def quantity(self, kind: CostKind, days: Iterable[DayFigures]) -> Quantity:
        counted = expected = Fraction(0)
        for day in days:
            known = self._counted(kind, day) if day.is_held else None
            if known is None:
                expected += self._expected(kind, day)
            else:
                counted += known
        return Quantity(counted, expected)

    def _counted(self, kind: CostKind, day: DayFigures) -> Fraction | None:
        if kind is CostKind.PER_KM:
            return None if day.kilometres is None else Fraction(day.kilometres, _TENTHS)
        if kind is CostKind.PER_CREW_HOUR:
            return Fraction(day.crew_minutes, _MINUTES)
        return Fraction(day.contacts if kind is CostKind.PER_CONTACT else 1)

    def _expected(self, kind: CostKind, day: DayFigures) -> Fraction:
        if kind is CostKind.PER_CREW_HOUR and day.crew_minutes:
            # Who goes along on a planned day is known.
            return Fraction(day.crew_minutes, _MINUTES)
        return self._of[kind]


def _line(
    item: Item,
    items: Iterable[Item],
    first: date,
    last: date,
    days: Sequence[DayFigures],
    average: _Average,
) -> CostLine | None:
    begin, end = max(first, item.valid_from), min(last, _end(item, items))
    kind = CostKind(item.kind)
    if end < begin:
        return None
    if kind in _COUNTED:
        quantity = average.quantity(kind, [day for day in days if begin <= day.day <= end])
    elif kind is CostKind.PER_MONTH:
        quantity = Quantity(_months(begin, end), Fraction(0))
    else:
        quantity = Quantity(_share(item, begin, end), Fraction(0))
    if not quantity.whole:
        return None
    counted = _cents(item.amount * quantity.counted)
    # So that both together are what the whole comes to.
    expected = _cents(item.amount * quantity.whole) - counted
    return CostLine(item, quantity, begin, end, counted, expected)


def _end(item: Item, items: Iterable[Item]) -> date:
    """Answer the last day on which an amount holds: before the next one of its code."""
    ends = [item.valid_until or date.max]
    if item.kind == CostKind.ONCE:
        return _spread_end(item)
    ends += [
        other.valid_from - timedelta(days=1)
        for other in items
        if other.code == item.code and other.valid_from > item.valid_from
    ]
    return min(ends)


def _spread_end(item: Item) -> date:
    """Answer the last day of what is paid once: its own, or that of the last month."""
    if not item.spread_months:
        return item.valid_from
    at = item.valid_from.year * _MONTHS + item.valid_from.month - 1 + item.spread_months
    day = date(at // _MONTHS, at % _MONTHS + 1, 1)
    return day + timedelta(days=item.valid_from.day - 1) - timedelta(days=1)


def _share(item: Item, begin: date, end: date) -> Fraction:
    """Answer which part of what is paid once falls into some days."""
    if not item.spread_months:
        return Fraction(1)
    whole = (_spread_end(item) - item.valid_from).days + 1
    return Fraction((end - begin).days + 1, whole)


def _months(first: date, last: date) -> Fraction:
    """Answer how many months that is; of a month begun as many days as it has."""
    months, day = Fraction(0), first
    while day <= last:
        after = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
        until = min(last, after - timedelta(days=1))
        length = (after - day.replace(day=1)).days
        months += Fraction((until - day).days + 1, length)
        day = after
    return months


def _cents(amount: Fraction) -> int:
    """Answer whole cents, half a cent upwards."""
    return int(amount + Fraction(1, 2)) if amount >= 0 else -int(-amount + Fraction(1, 2))
