"""Below the grid: who is under the cursor, and what can be said about that appointment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.mobile_advice.booking.rules import NEXT, State
from resources.text import _
from ui.mobile_advice.booking.deeds import (
    ARRIVED,
    CALL,
    CANCEL,
    DONE,
    MEDIATOR,
    MOVE,
    NO_SHOW,
    deed_words,
    is_movable,
)
from ui.mobile_advice.booking.words import (
    kind_words,
    more_words,
    name_words,
    state_words,
    time_words,
)
from ui.style import spacing
from ui.widgets.buttons import quiet_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import quiet, strong

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QPushButton

    from app.mobile_advice.booking.queries import AppointmentRow

_TO = {
    ARRIVED: State.WAITING,
    CALL: State.CALLED,
    DONE: State.DONE,
    NO_SHOW: State.NO_SHOW,
    CANCEL: State.CANCELLED,
}
_ADVISED = frozenset({State.BOOKED, State.WAITING, State.CALLED, State.DONE})


class DeedBar(QWidget):
    """One button for each key; those that cannot follow now are left out."""

    deed_wanted = Signal(str, object)
    open_wanted = Signal(object)
    person_wanted = Signal(object)
    """The id of the person whose card is wanted."""
    advice_wanted = Signal(object)
    """The id of the appointment whose advice is to be recorded."""

    def __init__(self) -> None:
        """Begin with nobody."""
        super().__init__()
        self.row: AppointmentRow | None = None
        self.who, self.more = strong(""), quiet("")
        self.buttons: dict[str, QPushButton] = {}
        line = FlowLayout(gap=spacing(4))
        for deed, (words, icon, key) in deed_words().items():
            button = quiet_button(words, icon)
            button.setToolTip(f"{words} ({key})")
            button.setProperty("deed", deed)
            button.clicked.connect(self._on_clicked)
            self.buttons[deed] = button
            line.addWidget(button)
        self.open_button = quiet_button(_("Change"), "edit")
        self.open_button.clicked.connect(self._on_open_clicked)
        self.person_button = quiet_button(_("Show person"), "person")
        self.person_button.setToolTip(_("Show the card of the person"))
        self.person_button.clicked.connect(self._on_person_clicked)
        self.advice_button = quiet_button(_("Record advice"), "heart")
        self.advice_button.setToolTip(_("Record what was asked and advised"))
        self.advice_button.clicked.connect(self._on_advice_clicked)
        line.addWidget(self.advice_button)
        line.addWidget(self.open_button)
        line.addWidget(self.person_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(4))
        for part in (self.who, self.more):
            layout.addWidget(part)
        layout.addLayout(line)

    def show_row(self, row: AppointmentRow | None, today: date) -> None:
        """Say who is under the cursor; nobody says how a free time is booked."""
        self.row = row
        if row is None:
            self.who.setText(_("Free. Enter books an appointment here."))
            self.more.setText("")
        else:
            self.who.setText(f"{time_words(row)} · {name_words(row)}")
            parts = (state_words(row), kind_words(row), row.phone, more_words(row))
            self.more.setText(" · ".join(filter(None, parts)))
        self.more.setVisible(row is not None)
        for deed, button in self.buttons.items():
            button.setVisible(row is not None and can_do(deed, row, today))
        self.open_button.setVisible(row is not None and row.is_open)
        self.person_button.setVisible(row is not None and row.person_id is not None)
        is_advised = row is not None and row.day <= today and State(row.state) in _ADVISED
        self.advice_button.setVisible(is_advised)

    def _on_clicked(self) -> None:
        if self.row is not None:
            self.deed_wanted.emit(str(self.sender().property("deed")), self.row)

    def _on_open_clicked(self) -> None:
        if self.row is not None:
            self.open_wanted.emit(self.row)

    def _on_advice_clicked(self) -> None:
        if self.row is not None:
            self.advice_wanted.emit(self.row.id)

    def _on_person_clicked(self) -> None:
        if self.row is not None and self.row.person_id is not None:
            self.person_wanted.emit(self.row.person_id)


def can_do(deed: str, row: AppointmentRow, today: date) -> bool:
    """Answer whether something can be said about an appointment now."""
    state = State(row.state)
    if deed == MOVE:
        return is_movable(row)
    if deed == MEDIATOR:
        return row.is_open and row.request_id is None
    if _TO[deed] not in NEXT[state]:
        return False
    return deed == CANCEL or row.day <= today
