"""A few figures beside each other, large, each with what it counts below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.mobile_advice.wrapping import Wrapping
from ui.style import spacing
from ui.widgets.card import Card
from ui.widgets.labels import quiet, title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class BigFigures(Wrapping):
    """Wraps where there is no room; each card is read as one sentence."""

    def __init__(self, words: Sequence[str], parent: QWidget | None = None) -> None:
        """Name what is counted."""
        super().__init__((), parent)
        self._words = tuple(words)
        self._labels = [(title(""), quiet(name)) for name in words]
        for figure, name in self._labels:
            card = Card()
            card.body.setSpacing(spacing(2))
            card.add(figure)
            card.add(name)
            name.setWordWrap(False)
            self.flow.addWidget(card)

    def show_figures(self, figures: Sequence[str], notes: Sequence[str] = ()) -> None:
        """Show figures, and beside what they count a note, such as what was before."""
        for at, (figure, (label, name)) in enumerate(zip(figures, self._labels, strict=True)):
            label.setText(figure)
            note = notes[at] if at < len(notes) else ""
            name.setText(" · ".join(filter(None, (self._words[at], note))))
