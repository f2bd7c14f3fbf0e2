"""One held row beside the card that it looks like, and the three decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.importing.rules.decisions import Decision
from resources.text import _
from ui.importing.import_words import address_words, name_words, way_words
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, quiet, small, strong

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from app.clients.rules import ClientDetails
    from app.importing.queries import OpenRow


class HeldCard(Card):
    """What agrees is quiet; what differs is strong."""

    decided = Signal(object, str)
    """An `OpenRow` and what was decided about it, see `Decision`."""
    card_wanted = Signal(object)
    """The id of the person whom the row looks like."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a row."""
        super().__init__(_("Is this the same person?"), parent=parent)
        self._row: OpenRow | None = None
        self.why = quiet("")
        self._facts = [
            (name, (Label().selectable(), Label().selectable()))
            for name in (_("Name"), _("Born"), _("Address"), _("Phone, e-mail"))
        ]
        self.add(self.why)
        self.add(self._grid())
        self.body.addSpacing(spacing(8))
        self.add(self._buttons())

    def show_row(self, row: OpenRow) -> None:
        """Show a row beside the card."""
        self._row = row
        words = ", ".join(_(reason) for reason in row.reasons)
        self.why.setText(words[:1].upper() + words[1:])
        unknown = _("not known")
        sides = zip(_facts_of(row.details), _facts_of(row.twin, is_card=True), strict=True)
        for (name, labels), values in zip(self._facts, sides, strict=True):
            differ = values[0] != values[1]
            for label, value in zip(labels, values, strict=True):
                label.setText(value or "–")
                label.setAccessibleName(f"{name}: {value or unknown}")
                label.set_tone("attention" if differ and value else "")

    def facts(self) -> dict[str, tuple[str, str]]:
        """Answer what is shown: in the file and on the card."""
        return {name: (row.text(), card.text()) for name, (row, card) in self._facts}

    def _grid(self) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(spacing(16))
        grid.setVerticalSpacing(spacing(8))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        grid.addWidget(strong(_("In the file")), 0, 1)
        grid.addWidget(strong(_("On the card")), 0, 2)
        top = Qt.AlignmentFlag.AlignTop
        for at, (name, labels) in enumerate(self._facts, start=1):
            grid.addWidget(small(name), at, 0, top)
            for column, label in enumerate(labels, start=1):
                grid.addWidget(label, at, column, top)
        return holder

    def _buttons(self) -> FlowLayout:
        self.skip_button = primary_button(_("Same person: leave the row out"), "check")
        self.fill_button = plain_button(_("Same person: fill the gaps"), "edit")
        self.add_button = plain_button(_("Another person: add"), "person_add")
        self.open_button = quiet_button(_("Open the card"), "open")
        self.skip_button.clicked.connect(self._on_skip)
        self.fill_button.clicked.connect(self._on_fill)
        self.add_button.clicked.connect(self._on_add)
        self.open_button.clicked.connect(self._on_open)
        flow = FlowLayout(gap=spacing(8))
        for button in self.buttons():
            flow.addWidget(button)
        return flow

    def buttons(self) -> tuple[QPushButton, ...]:
        """Answer the buttons in the order of the keyboard."""
        return self.skip_button, self.fill_button, self.add_button, self.open_button

    def _on_skip(self) -> None:
        self._decide(Decision.SKIPPED)

    def _on_fill(self) -> None:
        self._decide(Decision.FILLED)

    def _on_add(self) -> None:
        self._decide(Decision.ADDED)

    def _on_open(self) -> None:
        if self._row is not None:
            self.card_wanted.emit(self._row.twin_id)

    def _decide(self, decision: Decision) -> None:
        if self._row is not None:
            self.decided.emit(self._row, decision.value)


def _facts_of(details: ClientDetails, *, is_card: bool = False) -> tuple[str, ...]:
    """Answer what is compared; a protected address of a card is not told here."""
    address = address_words(details)
    if is_card and details.address_protected:
        address = _("Address protected")
    return name_words(details), details.birth, address, way_words(details)
