"""The page of expenses: claims on the left, the chosen one on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from app.expenses.queries import ExpenseList, ExpenseRow, payments
from resources.text import _
from ui.exchange.exports import Exports
from ui.expenses.deciding import Deciding
from ui.expenses.expense_columns import expense_columns, payment_columns
from ui.expenses.expense_list import ExpenseListView
from ui.expenses.expense_panel import ExpensePanel
from ui.views.list_page import CardPage, add_button, export_button
from ui.widgets.buttons import plain_button
from ui.widgets.export_offer import ExportOffer, given_rows
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.expenses.queries import PaymentRow
    from ui.desk import Desk


class ExpensesPage(CardPage):
    """A approves and R rejects what is chosen; the next claim is chosen by itself."""

    features: ClassVar[frozenset[str]] = frozenset({"expenses", "volunteers", "clients"})
    list: ExpenseListView
    panel: ExpensePanel

    def __init__(self, desk: Desk) -> None:
        """Build the page."""
        super().__init__(desk)
        self.list = ExpenseListView(desk)
        self.panel = ExpensePanel(desk)
        self.deciding = Deciding(desk, self)
        self.exports = Exports(self)
        self._next: UUID | None = None
        self._came_from: UUID | None = None
        self.export_button = export_button()
        self.payments_button = plain_button(_("Payment list"), "download")
        self.payments_button.setToolTip(_("Save what is to be paid to whom, added up"))
        self.add_button = add_button(_("New claim"), _("Add a claim (Ctrl+N)"))
        self.add_button.clicked.connect(self.on_add_wanted)
        self.export_button.clicked.connect(self._on_export_wanted)
        self.payments_button.clicked.connect(self._on_payments_wanted)
        actions = (self.payments_button, self.export_button, self.add_button)
        self.build(_("Expenses"), *actions, search=self.list.search)

    def connect_parts(self) -> None:
        """Let list and card decide alike."""
        super().connect_parts()
        self.list.accept_wanted.connect(self._on_accept_wanted)
        self.list.reject_wanted.connect(self._on_reject_wanted)
        self.panel.card.accept_wanted.connect(self._on_accept_wanted)
        self.panel.card.reject_wanted.connect(self._on_reject_wanted)
        self.panel.card.reopen_wanted.connect(self.deciding.reopen)
        self.deciding.said.connect(self.said)
        self.deciding.decided.connect(self._on_decided)
        self.panel.saved.connect(self._on_saved)

    def show_place(self, place: Place) -> None:
        """Show a claim or a list, or begin "new" or "hours" of a volunteer, or "payments"."""
        self.refresh()
        self._came_from = place.record if place.doing in {"new", "hours"} else None
        if place.doing == "export":
            self._on_export_wanted()
        elif place.doing == "payments":
            self._on_payments_wanted()
        elif place.doing in set(ExpenseList):
            self.list.show_list(ExpenseList(place.doing))
            self.split.show_list()
        elif place.doing == "hours" and place.record is not None:
            self.panel.note_hours(place.record)
            self.split.show_detail()
        elif place.doing == "new" and place.record is not None:
            self.panel.add_for(place.record)
            self.split.show_detail()
        elif place.doing == "new":
            self.on_add_wanted()
        elif place.record is not None:
            self.show_record(place.record)
            if place.doing == "edit":
                self.panel.edit(place.record)

    def focus_card(self) -> None:
        """Give the keyboard to the decision."""
        self.panel.card.accept_button.setFocus()

    def _on_accept_wanted(self, rows: Sequence[ExpenseRow]) -> None:
        self._note_next(rows)
        self.deciding.accept(rows)

    def _on_reject_wanted(self, row: ExpenseRow) -> None:
        self._note_next([row])
        self.deciding.reject(row)

    def _note_next(self, rows: Sequence[ExpenseRow]) -> None:
        following = self.list.after(rows[0]) if len(rows) == 1 else None
        self._next = following.id if following is not None else None

    def _on_decided(self, rows: Sequence[ExpenseRow]) -> None:
        """Go on with the claim after the one that was decided."""
        if rows and self._next is not None:
            self.panel.show_record(self._next)
            self.list.show_record(self._next)
            self.list.table.setFocus()
        self._next = None
        self.refresh()

    def _on_saved(self, record_id: UUID) -> None:
        if record_id == self._came_from:
            # Hours were noted from the volunteer's own page: there they are seen.
            self._came_from = None
            self.panel.show_nothing()
            self.place_wanted.emit(Place("volunteers", record_id))

    def _on_export_wanted(self) -> None:
        self.list.ask_rows().then(self._on_export_rows)

    def _on_export_rows(self, rows: tuple[ExpenseRow, ...]) -> None:
        columns, chosen = expense_columns(), self.list.views.view.columns
        offer: ExportOffer[ExpenseRow] = ExportOffer(
            list_name="expenses",
            title=_("Expenses"),
            count=len(rows),
            columns=columns.for_files(),
            chosen=columns.chosen_for_files(chosen),
            fetch=given_rows(rows),
            person_of=_visitor_id,
            is_protected=_is_protected,
            selection=self.list.selection(),
        )
        self.export_asked.emit(offer)

    def _on_payments_wanted(self) -> None:
        self.desk.ask(payments).then(self._on_payments)

    def _on_payments(self, rows: tuple[PaymentRow, ...]) -> None:
        if not rows:
            self.said.emit(_("Nothing is to be paid."), None)
            return
        columns = payment_columns()
        offer: ExportOffer[PaymentRow] = ExportOffer(
            list_name="payments",
            title=_("Payment list"),
            count=len(rows),
            columns=columns.for_files(),
            chosen=columns.chosen_for_files(columns.usual),
            fetch=given_rows(rows),
            person_of=_id,
            is_protected=_is_protected,
            selection=_("Approved claims"),
            form="pdf",
        )
        self.export_asked.emit(offer)


def _visitor_id(row: ExpenseRow) -> UUID:
    return row.visitor_id


def _id(row: PaymentRow) -> UUID:
    return row.id


def _is_protected(row: ExpenseRow | PaymentRow) -> bool:
    return row.address_protected
