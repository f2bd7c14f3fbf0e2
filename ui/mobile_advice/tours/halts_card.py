"""The stops of a day on its card, each with the ways to its appointments and to cancel it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.mobile_advice.tours.rules import DayState
from resources.text import _
from ui.mobile_advice.tours.day_words import halt_words, on_site_words
from ui.mobile_advice.tours.words import minutes_words
from ui.style import spacing
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.labels import small, strong
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from app.mobile_advice.tours.rows import DayCard, HaltRow

_OPEN = frozenset({DayState.PLANNED.value, DayState.CONFIRMED.value})


class HaltsCard(Card):
    """Each stop with its time; beside it a way to its appointments, and a cross that cancels it."""

    cancel_wanted = Signal(object)
    """The stop on that day."""
    place_wanted = Signal(object)

    def __init__(self) -> None:
        """Begin without stops."""
        super().__init__(_("Stops"))

    def show_halts(self, card: DayCard) -> None:
        """Show the stops of a day."""
        self.clear()
        may_cancel = card.row.state in _OPEN and sum(not h.is_cancelled for h in card.halts) > 1
        for halt in card.halts:
            self.add(self._line(halt, may_cancel=may_cancel and not halt.is_cancelled))

    def _line(self, halt: HaltRow, *, may_cancel: bool) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(spacing(12))
        words = QVBoxLayout()
        words.setSpacing(spacing(2))
        time = minutes_words(halt.from_minute, halt.until_minute)
        words.addWidget(strong(f"{time}  {halt.stop}"))
        if below := halt_words(halt):
            words.addWidget(small(below))
        if on_site := on_site_words(halt):
            words.addWidget(small(on_site))
        line.addLayout(words, 1)
        booked = quiet_button(_("Appointments"), "calendar")
        booked.setAccessibleName(_("Appointments at {stop}").format(stop=halt.stop))
        booked.clicked.connect(partial(self._go, halt.id))
        line.addWidget(booked)
        if may_cancel:
            button = icon_button("close", _("Cancel stop {name}").format(name=halt.stop))
            button.clicked.connect(partial(self._cancel, halt.id))
            line.addWidget(button)
        return holder

    def _cancel(self, halt_id: UUID, *_checked: bool) -> None:
        self.cancel_wanted.emit(halt_id)

    def _go(self, halt_id: UUID, *_checked: bool) -> None:
        self.place_wanted.emit(Place("appointments", halt_id))
