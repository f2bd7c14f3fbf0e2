"""What can be asked about expenses: lists, one claim, a volunteer's year."""

from app.expenses.queries.claims import (
    ExpenseCard,
    ExpenseList,
    ExpenseRow,
    PaymentRow,
    expense_card,
    expenses_of,
    list_expenses,
    office_currency,
    payments,
)
from app.expenses.queries.editing import ExpenseToEdit, expense_to_edit, preview_amount
from app.expenses.queries.letters import LetterOfPeriod, letter_of_period
from app.expenses.queries.year import (
    HoursRow,
    Sums,
    VolunteerYear,
    lump_remarks,
    sums_of,
    year_of,
)

__all__ = [
    "ExpenseCard",
    "ExpenseList",
    "ExpenseRow",
    "ExpenseToEdit",
    "HoursRow",
    "LetterOfPeriod",
    "PaymentRow",
    "Sums",
    "VolunteerYear",
    "expense_card",
    "expense_to_edit",
    "expenses_of",
    "letter_of_period",
    "list_expenses",
    "lump_remarks",
    "office_currency",
    "payments",
    "preview_amount",
    "sums_of",
    "year_of",
]
