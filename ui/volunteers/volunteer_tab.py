"""A person as a volunteer, on the person's card."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.volunteers.volunteer_panel import VolunteerPanel

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QHideEvent

    from ui.desk import Desk


class VolunteerTab(QWidget):
    """The same panel as on the page of volunteers, about one person."""

    place_wanted = Signal(object)
    said = Signal(str, object)

    features: ClassVar[frozenset[str]] = frozenset({"volunteers", "expenses"})

    def __init__(self, desk: Desk, person_id: UUID, parent: QWidget | None = None) -> None:
        """Build the tab; nothing is asked before `refresh`."""
        super().__init__(parent)
        self._person_id = person_id
        self.panel = VolunteerPanel(desk, names_person=False)
        self.panel.place_wanted.connect(self.place_wanted)
        self.panel.said.connect(self.said)
        self.panel.left.connect(self._on_left)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panel)

    def refresh(self) -> None:
        """Ask again; a form stays as it is typed."""
        if self.panel.form is None:
            self.panel.show_record(self._person_id)

    def flush(self) -> None:
        """Save drafts at once."""
        self.panel.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save drafts before somebody else's card is shown."""
        self.flush()
        super().hideEvent(event)

    def _on_left(self) -> None:
        self.panel.show_record(self._person_id)
