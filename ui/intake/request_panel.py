"""Beside the list: the chosen request, or a form about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.intake.queries import request_card, request_to_edit
from resources.text import _
from ui.intake.decision_form import DecisionForm
from ui.intake.request_card import RequestCardView
from ui.intake.request_form import RequestForm
from ui.intake.words import stage_words
from ui.views.card_panel import CardPanel
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.intake.queries import RequestCard, RequestToEdit
    from ui.desk import Desk


class RequestPanel(CardPanel):
    """Forms are those of the request and of the decision about it."""

    card: RequestCardView

    def __init__(self, desk: Desk) -> None:
        """Begin with none chosen."""
        nothing = EmptyState(_("Choose a request to see how it stands."), icon="person_add")
        super().__init__(desk, RequestCardView(desk), nothing)
        self._stage_before = ""
        self.card.decide_wanted.connect(self.decide)

    def edit(self, record_id: UUID | None, person_id: UUID | None = None) -> None:
        """Open the form of a request, or of a new one, perhaps of a person."""
        today = self.desk.local_now.date()
        pending = self.desk.ask(request_to_edit, record_id, today, person_id=person_id)
        self.wait(pending.then(self._on_ready))

    def decide(self, request_id: UUID) -> None:
        """Open the form of a decision."""
        self.wait(self.desk.ask(request_card, request_id).then(self._on_decision_ready))

    def record_of(self, form: RequestForm | DecisionForm) -> UUID:
        """Answer the request that a form is about."""
        return form.request_id

    def saved_words(
        self, form: RequestForm | DecisionForm
    ) -> tuple[str, Callable[[], None] | None]:
        """Answer what is said when a form is saved; a decision can be taken back."""
        if not isinstance(form, DecisionForm):
            return _("The request is saved."), None
        stage = stage_words(form.content.value().stage)
        words = _("The decision is saved: {stage}.").format(stage=stage)
        return words, self.card.undo_of(form.request_id, self._stage_before)

    def _on_ready(self, editing: RequestToEdit | None) -> None:
        if editing is None:
            self.said.emit(_("This request is no longer in the office."), None)
            return
        first = "person_id" if editing.details.person_id is None else "service"
        self.open_form(partial(RequestForm, self.desk, editing), first)

    def _on_decision_ready(self, card: RequestCard | None) -> None:
        if card is None:
            self.said.emit(_("This request is no longer in the office."), None)
            return
        self._stage_before = card.stage
        self.open_form(partial(DecisionForm, self.desk, card), "stage")
