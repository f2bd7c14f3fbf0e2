"""What is chosen before a letter is written: its language, and care for a protected address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import _
from ui.formats import show_datetime
from ui.letters.words import language_options
from ui.style import spacing
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.fields import CheckField, ChoiceField
from ui.widgets.form import Form
from ui.widgets.labels import quiet, strong

if TYPE_CHECKING:
    from app.letters.rows import LetterOccasion


class LetterChoices(QWidget):
    """Whom and what the letter is about, its language, and the confirmation if one is needed."""

    changed = Signal()

    def __init__(self, occasion: LetterOccasion, parent: QWidget | None = None) -> None:
        """Begin with the person's own language."""
        super().__init__(parent)
        self.language: ChoiceField[str] = ChoiceField(language_options())
        self.language.set_value(occasion.language)
        self.confirmed = CheckField(_("I make sure that nobody else sees the address"))
        self._is_protected = occasion.address_protected
        self.form = Form()
        self.form.add("language", _("Language of the letter"), self.language)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        if self._is_protected:
            layout.addWidget(Banner("attention", _("The address of this person is protected.")))
            layout.addWidget(self.confirmed)
        layout.addWidget(self._card(occasion))
        self.language.changed.connect(self.changed)
        self.confirmed.changed.connect(self.changed)

    def _card(self, occasion: LetterOccasion) -> Card:
        name = strong(occasion.client_name)
        name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        words = QVBoxLayout()
        words.setSpacing(spacing(4))
        words.addWidget(name)
        words.addWidget(quiet(_about(occasion)))
        card = Card()
        card.body.addLayout(words)
        card.add(self.form)
        return card

    @property
    def is_allowed(self) -> bool:
        """Whether the letter may be shown and written."""
        return self.confirmed.value() or not self._is_protected


def _about(occasion: LetterOccasion) -> str:
    return _("Visit on {moment} by {visitor}").format(
        moment=show_datetime(occasion.start), visitor=occasion.visitor
    )
