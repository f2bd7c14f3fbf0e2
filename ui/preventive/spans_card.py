"""A card of risks or of exemptions, each with what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resources.text import _
from ui import formats
from ui.style import spacing
from ui.widgets.buttons import icon_button
from ui.widgets.card import Card
from ui.widgets.labels import Label, quiet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.preventive.queries import SpanRow


class SpansCard(Card):
    """Its action adds an entry."""

    change_wanted = Signal(object)
    """A `SpanRow`."""
    remove_wanted = Signal(object)
    """A `SpanRow`."""

    def __init__(self, title: str, verb: str, labels: Mapping[Any, str], nothing: str) -> None:
        """Begin empty; `nothing` says that there are none."""
        super().__init__(title, verb, icon="add")
        self._labels, self._nothing = labels, nothing

    def show_spans(self, rows: Sequence[SpanRow], hint: str = "") -> None:
        """Show entries, and a hint about them."""
        self.clear()
        for row in rows:
            self.add(self._line(row))
        if not rows:
            self.add(quiet(self._nothing))
        if hint:
            self.add(quiet(hint))

    def _line(self, row: SpanRow) -> QWidget:
        line = QWidget()
        words = _(self._labels.get(row.code, row.code))
        label = Label(" · ".join(filter(None, (words, _days(row), row.note))))
        change = icon_button("edit", _("Change: {entry}").format(entry=words))
        remove = icon_button("bin", _("Remove: {entry}").format(entry=words))
        change.clicked.connect(self._on_change_clicked)
        remove.clicked.connect(self._on_remove_clicked)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(4))
        layout.addWidget(label, 1)
        for button in (change, remove):
            button.setProperty("row", row)
            layout.addWidget(button)
        return line

    def _on_change_clicked(self) -> None:
        self.change_wanted.emit(self.sender().property("row"))

    def _on_remove_clicked(self) -> None:
        self.remove_wanted.emit(self.sender().property("row"))


def _days(row: SpanRow) -> str:
    if row.until is None:
        return _("since {day}").format(day=formats.show_day(row.since))
    return formats.show_date_span(row.since, row.until)
