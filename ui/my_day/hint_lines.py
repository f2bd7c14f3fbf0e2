"""Quiet lines under the head of a person's card: what the rules say, and what to do about it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.my_day.hints import person_hints
from resources.text import _, ngettext
from ui import formats
from ui.palette import Role
from ui.style import spacing
from ui.widgets.banner import IconLabel
from ui.widgets.buttons import quiet_button
from ui.widgets.labels import text
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from app.clients.queries import ClientCard
    from app.my_day.hints import Hint
    from ui.desk import Desk, Pending

MOST_LINES = 3
"""Lines that are shown; the urgent ones come first."""


class HintLines(QWidget):
    """Asks once for each card; without a hint it takes no room."""

    place_wanted = Signal(object)
    said = Signal(str, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with nobody."""
        super().__init__(parent)
        self._desk = desk
        self._person_id: UUID | None = None
        self._shown: tuple[Hint, ...] = ()
        self._pending: Pending[tuple[Hint, ...]] | None = None
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(spacing(2))
        self.hide()

    def show_person(self, card: ClientCard) -> None:
        """Ask for the hints about somebody; those of another person go away at once."""
        if self._pending is not None:
            self._pending.forget()
        if card.id != self._person_id:
            self._show(())
        self._person_id = card.id
        today = self._desk.local_now.date()
        self._pending = self._desk.ask(person_hints, card.id, today).then(self._on_found)
        self._pending.if_unavailable(self._on_unavailable)

    def lines(self) -> list[str]:
        """Answer the sentences that are shown."""
        return [hint_words(hint) for hint in self._shown]

    def _on_found(self, hints: tuple[Hint, ...]) -> None:
        self._pending = None
        self._show(hints[:MOST_LINES])

    def _on_unavailable(self, _trouble: object) -> None:
        """Leave it: the card itself says what the trouble is."""
        self._pending = None

    def _show(self, hints: tuple[Hint, ...]) -> None:
        if hints == self._shown:
            return
        self._shown = hints
        while (item := self._lines.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        for hint in hints:
            line = HintLine(hint)
            line.wanted.connect(self._on_wanted)
            self._lines.addWidget(line)
        self.setVisible(bool(hints))

    def _on_wanted(self, doing: str) -> None:
        page = "visiting" if doing == "plan" else "clients"
        self.place_wanted.emit(Place(page, self._person_id, doing))


class HintLine(QWidget):
    """One hint with its button."""

    wanted = Signal(str)
    """What its button begins."""

    def __init__(self, hint: Hint, parent: QWidget | None = None) -> None:
        """Show a hint."""
        super().__init__(parent)
        self._doing = hint.doing
        words = hint_words(hint)
        self.setAccessibleName(words)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        icon, role = ("warning", Role.ATTENTION) if hint.is_urgent else ("info", Role.QUIET)
        middle = Qt.AlignmentFlag.AlignVCenter
        layout.addWidget(IconLabel(icon, role, 16), 0, middle)
        layout.addWidget(text(words).unwrapped(), 0, middle)
        if hint.verb:
            button = quiet_button(_(hint.verb))
            button.setAccessibleName(f"{words} {_(hint.verb)}")
            button.clicked.connect(self._on_clicked)
            layout.addWidget(button, 0, middle)
        layout.addStretch(1)

    def _on_clicked(self) -> None:
        self.wanted.emit(self._doing)


def hint_words(hint: Hint) -> str:
    """Answer the sentence of a hint in the language in use."""
    if hint.many:
        return ngettext(hint.one, hint.many, hint.count)
    return _(hint.one).format(**{name: _shown(value) for name, value in hint.values.items()})


def _shown(value: object) -> object:
    return formats.show_date(value) if isinstance(value, date) else value
