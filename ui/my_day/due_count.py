"""How much is due, for the status bar: counted again whenever visits or tasks were touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.my_day.first import due_today

if TYPE_CHECKING:
    from app.errors import Unavailable
    from ui.desk import Desk


class DueCount(QObject):
    """Counts visits to hold or record, and the tasks and reviews of the person at work."""

    counted = Signal(object)
    """The number, or None when the office cannot be asked."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Listen to the desk; nothing is asked before `look`."""
        super().__init__(parent)
        self._desk = desk
        desk.touched.connect(self._on_touched)

    def look(self) -> None:
        """Count now, as after opening an office and at midnight."""
        pending = self._desk.ask(due_today, self._desk.local_now.date(), self._desk.who)
        pending.then(self._on_counted).if_unavailable(self._on_unavailable)

    def _on_touched(self, features: frozenset[str]) -> None:
        if features & {"visiting", "tasks"}:
            self.look()

    def _on_counted(self, due: int) -> None:
        self.counted.emit(due)

    def _on_unavailable(self, _trouble: Unavailable) -> None:
        self.counted.emit(None)
