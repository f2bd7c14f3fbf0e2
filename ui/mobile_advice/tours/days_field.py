"""Several days in one line, parted by commas or spaces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _
from ui.widgets.date_field import typed_date
from ui.widgets.text_field import TextField
from ui.widgets.typed_dates import read_date

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from PySide6.QtWidgets import QWidget

_LONGEST = 2000


class DaysField(TextField):
    """An input whose value is days in order, each once."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        """Begin empty; `today` completes a day without a year."""
        super().__init__(_LONGEST, parent)
        self._today = today

    def days(self) -> tuple[date, ...]:
        """Answer the days that are understood."""
        return tuple(sorted({day for _word, day in self._read() if day is not None}))

    def set_days(self, days: Iterable[date]) -> None:
        """Show days as they would be typed."""
        self.set_value(", ".join(map(typed_date, days)))

    def is_valid(self) -> bool:
        """Answer whether every word is a day."""
        return all(day is not None for _word, day in self._read())

    def trouble(self) -> str:
        """Answer a sentence about the first word that is no day."""
        wrong = next((word for word, day in self._read() if day is None), "")
        if not wrong:
            return super().trouble()
        return _("“{typed}” is not a day. Write it like 24.11.2026.").format(typed=wrong)

    def _read(self) -> list[tuple[str, date | None]]:
        words = self.text().replace(",", " ").replace(";", " ").split()
        return [(word, read_date(word, self._today)) for word in words]
