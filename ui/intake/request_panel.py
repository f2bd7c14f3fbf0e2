"""Beside the list: the chosen request, or a form about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.intake.queries import request_card, request_to_edit
from resources.text import _, say
from ui.intake.decision_form import DecisionForm
from ui.intake.request_card import RequestCardView
from ui.intake.request_form import RequestForm
from ui.intake.words import stage_words
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Unavailable
    from app.intake.queries import RequestCard, RequestToEdit
    from ui.desk import Desk, Pending


class RequestPanel(QStackedWidget):
    """Shows one thing at a time; a form that is left keeps its draft."""

    place_wanted = Signal(object)
    said = Signal(str, object)
    saved_state = Signal(str)
    saved = Signal(object)
    """The id of the request that was taken or changed."""
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with none chosen."""
        super().__init__(parent)
        self._desk = desk
        self._pending: Pending[Any] | None = None
        self._stage_before = ""
        self.form: RequestForm | DecisionForm | None = None
        self.card = RequestCardView(desk)
        self._nothing = EmptyState(_("Choose a request to see how it stands."), icon="person_add")
        for part in (self._nothing, self.card):
            self.addWidget(part)
        self.card.place_wanted.connect(self.place_wanted)
        self.card.said.connect(self.said)
        self.card.edit_wanted.connect(self.edit)
        self.card.decide_wanted.connect(self.decide)
        self.currentChanged.connect(self._on_current_changed)

    def minimumSizeHint(self) -> QSize:
        """Answer the least size of what is shown; what is hidden needs no room."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else QSize()

    def show_request(self, request_id: UUID) -> None:
        """Show a request."""
        self._end_form()
        self.card.show_request(request_id)
        self.setCurrentWidget(self.card)

    def edit(self, request_id: UUID | None, person_id: UUID | None = None) -> None:
        """Open the form of a request, or of a new one, perhaps of a person."""
        today = self._desk.local_now.date()
        pending = self._desk.ask(request_to_edit, request_id, today, person_id=person_id)
        self._wait(pending.then(self._on_ready))

    def decide(self, request_id: UUID) -> None:
        """Open the form of a decision."""
        self._wait(self._desk.ask(request_card, request_id).then(self._on_decision_ready))

    def refresh(self) -> None:
        """Ask again for what is shown; a form stays as it is typed."""
        if self.currentWidget() is self.card:
            self.card.refresh()

    def flush(self) -> None:
        """Save drafts at once."""
        if self.form is not None:
            self.form.keeper.flush()

    def _wait(self, pending: Pending[Any]) -> None:
        if self._pending is not None:
            self._pending.forget()
        self._pending = pending.if_unavailable(self._on_unavailable)

    def _on_ready(self, editing: RequestToEdit | None) -> None:
        self._pending = None
        if editing is None:
            self.said.emit(_("This request is no longer in the office."), None)
            return
        first = "person_id" if editing.details.person_id is None else "service"
        # The older form keeps its draft first, so that a new one finds it.
        self._end_form()
        self._show_form(RequestForm(self._desk, editing), first)

    def _on_decision_ready(self, card: RequestCard | None) -> None:
        self._pending = None
        if card is None:
            self.said.emit(_("This request is no longer in the office."), None)
            return
        self._stage_before = card.stage
        self._end_form()
        self._show_form(DecisionForm(self._desk, card), "stage")

    def _show_form(self, form: RequestForm | DecisionForm, first: str) -> None:
        self.form = form
        form.keeper.state_changed.connect(self.saved_state)
        form.saved.connect(self._on_saved)
        form.left.connect(self._on_left)
        self.addWidget(form)
        self.setCurrentWidget(form)
        form.fields.focus_field(first)

    def _end_form(self) -> None:
        if self._pending is not None:
            self._pending.forget()
            self._pending = None
        if self.form is not None:
            self.form.keeper.flush()
            self.removeWidget(self.form)
            self.form.deleteLater()
            self.form = None

    def _on_saved(self, request_id: UUID) -> None:
        form = self.form
        if isinstance(form, DecisionForm):
            stage = stage_words(form.content.value().stage)
            words = _("The decision is saved: {stage}.").format(stage=stage)
            self.said.emit(words, self.card.undo_of(request_id, self._stage_before))
        else:
            self.said.emit(_("The request is saved."), None)
        self.show_request(request_id)
        self.saved.emit(request_id)

    def _on_left(self) -> None:
        edited = self.form.request_id if self.form is not None else None
        if edited is not None and edited == self.card.request_id:
            self.show_request(edited)
        else:
            self._end_form()
            self.setCurrentWidget(self._nothing)
        self.left.emit()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)

    def _on_current_changed(self, _index: int) -> None:
        self.updateGeometry()
