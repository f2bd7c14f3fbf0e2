"""A number with decimals, typed with a comma or a point; its value is a whole number of parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from resources.text import _
from ui.formats import locale, show_number
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_TYPED = re.compile(r"(-?\d{1,9})(?:[.,](\d+))?")


class DecimalField(TextField):
    """An input whose value is counted in parts of one: cents with 2 digits, tenths with 1."""

    def __init__(self, digits: int, parent: QWidget | None = None) -> None:
        """Begin empty; so many digits may stand behind the comma."""
        super().__init__(14, parent)
        self._digits = digits

    def parts(self) -> int | None:
        """Answer the number in its smallest parts; None when none can be read."""
        found = _TYPED.fullmatch(self.text().replace(" ", ""))
        if found is None or len(found[2] or "") > self._digits:
            return None
        behind = (found[2] or "").ljust(self._digits, "0")
        return int(f"{found[1]}{behind}")

    def set_parts(self, parts: int | None) -> None:
        """Show a number, or nothing."""
        number = "" if parts is None else f"{parts / 10**self._digits:.{self._digits}f}"
        self.set_value(number.replace(".", locale().decimalPoint()))

    def is_valid(self) -> bool:
        """Answer whether it is empty or a number."""
        return not self.text().strip() or self.parts() is not None

    def trouble(self) -> str:
        """Answer a sentence when it is no number."""
        if self.is_valid():
            return ""
        example = show_number(12.5, self._digits)
        return _("Type a number, such as {example}.").format(example=example)
