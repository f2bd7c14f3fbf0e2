"""Requirements of the cost sheet: dated amounts, what is counted, what is only expected."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Conflict, Refused
from app.mobile_advice.advice.actions import record_advice
from app.mobile_advice.advice.rules import ContactDetails
from app.mobile_advice.costs.actions import remove_cost_item, save_cost_item
from app.mobile_advice.costs.queries import cost_items, cost_sheet
from app.mobile_advice.costs.rules import (
    CostItemDetails,
    CostKind,
    DayFigures,
    Item,
    Side,
    check_item,
    make_cost_sheet,
)
from tests.factories.booking import TODAY, halt

if TYPE_CHECKING:
    from app.mobile_advice.costs.rules import CostSheet
    from app.office import Office

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)
GOOD = CostItemDetails("Diesel", amount=45, valid_from=FIRST, source="Invoice of the garage")


def item(kind: CostKind, amount: int, **more: Any) -> Item:  # noqa: ANN401 - attributes of an item
    """Answer an assumption that holds from the first day on."""
    known: dict[str, Any] = {
        "code": uuid4().hex, "title": kind.value, "side": Side.COST.value, "currency": "EUR",
        "spread_months": 0, "valid_from": FIRST, "valid_until": None, "source": "",
    } | more  # fmt: skip
    return Item(id=uuid4(), version=1, kind=kind.value, amount=amount, **known)


def sheet(*items: Item, days: tuple[DayFigures, ...] = ()) -> CostSheet:
    """Answer the sheet of the year."""
    return make_cost_sheet(FIRST, LAST, "EUR", items, days)


def test_a_later_amount_takes_the_place_of_the_earlier_from_its_first_day_on() -> None:
    days = (
        DayFigures(date(2026, 3, 3), is_held=True, kilometres=400),
        DayFigures(date(2026, 9, 1), is_held=True, kilometres=200),
    )
    old = item(CostKind.PER_KM, 40, code="diesel")
    new = item(CostKind.PER_KM, 50, code="diesel", valid_from=date(2026, 7, 1))
    found = sheet(old, new, days=days)
    assert [line.total for line in found.costs] == [1600, 1000]


def test_planned_days_count_with_the_average_and_are_told_apart() -> None:
    held = [
        DayFigures(date(2026, 3, day), is_held=True, kilometres=300, crew_minutes=480, contacts=10)
        for day in (3, 10)
    ]
    unnoted = DayFigures(
        date(2026, 3, 17), is_held=True, kilometres=None, crew_minutes=480, contacts=4
    )
    planned = DayFigures(date(2026, 12, 1), is_held=False)
    items = (
        item(CostKind.PER_KM, 100),
        item(CostKind.PER_CREW_HOUR, 1000),
        item(CostKind.PER_CONTACT, 30),
        item(CostKind.PER_DAY, 500),
    )
    found = sheet(*items, days=(*held, unnoted, planned))
    assert [(line.counted, line.expected) for line in found.costs] == [
        (6000, 6000), (24000, 8000), (720, 240), (1500, 500)
    ]  # fmt: skip
    assert found.days_without_kilometres == 1
    assert found.for_each(found.days) == found.cost // 4


def test_what_is_paid_once_is_spread_over_its_months() -> None:
    bus = item(CostKind.ONCE, 96_000_00, spread_months=96)
    rent = item(CostKind.PER_MONTH, 100_00, valid_from=date(2026, 6, 16))
    paint = item(CostKind.ONCE, 900_00, valid_from=date(2026, 5, 5))
    past = item(CostKind.ONCE, 900_00, valid_from=date(2025, 5, 5))
    found = sheet(bus, rent, paint, past)
    amounts = [line.total for line in found.costs]
    assert abs(amounts[0] - 12_000_00) < 10_00
    assert amounts[1:] == [650_00, 900_00]


def test_the_rest_is_what_nobody_pays() -> None:
    cost = item(CostKind.PER_MONTH, 1000)
    grant = item(CostKind.PER_MONTH, 700, side=Side.FUNDING.value)
    crowns = item(CostKind.PER_MONTH, 9999, currency="DKK")
    found = sheet(cost, grant, crowns)
    assert (found.cost, found.paid, found.left) == (12_000, 8_400, 3_600)
    assert found.for_each(found.contacts) is None


@given(st.lists(st.integers(0, 999), max_size=30), st.integers(1, 99_999))
def test_counted_and_expected_add_up_to_the_cent(kilometres: list[int], amount: int) -> None:
    days = tuple(
        DayFigures(date(2026, 1, 1 + at % 28), is_held=at % 3 != 0, kilometres=one) for at, one in
        enumerate(kilometres)
    )  # fmt: skip
    for line in sheet(item(CostKind.PER_KM, amount), days=days).costs:
        whole = line.quantity.whole * amount
        assert abs(line.total - whole) <= 1 / 2


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": " "}, "title"),
        ({"amount": 0}, "amount"),
        ({"kind": "per_cow"}, "kind"),
        ({"spread_months": 12}, "spread_months"),
        ({"valid_from": None}, "valid_from"),
        ({"valid_until": date(2025, 1, 1)}, "valid_until"),
        ({"source": ""}, "source"),
    ],
)
def test_an_assumption_without_amount_day_or_source_is_refused(
    change: dict[str, Any], field: str
) -> None:
    assert [problem.field for problem in check_item(replace(GOOD, **change))] == [field]
    assert check_item(GOOD) == ()


def test_the_sheet_counts_the_days_of_the_bus_and_who_came(office: Office) -> None:
    place = halt(office, TODAY)
    office.act(
        record_advice, uuid4(), ContactDetails(TODAY, topics=("care",), stop_id=place.stop_id)
    )
    key = uuid4()
    office.act(save_cost_item, key, 0, replace(GOOD, kind=CostKind.PER_CONTACT))
    office.act(save_cost_item, key, 0, GOOD)
    (known,) = office.ask(cost_items)
    assert (known.amount, known.currency, known.kind) == (45, "EUR", "per_contact")
    found = office.ask(cost_sheet, FIRST, LAST, date(2026, 11, 24))
    assert [line.counted for line in found.costs] == [45]
    assert found.days.counted == found.contacts.counted == Fraction(1)
    with pytest.raises(Conflict):
        office.act(save_cost_item, key, 9, GOOD)
    office.act(remove_cost_item, key, 1)
    with pytest.raises(Refused):
        office.act(remove_cost_item, key, 1)
