"""Beside the list: the chosen case, or a form about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.referrals.housing_cases.queries import case_card, case_to_edit
from resources.text import _
from ui.referrals.housing_cases.case_card import CaseCardView
from ui.referrals.housing_cases.case_form import CaseForm
from ui.referrals.housing_cases.step_forms import ClosingForm, StepForm
from ui.views.card_panel import CardPanel
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.referrals.housing_cases.queries import CaseCard, CaseToEdit
    from ui.desk import Desk


class CasePanel(CardPanel):
    """Forms are those of the case, of a step, and of its end."""

    card: CaseCardView

    def __init__(self, desk: Desk) -> None:
        """Begin with none chosen."""
        nothing = EmptyState(_("Choose a case to see how far it went."), icon="home")
        super().__init__(desk, CaseCardView(desk), nothing)
        self.card.step_wanted.connect(self.take_step)
        self.card.close_wanted.connect(self.close_case)

    def edit(self, record_id: UUID | None) -> None:
        """Open the form of a case, or of a new one."""
        self.wait(
            self.desk.ask(case_to_edit, record_id, self.desk.local_now.date()).then(self._on_ready)
        )

    def begin_from(self, *, enquiry_id: UUID | None = None, person_id: UUID | None = None) -> None:
        """Open the form of a new case after an enquiry, or about a person."""
        today = self.desk.local_now.date()
        asked = self.desk.ask(case_to_edit, None, today, enquiry_id=enquiry_id, person_id=person_id)
        self.wait(asked.then(self._on_ready))

    def take_step(self, case_id: UUID) -> None:
        """Open the form of a step."""
        asked = self.desk.ask(case_card, case_id, self.desk.local_now.date())
        self.wait(asked.then(self._on_step_ready))

    def close_case(self, case_id: UUID) -> None:
        """Open the form that closes a case."""
        asked = self.desk.ask(case_card, case_id, self.desk.local_now.date())
        self.wait(asked.then(self._on_closing_ready))

    def record_of(self, form: CaseForm | StepForm | ClosingForm) -> UUID:
        """Answer the case that a form is about."""
        return form.case_id

    def saved_words(
        self, form: CaseForm | StepForm | ClosingForm
    ) -> tuple[str, Callable[[], None] | None]:
        """Answer what is said when a form is saved; closing can be taken back."""
        if isinstance(form, ClosingForm):
            return _("The case is closed."), self.card.undo_closing(form.case_id)
        if isinstance(form, StepForm):
            return _("The step is noted."), None
        return _("The case is saved."), None

    def _on_ready(self, editing: CaseToEdit | None) -> None:
        if editing is None:
            self._say_gone()
        else:
            first = "person_id" if editing.case_id is None else "goal"
            self.open_form(partial(CaseForm, self.desk, editing), first)

    def _on_step_ready(self, card: CaseCard | None) -> None:
        if card is None:
            self._say_gone()
        else:
            self.open_form(partial(StepForm, self.desk, card), "stage")

    def _on_closing_ready(self, card: CaseCard | None) -> None:
        if card is None:
            self._say_gone()
        else:
            self.open_form(partial(ClosingForm, self.desk, card), "prevented")

    def _say_gone(self) -> None:
        self.said.emit(_("This case is no longer in the office."), None)
