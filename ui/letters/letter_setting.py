"""Has the page of a letter set while somebody types: one at a time, and the newest in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.letters.composing.queries import letter_sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.letters.composing.queries import LetterSheet
    from app.letters.composing.rules import Choice
    from ui.desk import Desk

PREVIEW_MS = 40
"""The page is set anew when no key was hit for so long, in milliseconds."""


class LetterSetting(QObject):
    """Asks what is to be set each time, as it may have changed meanwhile."""

    was_set = Signal(object)
    """A `LetterSheet`."""
    refused = Signal(object)
    """A `Refused`: something stands against the letter."""
    failed = Signal(object)
    """An `Unavailable`."""

    def __init__(
        self,
        desk: Desk,
        person_id: UUID,
        wanted: Callable[[], tuple[str, Choice] | None],
        parent: QObject,
    ) -> None:
        """Set what `wanted` answers, template and choice; None while there is nothing to set."""
        super().__init__(parent)
        self._desk, self._person_id, self._wanted = desk, person_id, wanted
        self._is_asking = self._asks_again = False
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(PREVIEW_MS)
        self._late.timeout.connect(self.ask)

    def ask_soon(self) -> None:
        """Have the page set when no key was hit for a moment."""
        self._late.start()

    def ask(self) -> None:
        """Have the page set anew; while one is on its way, once more after it."""
        wanted = self._wanted()
        if wanted is None:
            return
        if self._is_asking:
            self._asks_again = True
            return
        self._is_asking = True
        today = self._desk.local_now.date()
        asked = self._desk.ask(letter_sheet, self._person_id, *wanted, today)
        asked.then(self._on_sheet).if_refused(self._on_refused)
        asked.if_unavailable(self._on_unavailable)

    def _is_next(self) -> bool:
        """Answer whether something changed while a page was set; then set the next one."""
        self._is_asking = False
        again, self._asks_again = self._asks_again, False
        if again:
            self.ask()
        return again

    def _on_sheet(self, sheet: LetterSheet) -> None:
        if not self._is_next():
            self.was_set.emit(sheet)

    def _on_refused(self, refused: Refused) -> None:
        if not self._is_next():
            self.refused.emit(refused)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._is_asking = False
        self.failed.emit(trouble)
