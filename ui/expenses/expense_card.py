"""One claim: what it is for, how far it has come, and what the volunteer's year says about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.expenses.actions import submit_expense, take_expense_back
from app.expenses.queries import expense_card
from app.expenses.rules import ExpenseKind, ExpenseState
from resources.text import _, say
from ui import formats
from ui.clients.fact_grid import FactGrid
from ui.expenses.expense_columns import allowance_words
from ui.expenses.remarks_card import RemarksCard
from ui.expenses.words import (
    kind_words,
    money_words,
    route_words,
    spent_words,
    state_tone,
    state_words,
    way_words,
)
from ui.style import spacing
from ui.views.card_panel import RecordCard
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import quiet
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.expenses.queries import ExpenseCard, ExpenseRow
    from ui.desk import Desk, Pending


class ExpenseCardView(RecordCard):
    """Shows one claim after another."""

    accept_wanted = Signal(object)
    reject_wanted = Signal(object)
    reopen_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(desk, parent)
        self.card: ExpenseCard | None = None
        self._pending: Pending[ExpenseCard | None] | None = None
        self._undo: partial[None] | None = None
        self.header = PageHeader("")
        self.volunteer_button = quiet_button(_("Show volunteer"), "heart")
        self.edit_button = quiet_button(_("Change"), "edit")
        self.edit_button.setToolTip(_("Change the claim (F2)"))
        self.delete_button = quiet_button(_("Take back"), "bin")
        self.accept_button = primary_button("", "check")
        self.reject_button = plain_button(_("Reject claim"), "close")
        self.reopen_button = plain_button(_("Take decision back"), "undo")
        self.status = StatusLabel("")
        self.own = quiet(_("This is your own claim: a colleague decides about it."))
        self.facts = FactGrid(
            [_("Amount"), _("What it is for"), _("How it is paid"), _("Way"), _("Kilometres"),
             _("Purpose"), _("Receipt"), _("Submitted"), _("Decided"), _("Reason"), _("Paid on")]
        )  # fmt: skip
        self.year = RemarksCard(_("The year of the volunteer"))
        self._content = QWidget()
        self.state = StateStack(self._content)
        self._arrange()
        self._connect()

    def refresh(self) -> None:
        """Ask again for what is shown."""
        if self.record_id is None:
            return
        if self._pending is not None:
            self._pending.forget()
        self.state.show_loading()
        self._pending = self.desk.ask(expense_card, self.record_id)
        self._pending.then(self._on_card).if_unavailable(self._on_unavailable)

    def _arrange(self) -> None:
        for button in (self.volunteer_button, self.edit_button, self.delete_button):
            self.header.add_action(button)
        claim = Card(_("Claim"))
        claim.add(self.facts)
        buttons = FlowLayout(gap=spacing(8))
        for button in (self.accept_button, self.reject_button, self.reopen_button):
            buttons.addWidget(button)
        body = ScrollBody()
        body.body.setSpacing(spacing(12))
        for card in (claim, self.year):
            body.add(card)
        body.end()
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(spacing(12))
        for part in (self.header, self.status, self.own):
            inner.addWidget(part)
        inner.addLayout(buttons)
        inner.addWidget(body, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state)

    def _connect(self) -> None:
        self.volunteer_button.clicked.connect(self._on_volunteer_clicked)
        self.edit_button.clicked.connect(self._on_edit_clicked)
        self.delete_button.clicked.connect(self._on_delete_clicked)
        self.accept_button.clicked.connect(self._on_accept_clicked)
        self.reject_button.clicked.connect(self._on_reject_clicked)
        self.reopen_button.clicked.connect(self._on_reopen_clicked)
        self.state.retried.connect(self.refresh)

    def _on_card(self, card: ExpenseCard | None) -> None:
        self._pending = None
        self.card = card
        if card is None:
            sentence = _("This claim is no longer in the office.")
            self.state.show_empty(EmptyState(sentence, icon="document"))
            return
        row = card.row
        self.header.set_title(row.name)
        self.header.set_subtitle(formats.show_date(row.day))
        self.status.set_status(state_words(row.state), state_tone(row.state))
        self._show_buttons(row)
        self.facts.show_facts(_facts(card))
        self.year.setVisible(card.year is not None)
        if card.year is not None:
            self.year.show_year(card.year)
        self.state.show_content()

    def _show_buttons(self, row: ExpenseRow) -> None:
        is_open, is_approved = (
            row.state == ExpenseState.SUBMITTED,
            row.state == ExpenseState.APPROVED,
        )
        self.own.setVisible(is_open and row.is_mine)
        self.accept_button.setText(_("Approve claim") if is_open else _("Claim is paid"))
        self.accept_button.setVisible(is_approved or (is_open and not row.is_mine))
        self.reject_button.setVisible(is_open and not row.is_mine)
        self.reopen_button.setVisible(not is_open)
        for button in (self.edit_button, self.delete_button):
            button.setVisible(is_open)

    def _on_volunteer_clicked(self) -> None:
        if self.card is not None:
            self.place_wanted.emit(Place("volunteers", self.card.row.visitor_id))

    def _on_edit_clicked(self) -> None:
        if self.card is not None:
            self.edit_wanted.emit(self.card.row.id)

    def _on_accept_clicked(self) -> None:
        if self.card is not None:
            self.accept_wanted.emit([self.card.row])

    def _on_reject_clicked(self) -> None:
        if self.card is not None:
            self.reject_wanted.emit(self.card.row)

    def _on_reopen_clicked(self) -> None:
        if self.card is not None:
            self.reopen_wanted.emit([self.card.row.id])

    def _on_delete_clicked(self) -> None:
        if self.card is None:
            return
        row = self.card.row
        self._undo = partial(self._bring_back, row)
        pending = self.desk.act(take_expense_back, row.id, row.version)
        pending.then(self._on_deleted).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _on_deleted(self, _expense: UUID) -> None:
        self.said.emit(_("The claim is taken back."), self._undo)
        self.refresh()

    def _bring_back(self, row: ExpenseRow) -> None:
        pending = self.desk.act(submit_expense, row.as_details(), row.id)
        pending.then(self._on_brought_back).if_refused(self._on_refused)

    def _on_brought_back(self, _expense: UUID) -> None:
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _facts(card: ExpenseCard) -> list[str]:
    row, country = card.row, card.year.country if card.year is not None else "DE"
    paid = kind_words(row.kind)
    if row.kind == ExpenseKind.LUMP:
        paid = f"{paid} · {allowance_words(country, row.allowance, row.day)}"
    way = ""
    if row.kilometres:
        rate = money_words(row.rate, row.currency)
        way = _("{way} at {rate}").format(way=way_words(row.kilometres), rate=rate)
    decided = ""
    if row.decided_on is not None:
        decided = f"{formats.show_day(row.decided_on)}, {row.decided_by}"
    submitted = row.submitted_at.astimezone().date()
    return [
        money_words(row.amount, row.currency),
        spent_words(row.what),
        paid,
        route_words(row),
        way,
        row.purpose,
        _("Seen") if row.has_receipt else "",
        f"{formats.show_day(submitted)}, {row.submitted_by}",
        decided,
        row.reason,
        formats.show_day(row.paid_on) if row.paid_on is not None else "",
    ]
