"""Submitting a claim or changing one that is not decided yet; its draft is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.expenses.actions import EXPENSE_FORM, NEW_EXPENSE_FORM, change_expense, submit_expense
from app.expenses.queries import expense_to_edit
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.expenses.expense_fields import ExpenseFields

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.expenses.queries import ExpenseToEdit
    from ui.desk import Desk, Pending


class ExpenseForm(KeptForm):
    """The form of one claim."""

    def __init__(self, desk: Desk, editing: ExpenseToEdit, parent: QWidget | None = None) -> None:
        """Change a claim as it was read, or begin one."""
        super().__init__(desk, parent)
        self._editing = editing
        # Made here, so that saving twice makes one claim.
        self.expense_id = editing.expense_id or uuid4()
        self.content = ExpenseFields(desk, editing)
        name = _("New claim")
        if self.is_new:
            heading = _("New claim of {name}").format(name=editing.name) if editing.name else name
        else:
            heading = _("Claim of {name}").format(name=editing.name)
        verb = _("Submit claim") if self.is_new else _("Save claim")
        if self.is_new:
            form, subject = NEW_EXPENSE_FORM, editing.details.visitor_id or ""
        else:
            form, subject = EXPENSE_FORM, self.expense_id
        self.arrange(self.content, heading, verb, form, str(subject), editing.name or name)

    @property
    def is_new(self) -> bool:
        """Whether the claim is not submitted yet."""
        return self._editing.expense_id is None

    def send(self) -> Pending[UUID]:
        """Save the claim."""
        details = self.content.value()
        if self._editing.expense_id is None:
            return self.desk.act(submit_expense, details, self.expense_id)
        return self.desk.act(change_expense, self.expense_id, self._editing.version, details)

    def ask_newer(self) -> Pending[ExpenseToEdit | None]:
        """Ask for the claim as others left it."""
        return self.desk.ask(expense_to_edit, self.expense_id)

    def take(self, newer: ExpenseToEdit) -> None:
        """Show the claim as others left it."""
        self._editing = newer
        self.content.fill(newer)
