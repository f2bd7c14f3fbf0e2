"""The words of expenses: what was spent, how it is paid, how far a claim has come."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


class ExpenseKind(StrEnum):
    """Whether what was really spent is paid, or a sum without proof."""

    ACTUAL = "actual"
    LUMP = "lump"


class Spent(StrEnum):
    """What a claim is for."""

    KILOMETRES = "kilometres"
    """Ways with the own car, at the rate of the day."""
    FARE = "fare"
    OUTLAY = "outlay"
    LUMP = "lump"


class ExpenseState(StrEnum):
    """How far a claim has come."""

    SUBMITTED = "submitted"
    APPROVED = "approved"
    REJECTED = "rejected"
    PAID = "paid"


KIND_LABELS: Mapping[ExpenseKind, str] = MappingProxyType(
    {ExpenseKind.ACTUAL: N_("Actual cost"), ExpenseKind.LUMP: N_("Lump sum")}
)
SPENT_LABELS: Mapping[Spent, str] = MappingProxyType(
    {
        Spent.KILOMETRES: N_("Kilometres by car"),
        Spent.FARE: N_("Tickets"),
        Spent.OUTLAY: N_("Something that was bought"),
        Spent.LUMP: N_("Lump sum"),
    }
)
STATE_LABELS: Mapping[ExpenseState, str] = MappingProxyType(
    {
        ExpenseState.SUBMITTED: N_("Submitted"),
        ExpenseState.APPROVED: N_("Approved"),
        ExpenseState.REJECTED: N_("Rejected"),
        ExpenseState.PAID: N_("Paid"),
    }
)


def kind_of(what: str) -> ExpenseKind:
    """Answer how a claim is paid, by what it is for."""
    return ExpenseKind.LUMP if what == Spent.LUMP else ExpenseKind.ACTUAL
