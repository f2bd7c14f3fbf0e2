"""What is known of hours and money: claims, rates, allowances, the card of the state."""

from app.expenses.rules.claim import ExpenseDetails, check_expense
from app.expenses.rules.deciding import NEXT, NOT_YOURS, OFFICE_DECIDES, OWN_CLAIM, check_step
from app.expenses.rules.hours import HoursDetails, check_hours
from app.expenses.rules.rates import (
    Allowance,
    KilometreRate,
    Limit,
    Tariff,
    first_rate,
    mileage,
    read_tariff,
)
from app.expenses.rules.words import (
    KIND_LABELS,
    SPENT_LABELS,
    STATE_LABELS,
    ExpenseKind,
    ExpenseState,
    Spent,
    kind_of,
)
from app.expenses.rules.year import (
    CardRule,
    Cents,
    Remark,
    Tone,
    YearSum,
    allowance_remarks,
    card_remarks,
    read_cards,
)

__all__ = [
    "KIND_LABELS",
    "NEXT",
    "NOT_YOURS",
    "OFFICE_DECIDES",
    "OWN_CLAIM",
    "SPENT_LABELS",
    "STATE_LABELS",
    "Allowance",
    "CardRule",
    "Cents",
    "ExpenseDetails",
    "ExpenseKind",
    "ExpenseState",
    "HoursDetails",
    "KilometreRate",
    "Limit",
    "Remark",
    "Spent",
    "Tariff",
    "Tone",
    "YearSum",
    "allowance_remarks",
    "card_remarks",
    "check_expense",
    "check_hours",
    "check_step",
    "first_rate",
    "kind_of",
    "mileage",
    "read_cards",
    "read_tariff",
]
