"""How long a contact took: typed as minutes or as hours and minutes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from resources.text import _
from ui.widgets.fields import TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_MINUTES = re.compile(r"(\d{1,4})(?:\s*min\.?)?", re.IGNORECASE)
_HOURS = re.compile(r"(\d{1,2})[:.](\d{2})")


class MinutesField(TextField):
    """A number of minutes; empty means not known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(10, parent)

    def minutes(self) -> int | None:
        """Answer the minutes; None when nothing that can be understood is typed."""
        typed = self.text().strip()
        if found := _MINUTES.fullmatch(typed):
            return int(found[1])
        if found := _HOURS.fullmatch(typed):
            return int(found[1]) * 60 + int(found[2])
        return None

    def is_valid(self) -> bool:
        """Answer whether it is empty or a number of minutes."""
        return not self.text().strip() or self.minutes() is not None

    def trouble(self) -> str:
        """Answer a sentence when it is no number."""
        return "" if self.is_valid() else _("Type the minutes, such as 15, or 1:30.")
