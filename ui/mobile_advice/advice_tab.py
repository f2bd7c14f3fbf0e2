"""What mobile advice has about one person, on the card: appointments, and what was advised."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.mobile_advice.advice.person_advice import PersonAdviceView
from ui.mobile_advice.booking.person_appointments import PersonAppointments
from ui.style import spacing

if TYPE_CHECKING:
    from uuid import UUID

    from ui.desk import Desk


class AdviceTab(QWidget):
    """Each part asks for itself."""

    place_wanted = Signal(object)
    said = Signal(str, object)

    features: ClassVar[frozenset[str]] = frozenset({"booking", "mediators", "advice", "tours"})

    def __init__(self, desk: Desk, client_id: UUID) -> None:
        """Build the parts for a person; nothing is asked before `refresh`."""
        super().__init__()
        self.appointments = PersonAppointments(desk, client_id)
        self.advice = PersonAdviceView(desk, client_id)
        self.parts: tuple[PersonAppointments | PersonAdviceView, ...] = (
            self.appointments,
            self.advice,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(16))
        for part in self.parts:
            layout.addWidget(part, 1)
            part.place_wanted.connect(self.place_wanted)
            part.said.connect(self.said)

    def refresh(self) -> None:
        """Ask again for everything that is shown."""
        for part in self.parts:
            part.refresh()
