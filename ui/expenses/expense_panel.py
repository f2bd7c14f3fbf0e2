"""Beside the list of claims: one claim, or a form about claims and hours."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.expenses.actions import take_expense_back
from app.expenses.queries import expense_to_edit, year_of
from resources.text import _, say
from ui.expenses.expense_card import ExpenseCardView
from ui.expenses.expense_form import ExpenseForm
from ui.expenses.hours_form import HoursForm
from ui.views.card_panel import CardPanel
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.errors import Refused
    from app.expenses.queries import ExpenseToEdit, VolunteerYear
    from ui.desk import Desk


class ExpensePanel(CardPanel):
    """Records are claims."""

    card: ExpenseCardView

    def __init__(self, desk: Desk) -> None:
        """Begin with none chosen."""
        nothing = EmptyState(_("Choose a claim to decide about it."), icon="document")
        super().__init__(desk, ExpenseCardView(desk), nothing)

    def edit(self, record_id: UUID | None) -> None:
        """Open the form of a claim, or of a new one."""
        self.wait(self.desk.ask(expense_to_edit, record_id).then(self._on_ready))

    def add_for(self, person_id: UUID) -> None:
        """Open the form of a new claim of a volunteer."""
        self.wait(self.desk.ask(expense_to_edit, None, person_id).then(self._on_ready))

    def note_hours(self, person_id: UUID) -> None:
        """Open the form of hours of a volunteer."""
        year = self.desk.local_now.year
        self.wait(self.desk.ask(year_of, person_id, year).then(self._on_year))

    def record_of(self, form: ExpenseForm | HoursForm) -> UUID:
        """Answer the claim that a form is about; hours are about a person."""
        return form.person_id if isinstance(form, HoursForm) else form.expense_id

    def saved_words(self, form: ExpenseForm | HoursForm) -> tuple[str, Callable[[], None] | None]:
        """Answer what is said when a form is saved; a new claim can be taken back."""
        if isinstance(form, HoursForm):
            return _("The hours are saved."), None
        if not form.is_new:
            return _("The claim is saved."), None
        return _("The claim is submitted."), partial(self._take_back, form.expense_id)

    def _take_back(self, expense_id: UUID) -> None:
        pending = self.desk.act(take_expense_back, expense_id, 1)
        pending.then(self._on_taken_back).if_refused(self._on_refused)

    def _on_taken_back(self, _expense: UUID) -> None:
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_ready(self, editing: ExpenseToEdit | None) -> None:
        if editing is None:
            self.said.emit(_("This claim is no longer in the office."), None)
            return
        is_known = bool(editing.details.visitor_id and editing.name)
        first = "day" if is_known else "visitor_id"
        self.open_form(partial(ExpenseForm, self.desk, editing), first)

    def _on_year(self, year: VolunteerYear | None) -> None:
        if year is None:
            self.said.emit(_("This person is no longer in the office."), None)
            return
        self.open_form(partial(HoursForm, self.desk, year.person_id, year.name), "day")
