"""The pages of a paper of consent, to be looked at, printed or saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import _
from ui.letters.letter_exits import LetterExits
from ui.style import spacing
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.fields import ChoiceField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import heading
from ui.widgets.page_preview import PagePreview

if TYPE_CHECKING:
    from ui.desk import Desk


_LETTERS = 8
"""The longest name of a language is so many letters wide."""


class PaperView(QWidget):
    """Shows one paper; `language_chosen` asks for it in another language."""

    left = Signal()
    said = Signal(str, object)
    language_chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin without a paper."""
        super().__init__(parent)
        self.pdf, self._name = b"", ""
        self.exits = LetterExits(desk, self)
        self.exits.said.connect(self._on_said)
        self.back_button = quiet_button(_("Back"), "back")
        self._title = heading("")
        self.done = Banner("hint", "")
        self.languages: ChoiceField[str] = ChoiceField(
            [("de", _("German")), ("da", _("Danish")), ("en", _("English"))]
        )
        self.languages.setAccessibleName(_("Language of the form"))
        self.languages.setMinimumContentsLength(_LETTERS)
        self.print_button = primary_button(_("Print"), "print")
        self.save_button = plain_button(_("Save as PDF"), "download")
        self.preview = PagePreview()
        self._arrange()
        self.back_button.clicked.connect(self.left)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.languages.changed.connect(self._on_language_changed)

    def show_paper(
        self, pdf: bytes, title: str, *, done: str = "", language: str = "", is_final: bool = True
    ) -> None:
        """Show a paper; `done` says what was kept, and only a final one leaves the house."""
        self.pdf, self._name = pdf, f"{title}.pdf"
        self._title.setText(title)
        self.done.set_text(done)
        self.done.setVisible(bool(done))
        self.languages.setVisible(bool(language))
        if language:
            blocked = self.languages.blockSignals(True)  # noqa: FBT003 - as Qt has it
            self.languages.set_value(language)
            self.languages.blockSignals(blocked)
        for button in (self.print_button, self.save_button):
            button.setVisible(is_final)
        self.preview.show_pdf(pdf)

    def _arrange(self) -> None:
        tools = FlowLayout(gap=spacing(8))
        for part in (self.back_button, self.languages, self.save_button, self.print_button):
            tools.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addLayout(tools)
        layout.addWidget(self._title)
        layout.addWidget(self.done)
        layout.addWidget(self.preview, 1)

    def _on_language_changed(self) -> None:
        self.language_chosen.emit(self.languages.value())

    def _on_print_clicked(self) -> None:
        self.exits.print_letter(self.pdf, self._name)

    def _on_save_clicked(self) -> None:
        self.exits.save_letter(self.pdf, self._name)

    def _on_said(self, sentence: str) -> None:
        self.said.emit(sentence, None)
