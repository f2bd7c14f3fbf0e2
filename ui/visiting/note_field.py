"""The short note on a visit: says how much too long it is, before anybody presses save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from resources.text import ngettext
from ui.widgets.long_text_field import LongTextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class NoteField(LongTextField):
    """A note that states facts and stays short."""

    def __init__(self, longest: int, parent: QWidget | None = None) -> None:
        """Hold `longest` characters; more are kept, with a sentence that says so."""
        super().__init__(lines=5, parent=parent)
        self._most = longest

    def sizeHint(self) -> QSize:
        """Want no more room than its lines; it takes more where there is some."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def trouble(self) -> str:
        """Answer a sentence when a paste was refused or the note is too long."""
        said = super().trouble()
        too_many = len(self.toPlainText()) - self._most
        if said or too_many <= 0:
            return said
        return ngettext(
            "This note is too long by one character. Long stories belong in a note on the "
            "client's card.",
            "This note is too long by {count} characters. Long stories belong in a note on the "
            "client's card.",
            too_many,
        )
