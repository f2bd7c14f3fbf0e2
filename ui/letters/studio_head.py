"""The head of the editor: which text is written, in which language, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.letters.composing.rules import TONGUES
from app.letters.rules.states import VersionState
from app.letters.studio.rules import TextStatus
from resources.text import _
from ui.letters.studio_words import (
    state_options,
    status_icon,
    status_tone,
    title_of,
    version_words,
)
from ui.letters.words import language_name
from ui.style import length, spacing
from ui.widgets.buttons import quiet_button
from ui.widgets.fields import ChoiceField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import small, title
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from app.letters.studio.rows import StudioText


class StudioHead(QWidget):
    """The way back, the title, the state, and the choice of the language."""

    left = Signal()
    language_wanted = Signal(str)
    field_wanted = Signal()

    def __init__(self, opened: StudioText, parent: QWidget | None = None) -> None:
        """Say what is opened."""
        super().__init__(parent)
        self._opened = opened
        self.back_button = quiet_button(_("Templates"), "back")
        self.language: ChoiceField[str] = ChoiceField(_languages(opened))
        self.language.set_value(opened.language)
        self.language.setAccessibleName(_("Language of the text"))
        self.language.setMaximumWidth(length(240))
        self.state: ChoiceField[str] = ChoiceField(state_options())
        self.state.set_value(opened.state if opened.text else VersionState.IN_TRANSLATION)
        self.state.setAccessibleName(_("How far the translation is"))
        self.state.setMaximumWidth(length(200))
        self.state.setVisible(False)
        self.field_button = quiet_button(_("Insert field"), "add")
        self.field_button.setToolTip(_("Insert a field (Ctrl+Space)"))
        self.status = StatusLabel("")
        self._version = small("").unwrapped()
        self._arrange(opened)
        self.show_text(opened)
        self.back_button.clicked.connect(self.left)
        self.field_button.clicked.connect(self.field_wanted)
        self.language.changed.connect(self._on_language_chosen)

    def show_text(self, opened: StudioText) -> None:
        """Say what the office knows of the text now."""
        self._opened = opened
        status = opened.line.texts.get(opened.language, TextStatus.IN_TRANSLATION)
        self.status.set_status(_(status.label), status_tone(status), status_icon(status))
        self._version.setText(version_words(opened))
        self.state.setVisible(opened.language != opened.line.source_language)

    def _arrange(self, opened: StudioText) -> None:
        first = QHBoxLayout()
        first.setSpacing(spacing(12))
        first.addWidget(self.back_button)
        first.addWidget(title(title_of(opened.line)), 1)
        second = FlowLayout(gap=spacing(12))
        for part in (
            self.language,
            self.state,
            self.field_button,
            self.status,
            self._version,
        ):
            second.addWidget(part)
        # A flow knows no middle line: words are made as high as the choices beside them.
        for words in (self.status, self._version):
            words.setMinimumHeight(self.language.sizeHint().height())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addLayout(first)
        layout.addLayout(second)

    def _on_language_chosen(self) -> None:
        if self.language.value() != self._opened.language:
            self.language_wanted.emit(self.language.value())


def _languages(opened: StudioText) -> list[tuple[str, str]]:
    """Answer every language: those with a text first, the others marked as new."""
    written = [(tag, language_name(tag)) for tag in opened.line.texts]
    new = _("{language} (new)")
    more = [
        (tag, new.format(language=language_name(tag)))
        for tag in TONGUES
        if tag not in opened.line.texts
    ]
    return [*written, *more]
