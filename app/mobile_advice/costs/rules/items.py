"""One assumption: what something costs, or who pays, from a day on and by which source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.text_rules import MISSING, NAME_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

MOST_CENTS = 100_000_000_00
MOST_MONTHS = 600
NOT_OFFERED = N_("Please choose one of the entries offered.")
ENDS_BEFORE = N_("This ends before it begins.")
NO_AMOUNT = N_("Please enter an amount above 0.")
ONLY_ONCE = N_("Only what is paid once can be spread over months.")
NO_SOURCE = N_("Please say where the amount comes from: whoever decides asks for it.")
OUT_OF_RANGE = N_("Please enter a number from {least} to {most}.")


class Side(StrEnum):
    """Whether something is spent or paid for."""

    COST = "cost"
    FUNDING = "funding"


class CostKind(StrEnum):
    """What an amount is multiplied by."""

    PER_KM = "per_km"
    PER_CREW_HOUR = "per_crew_hour"
    PER_DAY = "per_day"
    PER_CONTACT = "per_contact"
    PER_MONTH = "per_month"
    ONCE = "once"


SIDE_LABELS: Mapping[Side, str] = MappingProxyType(
    {Side.COST: N_("Cost"), Side.FUNDING: N_("Funding")}
)
KIND_LABELS: Mapping[CostKind, str] = MappingProxyType(
    {
        CostKind.PER_KM: N_("for each kilometre"),
        CostKind.PER_CREW_HOUR: N_("for each hour of the crew"),
        CostKind.PER_DAY: N_("for each day of a tour"),
        CostKind.PER_CONTACT: N_("for each contact"),
        CostKind.PER_MONTH: N_("for each month"),
        CostKind.ONCE: N_("once"),
    }
)


@dataclass(frozen=True, slots=True)
class CostItemDetails:
    """The form of one assumption."""

    title: str = ""
    side: str = Side.COST
    kind: str = CostKind.PER_KM
    amount: int | None = None
    """Cents (øre)."""
    spread_months: int | None = None
    """Over how many months what is paid once is spread; None is in the month of the payment."""
    valid_from: date | None = None
    valid_until: date | None = None
    source: str = ""


def check_item(details: CostItemDetails) -> tuple[Problem, ...]:
    """Answer everything that is wrong with an assumption."""
    return (
        *check_text(details.title, "title", longest=NAME_LENGTH, required=True),
        *_check_choices(details),
        *_check_amount(details),
        *_check_days(details),
        *(
            check_text(details.source, "source", longest=NAME_LENGTH)
            if details.source.strip()
            else (Problem(NO_SOURCE, "source"),)
        ),
    )


def _check_choices(details: CostItemDetails) -> tuple[Problem, ...]:
    offered = (
        ("side", details.side in set(Side)),
        ("kind", details.kind in set(CostKind)),
    )
    return tuple(Problem(NOT_OFFERED, field) for field, is_offered in offered if not is_offered)


def _check_amount(details: CostItemDetails) -> tuple[Problem, ...]:
    if details.amount is None or not 0 < details.amount <= MOST_CENTS:
        return (Problem(NO_AMOUNT, "amount"),)
    if not details.spread_months:
        return ()
    if details.kind != CostKind.ONCE:
        return (Problem(ONLY_ONCE, "spread_months"),)
    if details.spread_months > MOST_MONTHS:
        return (Problem(OUT_OF_RANGE, "spread_months", {"least": 1, "most": MOST_MONTHS}),)
    return ()


def _check_days(details: CostItemDetails) -> tuple[Problem, ...]:
    if details.valid_from is None:
        return (Problem(MISSING, "valid_from"),)
    if details.valid_until is not None and details.valid_until < details.valid_from:
        return (Problem(ENDS_BEFORE, "valid_until"),)
    return ()
