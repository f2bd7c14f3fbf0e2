"""Kilometres, typed with a comma or a point; empty is not said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _
from ui import formats
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class KilometresField(TextField):
    """An input whose value is tenths of a kilometre, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(9, parent)

    def tenths(self) -> int | None:
        """Answer tenths of a kilometre; None when no number is typed."""
        whole, _point, part = self.text().strip().replace(",", ".").partition(".")
        if not (whole + part).isdecimal() or not whole or len(part) > 1:
            return None
        return int(whole) * 10 + int(part or 0)

    def set_tenths(self, tenths: int | None) -> None:
        """Show a number as people write it, or nothing."""
        self.set_value("" if tenths is None else kilometre_words(tenths))

    def is_valid(self) -> bool:
        """Answer whether it is empty or a number with at most one decimal."""
        return not self.text().strip() or self.tenths() is not None

    def trouble(self) -> str:
        """Answer a sentence when it is no number."""
        return "" if self.is_valid() else _("Type kilometres, such as 12 or 12,5.")


def kilometre_words(tenths: int) -> str:
    """Answer "12,5" or "12" from tenths of a kilometre, as the language writes numbers."""
    return formats.show_number(tenths / 10, 1 if tenths % 10 else 0)
