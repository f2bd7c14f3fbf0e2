"""One pair of the plan: why the two suit, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import _
from ui.matches.words import reason_words
from ui.style import spacing
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import quiet, small, strong
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.errors import Problem
    from app.matches.rules import PlannedPair


class PairCard(QWidget):
    """Shows the pair that is chosen in the table."""

    accepted = Signal(object)
    lock_wanted = Signal(object)
    ruled_out = Signal(object)
    """A `PlannedPair`, as those above."""
    place_wanted = Signal(object)

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.pair: PlannedPair | None = None
        self._card = Card(_("Why these two"))
        self._words = strong("")
        self._nothing = quiet(_("Choose a pair to see why the two suit."))
        self.accept_button = plain_button(_("Accept this pair"), "check")
        self.lock_button = quiet_button(_("Lock"), "lock")
        self.rule_out_button = quiet_button(_("Not these two"), "close")
        self.person_button = quiet_button(_("Show person"), "person")
        self._arrange()
        self.accept_button.clicked.connect(self._on_accept_clicked)
        self.lock_button.clicked.connect(self._on_lock_clicked)
        self.rule_out_button.clicked.connect(self._on_rule_out_clicked)
        self.person_button.clicked.connect(self._on_person_clicked)
        self.show_pair(None, is_locked=False, is_open=False)

    def show_pair(self, pair: PlannedPair | None, *, is_locked: bool, is_open: bool) -> None:
        """Show a pair; an open one can still be accepted or ruled out."""
        self.pair = pair
        self._nothing.setVisible(pair is None)
        self._card.setVisible(pair is not None)
        if pair is None:
            return
        names = _("{visitor} and {person}").format(
            visitor=pair.visitor_name, person=pair.person_name
        )
        self._words.setText(names)
        self._reasons.clear()
        for label, reasons in (
            (_("For: {reasons}"), pair.in_favour),
            (_("Against: {reasons}"), pair.against),
        ):
            if reasons:
                self._reasons.add(small(label.format(reasons=_joined(reasons))))
        self.accept_button.setVisible(is_open)
        self.rule_out_button.setVisible(is_open)
        self.lock_button.setVisible(is_open)
        self.lock_button.setText(_("Unlock") if is_locked else _("Lock"))
        self.lock_button.setToolTip(
            _("A locked pair is part of every further plan until you unlock it.")
        )

    def _arrange(self) -> None:
        self._reasons = _Lines()
        buttons = FlowLayout(gap=spacing(4))
        for button in (
            self.accept_button, self.lock_button, self.rule_out_button, self.person_button,
        ):  # fmt: skip
            buttons.addWidget(button)
        self._card.add(self._words)
        self._card.add(self._reasons)
        self._card.add(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._nothing)
        layout.addWidget(self._card)
        layout.addStretch(1)

    def _on_accept_clicked(self) -> None:
        self.accepted.emit(self.pair)

    def _on_lock_clicked(self) -> None:
        self.lock_wanted.emit(self.pair)

    def _on_rule_out_clicked(self) -> None:
        self.ruled_out.emit(self.pair)

    def _on_person_clicked(self) -> None:
        if self.pair is not None:
            self.place_wanted.emit(Place("matches", self.pair.person_id))


class _Lines(QWidget):
    """Lines below each other that are said anew for each pair."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing(4))

    def clear(self) -> None:
        """Take the lines away."""
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def add(self, line: QWidget) -> None:
        """Add a line."""
        self._layout.addWidget(line)


def _joined(reasons: Iterable[Problem]) -> str:
    return "; ".join(map(reason_words, reasons))
