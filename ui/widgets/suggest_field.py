"""A line of free text that offers what was written before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Sequence


class SuggestField(TextField):
    """Free text with suggestions; a suggestion is never forced upon the writer."""

    def __init__(self, max_length: int = 200, parent: QWidget | None = None) -> None:
        """Begin without suggestions."""
        super().__init__(max_length, parent)
        self._suggestions = QStringListModel(self)
        completer = QCompleter(self._suggestions, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = QListView()
        popup.setProperty("kind", "popup")
        completer.setPopup(popup)
        self.setCompleter(completer)

    def set_suggestions(self, suggestions: Sequence[str]) -> None:
        """Offer other suggestions."""
        self._suggestions.setStringList(list(suggestions))
