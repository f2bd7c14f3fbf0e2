"""What costs are called in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.mobile_advice.costs.rules import KIND_LABELS, SIDE_LABELS, CostKind
from resources.text import _
from ui import formats
from ui.expenses.words import money_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from app.mobile_advice.costs.rules import CostLine, Item

_MANY = 10
"""From so many on a part of one is left out."""


def kind_words(kind: str) -> str:
    """Answer what an amount is for."""
    return _said(KIND_LABELS, kind)


def side_words(side: str) -> str:
    """Answer whether something is spent or paid for."""
    return _said(SIDE_LABELS, side)


def amount_words(item: Item) -> str:
    """Answer an amount and what it is for."""
    amount = money_words(item.amount, item.currency)
    return _("{amount} {what}").format(amount=amount, what=kind_words(item.kind))


def valid_words(item: Item) -> str:
    """Answer from which day to which an assumption holds."""
    first = formats.show_day(item.valid_from)
    if item.valid_until is None:
        return _("from {day}").format(day=first)
    return formats.show_date_span(item.valid_from, item.valid_until)


def quantity_words(quantity: Fraction) -> str:
    """Answer a quantity; of a few also a part of one."""
    is_whole = quantity.denominator == 1 or quantity >= _MANY
    return formats.show_number(float(quantity), 0 if is_whole else 1)


def lines_quantity(line: CostLine) -> str:
    """Answer how much was counted, and how much is expected besides."""
    if line.item.kind == CostKind.ONCE:
        months = line.item.spread_months
        part = quantity_words(line.quantity.counted * months)
        told = _("{part} of {months} months")
        return told.format(part=part, months=months) if months else ""
    counted = quantity_words(line.quantity.counted)
    if not line.quantity.expected:
        return counted
    return _("{counted} + {expected} expected").format(
        counted=counted, expected=quantity_words(line.quantity.expected)
    )


def _said(labels: Mapping[Any, str], code: str) -> str:
    known = {str(key): words for key, words in labels.items()}
    return _(known[code]) if code in known else code
