"""A whole number, typed; empty is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class NumberField(TextField):
    """An input whose value is a whole number from 0, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(9, parent)

    def number(self) -> int | None:
        """Answer the number; None when none is typed."""
        typed = self.text().strip()
        return int(typed) if typed.isdecimal() else None

    def set_number(self, number: int | None) -> None:
        """Show a number, or nothing."""
        self.set_value("" if number is None else str(number))

    def is_valid(self) -> bool:
        """Answer whether it is empty or a number."""
        return not self.text().strip() or self.number() is not None

    def trouble(self) -> str:
        """Answer a sentence when it is no number."""
        return "" if self.is_valid() else _("Type a whole number, such as 3.")
