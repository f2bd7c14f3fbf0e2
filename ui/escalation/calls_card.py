"""Whom one can call about somebody, each with number, key and a button to note the call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.escalation.rules import CALLS_LABELS, Calls
from resources.text import _
from ui.escalation.words import call_name, call_words
from ui.style import length
from ui.widgets.buttons import quiet_button
from ui.widgets.card import Card
from ui.widgets.labels import quiet, small, strong
from ui.widgets.leading_row import LeadingRow

if TYPE_CHECKING:
    from app.escalation.rows import CallRow, ConcernCard


class CallsCard(Card):
    """Those whom the next step calls stand first."""

    call_noted = Signal(object, str)
    """The kind of step in which somebody is called, and the name."""

    def __init__(self) -> None:
        """Begin with nobody."""
        super().__init__(_("Whom to call"))
        self._lines: dict[QWidget, tuple[Calls, str]] = {}

    def show_calls(self, card: ConcernCard) -> None:
        """Show whom one can call about a concern."""
        self.clear()
        self._lines = {}
        first = card.following.step.calls if card.following is not None else Calls.NOBODY
        groups: dict[Calls, list[CallRow]] = {first: []}
        for call in card.calls:
            groups.setdefault(call.calls, []).append(call)
        for kind, calls in groups.items():
            if calls:
                self.add(small(_(CALLS_LABELS[kind])))
            for call in calls:
                self.add(self._line(call, card.concern.person_name, card.concern.is_open))
        if not card.calls:
            self.add(quiet(_("Nobody is on the card: no phone, no contact, no neighbour.")))

    def _line(self, call: CallRow, person: str, is_open: bool) -> QWidget:  # noqa: FBT001 - a fact
        line = QWidget()
        name = call_name(call, person)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(strong(name))
        if call_words(call):
            words.addWidget(quiet(call_words(call)))
        phone = strong(call.phone).selectable().unwrapped()
        phone.setMinimumWidth(length(110))
        row = LeadingRow(words, phone, gap=12)
        line.setLayout(row)
        if is_open:
            button = quiet_button(_("Note call"), "phone")
            button.setAccessibleName(_("Note call: {name}").format(name=name))
            button.clicked.connect(self._on_clicked)
            self._lines[button] = (call.calls, name)
            row.addWidget(button)
        return line

    def _on_clicked(self) -> None:
        self.call_noted.emit(*self._lines[self.sender()])  # type: ignore[index]  # one of them
