"""Claims that wait for a decision or for their money, those paid, those rejected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from app.expenses.queries import ExpenseList, ExpenseRow, list_expenses
from resources.text import _, ngettext
from ui.expenses.expense_columns import expense_columns
from ui.expenses.words import money_words
from ui.views.row_list import RowList
from ui.widgets.buttons import quiet_button
from ui.widgets.chips import FilterBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_field import SearchField
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.exchange.views.rules import View
    from ui.desk import Desk, Pending


class ExpenseListView(RowList[ExpenseRow]):
    """On a row A approves or pays, R rejects; one button does it for all that are listed."""

    accept_wanted = Signal(object)
    """Rows to be approved, or paid."""
    reject_wanted = Signal(object)
    """A row to be rejected."""

    def __init__(self, desk: Desk) -> None:
        """Build the list; nothing is asked before `refresh`."""
        columns = expense_columns()
        table = DataTable(columns.of(columns.usual), _("Expenses"))
        super().__init__(desk, "expenses", columns, table)
        self.search = SearchField(_("Find claims of a volunteer"))
        self.filters: FilterBar[ExpenseList] = FilterBar(
            list(_lists().items()), _("Which claims are listed")
        )
        self.all_button = quiet_button(_("Approve all"), "check")
        self.arrange(self.search, self.filters, search=self.search, beside=self.all_button)
        self.filters.chosen.connect(self.on_narrowed)
        self.all_button.clicked.connect(self._on_all_clicked)
        self._listen("A", self._on_accept_key)
        self._listen("R", self._on_reject_key)

    def ask_rows(self) -> Pending[tuple[ExpenseRow, ...]]:
        """Ask for the claims of the list that is chosen."""
        return self.desk.ask(list_expenses, self.filters.value(), typed=self.search.value())

    def show_rows(self, rows: Sequence[ExpenseRow]) -> None:
        """Show other rows; the button says for how many it decides."""
        super().show_rows(rows)
        mine = self._deciding(rows)
        verbs = {ExpenseList.TO_DECIDE: _("Approve all"), ExpenseList.TO_PAY: _("All are paid")}
        verb = verbs.get(self.filters.value(), "")
        self.all_button.setVisible(bool(verb) and len(mine) > 1)
        self.all_button.setText(f"{verb} ({len(mine)})")
        self.all_button.setAccessibleName(self.all_button.text())

    def show_list(self, which: ExpenseList) -> None:
        """Show another list."""
        self.filters.set_value(which)
        self.on_narrowed()

    def after(self, row: ExpenseRow) -> ExpenseRow | None:
        """Answer the row that is next when one leaves the list."""
        rows = self.rows()
        at = next((at for at, one in enumerate(rows) if one.id == row.id), None)
        if at is None:
            return None
        rest = [*rows[at + 1 :], *rows[:at][::-1]]
        return rest[0] if rest else None

    def selection(self) -> str:
        """Answer in words what is listed."""
        typed = self.search.value()
        sought = _("Search: {typed}").format(typed=typed) if typed else ""
        return " · ".join(filter(None, (_lists()[self.filters.value()], sought)))

    def as_filters(self) -> tuple[tuple[str, str], ...]:
        """Answer the list."""
        return (("list", self.filters.value().value),)

    def take_filters(self, view: View) -> None:
        """Choose the list of a view."""
        which = view.chosen("list")
        known = which in set(ExpenseList)
        self.filters.set_value(ExpenseList(which) if known else ExpenseList.TO_DECIDE)

    def count_words(self, count: int) -> str:
        """Answer how many claims are listed, and what they come to."""
        rows = self.rows()
        words = ngettext("{count} claim", "{count} claims", count)
        sums: dict[str, int] = {}
        for row in rows:
            sums[row.currency] = sums.get(row.currency, 0) + row.amount
        told = (money_words(cents, currency) for currency, cents in sums.items())
        return " · ".join((words, *told))

    def nothing(self) -> EmptyState:
        """Answer what an empty list says."""
        if self.search.value():
            return EmptyState(_("No claim of this name belongs to this list."), icon="search")
        which = self.filters.value()
        if which is ExpenseList.TO_DECIDE:
            sentence = _("Nothing waits for a decision. Claims of volunteers stand here first.")
            return EmptyState(sentence, _("Add claim"), icon="done")
        sentences = {
            ExpenseList.TO_PAY: _("Nothing is to be paid."),
            ExpenseList.PAID: _("Nothing was paid yet."),
            ExpenseList.REJECTED: _("Nothing was rejected."),
        }
        return EmptyState(sentences[which], icon="done")

    def _deciding(self, rows: Sequence[ExpenseRow]) -> list[ExpenseRow]:
        is_deciding = self.filters.value() is ExpenseList.TO_DECIDE
        return [row for row in rows if not (is_deciding and row.is_mine)]

    def _listen(self, keys: str, slot: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(slot)

    def _on_all_clicked(self) -> None:
        self.accept_wanted.emit(self._deciding(self.rows()))

    def _on_accept_key(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.accept_wanted.emit([row])

    def _on_reject_key(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.reject_wanted.emit(row)


def _lists() -> dict[ExpenseList, str]:
    return {
        ExpenseList.TO_DECIDE: _("To be decided"),
        ExpenseList.TO_PAY: _("To be paid"),
        ExpenseList.PAID: _("Paid"),
        ExpenseList.REJECTED: _("Rejected"),
    }
