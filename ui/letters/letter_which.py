"""Which letter is written, and what the office must say of itself for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal

from app.letters.composing.states import STATES, choose_state
from resources.text import _
from ui.widgets.fields import ChoiceField
from ui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.letters.composing.queries import WritingOccasion
    from app.letters.composing.templates import TemplateRow
    from ui.desk import Desk


class LetterWhich(Form):
    """The federal state is asked for where a letter names the last day of a period."""

    chosen = Signal()
    """Another letter is chosen."""
    state_kept = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin without letters."""
        super().__init__(parent)
        self._desk = desk
        self.template: ChoiceField[str] = ChoiceField()
        self.state: ChoiceField[str] = ChoiceField([("", _("Not chosen yet")), *STATES.items()])
        self.add("template", _("Letter"), self.template)
        self.add(
            "federal_state",
            _("Federal state of the office"),
            self.state,
            hint=_("Its holidays decide when a period ends. It is kept for all letters."),
        ).hide()
        self.template.changed.connect(self.chosen)
        self.state.changed.connect(self._on_state_chosen)

    def offer(self, rows: Sequence[TemplateRow]) -> None:
        """Offer letters."""
        with QSignalBlocker(self.template):
            self.template.set_options([(row.code, _(row.title)) for row in rows])

    def choose(self, code: str) -> None:
        """Show which letter is chosen."""
        with QSignalBlocker(self.template):
            self.template.set_value(code)

    def show_occasion(self, occasion: WritingOccasion) -> None:
        """Ask for the state where the letter needs it."""
        self.field("federal_state").setVisible(occasion.asks_state)
        with QSignalBlocker(self.state):
            self.state.set_value(occasion.state)

    def _on_state_chosen(self) -> None:
        if self.state.value():
            self._desk.act(choose_state, self.state.value()).then(self._on_state_kept)

    def _on_state_kept(self, _before: str) -> None:
        self.state_kept.emit()
