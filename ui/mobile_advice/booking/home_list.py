"""Homes that are visited on the way of a tour; nothing is shown where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import _
from ui.mobile_advice.booking.words import (
    name_words,
    state_icon,
    state_tone,
    state_words,
    time_words,
)
from ui.style import length, spacing
from ui.widgets.columns import Column
from ui.widgets.labels import heading
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.mobile_advice.booking.queries import AppointmentRow

_MOST_HIGH = 150


class HomeList(QWidget):
    """By time."""

    open_wanted = Signal(object)
    deed_wanted = Signal(str, object)

    def __init__(self) -> None:
        """Begin without any."""
        super().__init__()
        name = Column(_("Visit at home"), name_words, width="stretch", quiet=time_words, least=120)
        state = Column(_("State"), state_words, icon=state_icon, tone=state_tone, width=120)
        self.table: DataTable[AppointmentRow] = DataTable([name, state], _("Visits at home"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addWidget(heading(_("Homes on the way")))
        layout.addWidget(self.table)
        self.table.setMaximumHeight(length(_MOST_HIGH))
        self.table.row_activated.connect(self.open_wanted)
        self.hide()

    def show_rows(self, rows: Sequence[AppointmentRow]) -> None:
        """Show other visits."""
        self.table.set_rows(rows, _key)
        self.setVisible(bool(rows))


def _key(row: AppointmentRow) -> object:
    return row.id
