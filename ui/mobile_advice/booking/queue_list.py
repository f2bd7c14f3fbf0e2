"""The queue beside the grid: who waits with which number, and whom to call next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import _, ngettext
from ui.mobile_advice.booking.deeds import KEYS
from ui.mobile_advice.booking.words import (
    more_words,
    queue_words,
    state_icon,
    state_tone,
    state_words,
)
from ui.style import spacing
from ui.widgets.buttons import plain_button
from ui.widgets.columns import Column
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import heading, quiet
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent

    from app.mobile_advice.booking.queries import AppointmentRow, HaltBoard


class _Numbers(DataTable["AppointmentRow"]):
    """Letters say what became of somebody, as in the grid."""

    deed_wanted = Signal(str, object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key says to the chosen number."""
        deed, row = KEYS.get(Qt.Key(event.key())), self.current_row()
        if deed is not None and not event.modifiers() and row is not None:
            self.deed_wanted.emit(deed, row)
            return
        super().keyPressEvent(event)


class QueueList(QWidget):
    """Numbers in the order in which they came; who was advised stands at the end."""

    number_wanted = Signal()
    next_wanted = Signal()
    open_wanted = Signal(object)
    deed_wanted = Signal(str, object)

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        title = Column(_("Who waits"), queue_words, width="stretch", quiet=_quiet, least=120)
        state = Column(_("State"), state_words, icon=state_icon, tone=state_tone, width=120)
        self.table = _Numbers([title, state], _("Queue"))
        self.about = quiet("")
        self.number_button = plain_button(_("Take a number"), "add")
        self.number_button.setToolTip(_("Somebody without an appointment queues (W)"))
        self.next_button = plain_button(_("Call next"), "forward")
        self.next_button.setToolTip(_("Call who is next to a counter (F8)"))
        buttons = FlowLayout(gap=spacing(8))
        buttons.addWidget(self.number_button)
        buttons.addWidget(self.next_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addWidget(heading(_("Queue")))
        layout.addWidget(self.about)
        layout.addLayout(buttons)
        layout.addWidget(self.table, 1)
        self.number_button.clicked.connect(self._on_number_clicked)
        self.next_button.clicked.connect(self._on_next_clicked)
        self.table.row_activated.connect(self.open_wanted)
        self.table.deed_wanted.connect(self.deed_wanted)

    def show_board(self, board: HaltBoard, *, is_today: bool) -> None:
        """Show the queue of a day; numbers are given on the day itself."""
        self.table.set_rows(board.queue, _key)
        waiting = sum(row.is_open for row in board.queue)
        words = ngettext("{count} waits", "{count} wait", waiting)
        self.about.setText(words if is_today else _("People queue on the day itself."))
        for button in (self.number_button, self.next_button):
            button.setVisible(is_today)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the look when it comes into sight."""
        super().showEvent(event)
        self.table.take_look()

    def _on_number_clicked(self) -> None:
        self.number_wanted.emit()

    def _on_next_clicked(self) -> None:
        self.next_wanted.emit()


def _quiet(row: AppointmentRow) -> str:
    return more_words(row)


def _key(row: AppointmentRow) -> object:
    return row.id
