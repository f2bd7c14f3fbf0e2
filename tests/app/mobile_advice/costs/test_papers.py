"""Requirements of the financing plan: what is assumed and counted stand apart, with sources."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from app.mobile_advice.costs.actions import save_cost_item
from app.mobile_advice.costs.papers import cost_paper
from app.mobile_advice.costs.rules import CostItemDetails, CostKind, Side
from tests.factories.booking import TODAY, halt
from tests.forms.reading import text_of

if TYPE_CHECKING:
    from app.office import Office

YEAR = (date(2026, 1, 1), date(2026, 12, 31))
MADE = (datetime(2026, 11, 24, 9), "Petra Schneider")  # noqa: DTZ001 - local wall-clock time


def test_the_plan_names_costs_funding_the_rest_and_every_source(office: Office) -> None:
    halt(office, TODAY)
    for side, title, kind, amount in (
        (Side.COST, "Kaffee", CostKind.PER_DAY, 18_00),
        (Side.COST, "Bus", CostKind.ONCE, 9_600_00),
        (Side.FUNDING, "Zuschuss", CostKind.PER_MONTH, 1_00),
    ):
        details = CostItemDetails(
            title, side, kind, amount, 96 if kind is CostKind.ONCE else None, YEAR[0],
            source=f"Beleg {title}",
        )  # fmt: skip
        office.act(save_cost_item, uuid4(), 0, details)
    printed = text_of(office.ask(cost_paper, YEAR, "en", MADE))
    for words in ("Kaffee", "18.00 for each day", "over 96 months", "Beleg Zuschuss", "12.00"):
        assert words in printed
