"""Says which dictionaries were found on this computer, and where more can be put."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.journal.spelling.dictionaries import own_folder
from resources.text import _
from ui.journal.speller import the_speller
from ui.widgets.card import Card
from ui.widgets.labels import quiet, text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_NAMES = {"de": "Deutsch", "da": "Dansk", "en": "English"}


class SpellingCard(Card):
    """One sentence; there is nothing to choose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Ask which dictionaries there are."""
        super().__init__(_("Spelling in notes"), parent=parent)
        self.sentence = text(_("Looking for dictionaries …"))
        self.add(self.sentence)
        folder = _("Further hunspell dictionaries can be put into the folder {folder}.")
        self.add(quiet(folder.format(folder=own_folder())))
        the_speller().languages().then(self._on_found)

    def _on_found(self, languages: tuple[str, ...]) -> None:
        if not languages:
            self.sentence.setText(_("No dictionary was found, so no word is marked."))
            return
        names = ", ".join(_NAMES[language] for language in languages)
        words = _("Misspelt words are marked in notes. Dictionaries found: {names}.")
        self.sentence.setText(words.format(names=names))
