"""The columns of the cost sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.mobile_advice.costs.rules import Side
from resources.text import _
from ui import formats
from ui.expenses.words import money_words
from ui.mobile_advice.costs.words import (
    amount_words,
    kind_words,
    lines_quantity,
    quantity_words,
    side_words,
)
from ui.views.row_columns import RowColumn, RowColumns
from ui.widgets.columns import Column

if TYPE_CHECKING:
    from datetime import date

    from app.mobile_advice.costs.rules import CostLine


def line_columns() -> RowColumns[CostLine]:
    """Answer all columns of the sheet in the language of the window."""
    title = Column(_("What it is"), _title, width="stretch", quiet=_source, least=200, strong=True)
    amount = Column(_("Assumption"), _assumed, width=260, quiet=lines_quantity)
    total = Column(_("Total"), _total, width=168, quiet=_expected_words, align="right", strong=True)
    columns: tuple[RowColumn[CostLine], ...] = (
        RowColumn("title", _("What it is"), _title, shown=title),
        RowColumn("assumption", _("Assumption"), _assumed, shown=amount),
        RowColumn("total", _("Total"), _total_number, shown=total),
        RowColumn("side", _("Cost or funding"), _side, 110),
        RowColumn("amount", _("Amount"), _amount_number, 100),
        RowColumn("kind", _("For"), _kind, 150),
        RowColumn("quantity", _("Counted"), _quantity, 90),
        RowColumn("expected_quantity", _("Expected"), _expected_quantity, 90),
        RowColumn("counted", _("Counted, amount"), _counted_number, 110),
        RowColumn("expected", _("Expected, amount"), _expected_number, 110),
        RowColumn("currency", _("Currency"), _currency, 80),
        RowColumn("valid_from", _("Valid from"), _valid_from, 110),
        RowColumn("source", _("Where the amount comes from"), _source, 220),
    )
    return RowColumns(columns, ("title", "assumption", "total"))


def _title(line: CostLine) -> str:
    if line.item.side == Side.FUNDING:
        return _("{title} (funding)").format(title=line.item.title)
    return line.item.title


def _source(line: CostLine) -> str:
    return line.item.source


def _assumed(line: CostLine) -> str:
    return amount_words(line.item)


def _total(line: CostLine) -> str:
    return money_words(line.total, line.item.currency)


def _expected_words(line: CostLine) -> str:
    if not line.expected:
        return ""
    amount = money_words(line.expected, line.item.currency)
    return _("{amount} expected").format(amount=amount)


def _total_number(line: CostLine) -> str:
    return formats.show_number(line.total / 100, 2)


def _amount_number(line: CostLine) -> str:
    return formats.show_number(line.item.amount / 100, 2)


def _counted_number(line: CostLine) -> str:
    return formats.show_number(line.counted / 100, 2)


def _expected_number(line: CostLine) -> str:
    return formats.show_number(line.expected / 100, 2)


def _quantity(line: CostLine) -> str:
    return quantity_words(line.quantity.counted)


def _expected_quantity(line: CostLine) -> str:
    return quantity_words(line.quantity.expected)


def _side(line: CostLine) -> str:
    return side_words(line.item.side)


def _kind(line: CostLine) -> str:
    return kind_words(line.item.kind)


def _currency(line: CostLine) -> str:
    return line.item.currency


def _valid_from(line: CostLine) -> date:
    return line.item.valid_from
