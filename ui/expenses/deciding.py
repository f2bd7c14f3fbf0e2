"""Deciding about claims: approve, pay, reject with a reason; the toast takes it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.expenses.actions import approve_expenses, pay_expenses, reject_expense, reopen_expenses
from app.expenses.rules import ExpenseState
from resources.text import _, ngettext, say
from ui.widgets.question import Question

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.errors import Refused, Unavailable
    from app.expenses.queries import ExpenseRow
    from ui.desk import Desk


class Deciding(QObject):
    """Serves the list and the card alike."""

    said = Signal(str, object)
    """A sentence for the toast, and a callable that undoes it (or None)."""
    decided = Signal(object)
    """The rows that were decided."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        """Ask over a window."""
        super().__init__(window)
        self._desk, self._window = desk, window
        self._rows: tuple[ExpenseRow, ...] = ()
        self._words = ""

    def accept(self, rows: Sequence[ExpenseRow]) -> None:
        """Approve submitted claims, or note that approved ones are paid."""
        if not rows:
            return
        keys, states = [(row.id, row.version) for row in rows], {row.state for row in rows}
        self._rows = tuple(rows)
        if states == {ExpenseState.SUBMITTED}:
            self._words = ngettext(
                "{count} claim is approved.", "{count} claims are approved.", len(rows)
            )
            pending = self._desk.act(approve_expenses, keys)
        elif states == {ExpenseState.APPROVED}:
            self._words = ngettext("{count} claim is paid.", "{count} claims are paid.", len(rows))
            pending = self._desk.act(pay_expenses, keys, self._desk.local_now.date())
        else:
            return
        pending.then(self._on_done).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def reject(self, row: ExpenseRow) -> None:
        """Ask for the reason and reject a submitted claim."""
        if row.state != ExpenseState.SUBMITTED:
            return
        sentence = _("{name} reads the reason and can submit a new claim.").format(name=row.name)
        reason = Question.ask_text(
            self._window, _("Reject claim"), _("Reason"), _("Reject claim"), sentence=sentence
        )
        if reason is None:
            return
        self._rows, self._words = (row,), _("The claim is rejected.")
        pending = self._desk.act(reject_expense, row.id, row.version, reason)
        pending.then(self._on_done).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def reopen(self, rows: Sequence[UUID]) -> None:
        """Take the last decision back."""
        pending = self._desk.act(reopen_expenses, list(rows))
        pending.then(self._on_reopened).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _on_done(self, _answer: object) -> None:
        rows = self._rows
        self.said.emit(self._words, partial(self.reopen, [row.id for row in rows]))
        self.decided.emit(rows)

    def _on_reopened(self, _count: int) -> None:
        self.decided.emit(())

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)
