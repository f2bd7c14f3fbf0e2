"""Which state of a claim may follow which, and who may decide."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.expenses.rules.words import STATE_LABELS, ExpenseState
from app.text_rules import NAME_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Mapping

NEXT: Mapping[ExpenseState, frozenset[ExpenseState]] = MappingProxyType(
    {
        ExpenseState.SUBMITTED: frozenset({ExpenseState.APPROVED, ExpenseState.REJECTED}),
        ExpenseState.APPROVED: frozenset({ExpenseState.PAID, ExpenseState.SUBMITTED}),
        ExpenseState.REJECTED: frozenset({ExpenseState.SUBMITTED}),
        ExpenseState.PAID: frozenset({ExpenseState.APPROVED}),
    }
)
"""What may follow a state; going back is how a decision is undone."""

NOT_NEXT = N_("This claim is {now}. It cannot become {next}.")
OWN_CLAIM = N_("Nobody approves their own claim. Please ask a colleague.")
NOT_YOURS = N_("Volunteers submit their own claims only. Please ask the coordinator.")
OFFICE_DECIDES = N_("Only colleagues of the office decide about claims.")


def check_step(now: ExpenseState, to: ExpenseState, reason: str = "") -> tuple[Problem, ...]:
    """Answer what stands against a step of a claim; a rejection says why."""
    if to not in NEXT[now]:
        values = {"now": Problem(STATE_LABELS[now]), "next": Problem(STATE_LABELS[to])}
        return (Problem(NOT_NEXT, values=values),)
    if to is ExpenseState.REJECTED:
        return check_text(reason, "reason", longest=NAME_LENGTH, required=True)
    return ()
