"""Remembers when one leaves the office, so that My day can say what is new afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.my_day.actions import mark_seen

if TYPE_CHECKING:
    from app.errors import Unavailable
    from ui.desk import Desk


class Leaving(QObject):
    """Says it at the desk just before the office is closed; nobody is held up by it."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Say it at a desk."""
        super().__init__(parent)
        self._desk = desk

    def say(self) -> None:
        """Remember this moment, where the office can be written to."""
        if self._desk.is_open:
            self._desk.act(mark_seen).if_unavailable(self._on_unavailable)

    def _on_unavailable(self, _trouble: Unavailable) -> None:
        """Leave in peace: an office that is only read remembers nobody."""
