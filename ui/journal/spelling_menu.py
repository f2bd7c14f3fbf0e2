"""The menu on a misspelt word: what may have been meant, and the office's own list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu

from resources.text import _
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit

    from ui.journal.speller import Speller


class SpellingMenu(QMenu):
    """Opens at once; what may have been meant is filled in a moment later."""

    word_taken = Signal(str)
    """A word that the office's list shall have."""

    def __init__(
        self,
        field: QPlainTextEdit,
        speller: Speller,
        selection: QTextCursor,
        language: str,
        usual: QMenu | None,
    ) -> None:
        """Offer replacements of `selection`, and the `usual` entries of the field below."""
        super().__init__(field)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._field, self._selection = field, selection
        self._word = selection.selectedText()
        self._waiting = self.addAction(_("Looking for similar words …"))
        self._waiting.setEnabled(False)
        self._end = self.addSeparator()
        words = _("Add “{word}” to the dictionary").format(word=_shown(self._word))
        self.addAction(words).triggered.connect(self._on_take)
        if usual is not None:
            # It stays a window of its own, never shown; its entries live as long as this menu.
            usual.setParent(self, Qt.WindowType.Popup)
            self.addSeparator()
            self.addActions(usual.actions())
        pending = speller.suggest(self._word, language)
        pending.then(self._on_suggested)

    def _on_suggested(self, words: tuple[str, ...]) -> None:
        self.removeAction(self._waiting)
        made = [QAction(_shown(word), self) for word in words]
        for action, word in zip(made, words, strict=True):
            action.triggered.connect(partial(self._replace, word))
        if not made:
            nothing = QAction(_("No similar word is known"), self)
            nothing.setEnabled(False)
            made = [nothing]
        self.insertActions(self._end, made)
        if words:
            self.setActiveAction(made[0])

    def _replace(self, word: str) -> None:
        self._selection.insertText(word)
        self._field.setFocus()

    def _on_take(self) -> None:
        self.word_taken.emit(self._word)


def _shown(word: str) -> str:
    return shown(word).replace("&", "&&")
