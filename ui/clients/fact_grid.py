"""Facts below each other: a quiet name on the left, what is known on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.style import length, spacing
from ui.widgets.labels import Label, quiet

if TYPE_CHECKING:
    from collections.abc import Sequence


NAME_WIDTH = 144
"""Pixels at 100 % that names of facts have, in every card alike; longer ones are wrapped."""
NAME_MOST = 168
"""Pixels at 100 % that the longest word of a name may take."""


class FactGrid(QWidget):
    """Rows of facts; a fact that is not known has no row."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        """Know the facts by their names, in order."""
        super().__init__(parent)
        self._rows = [(quiet(name), Label().selectable()) for name in names]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(spacing(16))
        grid.setVerticalSpacing(spacing(6))
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, spacing(NAME_WIDTH))
        for at, (name, value) in enumerate(self._rows):
            name.setMaximumWidth(length(NAME_MOST))
            grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, at, 1, Qt.AlignmentFlag.AlignTop)

    def show_facts(self, values: Sequence[str]) -> None:
        """Show a value for each name; "" hides the row."""
        for (name, value), text in zip(self._rows, values, strict=True):
            value.setText(text)
            value.setAccessibleName(f"{name.text()}: {text}")
            name.setVisible(bool(text))
            value.setVisible(bool(text))

    def names(self) -> list[str]:
        """Answer the names of all facts, also of those that are not known."""
        return [name.text() for name, _value in self._rows]

    def facts(self) -> dict[str, str]:
        """Answer what is shown, by name."""
        return {n.text(): v.text() for n, v in self._rows if not v.isHidden()}
