"""Beside the list of stops: one stop, or its form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.mobile_advice.tours.queries import stop_to_edit
from resources.text import _
from ui.mobile_advice.tours.stop_card import StopCardView
from ui.mobile_advice.tours.stop_form import StopForm
from ui.views.card_panel import CardPanel
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.mobile_advice.tours.rows import StopToEdit
    from ui.desk import Desk


class StopPanel(CardPanel):
    """Records are stops."""

    card: StopCardView

    def __init__(self, desk: Desk) -> None:
        """Begin with none chosen."""
        nothing = EmptyState(_("Choose a stop to see what is there."), icon="bus")
        super().__init__(desk, StopCardView(desk), nothing)
        self._is_new = False

    def edit(self, record_id: UUID | None) -> None:
        """Open the form of a stop, or of a new one."""
        self._is_new = record_id is None
        asked = self.desk.ask(stop_to_edit, record_id, self.desk.local_now.date())
        self.wait(asked.then(self._on_ready))

    def record_of(self, form: StopForm) -> UUID:
        """Answer the stop that a form is about."""
        return form.stop_id

    def saved_words(self, form: StopForm) -> tuple[str, Callable[[], None] | None]:
        """Answer what is said when a form is saved."""
        del form
        return _("The stop is saved."), None

    def _on_ready(self, editing: StopToEdit) -> None:
        if editing.card is None and not self._is_new:
            self.said.emit(_("This stop is no longer in the office."), None)
            return
        self.open_form(partial(StopForm, self.desk, editing), "name")
