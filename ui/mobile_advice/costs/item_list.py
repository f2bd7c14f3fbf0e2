"""The list of assumptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.mobile_advice.costs.queries import cost_items
from app.mobile_advice.costs.rules import Item
from resources.text import _, ngettext
from ui import formats
from ui.mobile_advice.costs.words import amount_words, kind_words, side_words, valid_words
from ui.views.row_columns import RowColumn, RowColumns
from ui.views.row_list import RowList
from ui.widgets.columns import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from app.exchange.views.rules import View
    from ui.desk import Desk, Pending


class ItemListView(RowList[Item]):
    """Records are assumptions."""

    def __init__(self, desk: Desk) -> None:
        """Build the list; nothing is asked before `refresh`."""
        self.columns = item_columns()
        table = DataTable(self.columns.of(self.columns.usual), _("Assumptions"))
        super().__init__(desk, "cost_items", self.columns, table)
        self.arrange()

    def ask_rows(self) -> Pending[tuple[Item, ...]]:
        """Ask for all assumptions."""
        return self.desk.ask(cost_items)

    def as_filters(self) -> tuple[tuple[str, str], ...]:
        """Answer nothing: the list is short."""
        return ()

    def take_filters(self, view: View) -> None:
        """Take nothing from a view but its columns."""

    def count_words(self, count: int) -> str:
        """Answer how many assumptions there are."""
        return ngettext("{count} assumption", "{count} assumptions", count)

    def nothing(self) -> EmptyState:
        """Answer what an empty list says."""
        sentence = _("What a kilometre, an hour or a month costs stands here, with its source.")
        return EmptyState(sentence, _("Add assumption"), icon="document")


def item_columns() -> RowColumns[Item]:
    """Answer all columns of assumptions in the language of the window."""
    title = Column(
        _("What it is"), _title, width="stretch", quiet=amount_words, least=190, strong=True
    )
    valid = Column(_("Valid"), valid_words, width=150, quiet=_side)
    columns: tuple[RowColumn[Item], ...] = (
        RowColumn("title", _("What it is"), _title, shown=title),
        RowColumn("valid", _("Valid"), valid_words, shown=valid),
        RowColumn("amount", _("Amount"), _amount, 100),
        RowColumn("currency", _("Currency"), _currency, 80),
        RowColumn("kind", _("For"), _kind, 150),
        RowColumn("side", _("Cost or funding"), _side, 110),
        RowColumn("spread", _("Spread over months"), _spread, 110),
        RowColumn("source", _("Where the amount comes from"), _source, 220),
    )
    return RowColumns(columns, ("title", "valid"))


def _title(item: Item) -> str:
    return item.title


def _amount(item: Item) -> str:
    return formats.show_number(item.amount / 100, 2)


def _currency(item: Item) -> str:
    return item.currency


def _kind(item: Item) -> str:
    return kind_words(item.kind)


def _side(item: Item) -> str:
    return side_words(item.side)


def _spread(item: Item) -> int | None:
    return item.spread_months or None


def _source(item: Item) -> str:
    return item.source
