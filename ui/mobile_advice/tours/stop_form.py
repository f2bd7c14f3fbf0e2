"""A stop or site that is added or changed; its draft is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.mobile_advice.tours.actions import STOP_FORM, save_stop
from app.mobile_advice.tours.queries import stop_to_edit
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.mobile_advice.tours.stop_fields import StopFields

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.mobile_advice.tours.rows import StopToEdit
    from ui.desk import Desk, Pending


class StopForm(KeptForm):
    """The form of one stop."""

    def __init__(self, desk: Desk, editing: StopToEdit, parent: QWidget | None = None) -> None:
        """Change a stop as it was read, or begin one."""
        super().__init__(desk, parent)
        self._editing = editing
        card = editing.card
        # Made here, so that saving twice makes one stop.
        self.stop_id = card.row.id if card is not None else uuid4()
        self.subject = str(self.stop_id) if card is not None else ""
        self.content = StopFields(desk, card, editing.areas, editing.country)
        name = card.row.name if card is not None else _("New stop")
        self.arrange(self.content, name, _("Save stop"), STOP_FORM, self.subject, name)

    def send(self) -> Pending[UUID]:
        """Save the stop."""
        card = self._editing.card
        version = card.row.version if card is not None else 0
        return self.desk.act(save_stop, self.stop_id, version, self.content.value(), self.subject)

    def ask_newer(self) -> Pending[StopToEdit]:
        """Ask for the stop as others left it."""
        return self.desk.ask(stop_to_edit, self.stop_id, self.desk.local_now.date())

    def take(self, newer: StopToEdit) -> None:
        """Show the stop as others left it."""
        self._editing = newer
        self.content.fill(newer.card, newer.country)
