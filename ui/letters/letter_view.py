"""A letter from the history: its real pages, to be looked at, printed again or saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import _
from ui.letters.letter_exits import LetterExits
from ui.letters.words import kind_and_language, pdf_name, written_by
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import heading, quiet
from ui.widgets.page_preview import PagePreview

if TYPE_CHECKING:
    from app.letters.rows import LetterPages
    from ui.desk import Desk


class LetterView(QWidget):
    """Shows one kept letter."""

    client_wanted = Signal(object)
    """Id of the person to whom the letter went."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin without a letter."""
        super().__init__(parent)
        self._letter: LetterPages | None = None
        self.exits = LetterExits(desk, self)
        self._title = heading("")
        self._about = quiet("")
        self.preview = PagePreview()
        self.print_button = primary_button(_("Print again"), "print")
        self.save_button = plain_button(_("Save as PDF"), "download")
        self.client_button = quiet_button(_("Show person"), "person")
        self._build()
        self.print_button.clicked.connect(self.print_again)
        self.save_button.clicked.connect(self.save)
        self.client_button.clicked.connect(self._on_client_clicked)

    def show_letter(self, letter: LetterPages) -> None:
        """Show a letter's pages."""
        self._letter = letter
        row = letter.row
        self._title.setText(f"{row.client_name}: {row.subject}")
        self._about.setText(f"{kind_and_language(row)} · {written_by(row)}")
        self.preview.show_pdf(letter.pdf)

    @property
    def letter(self) -> LetterPages | None:
        """The letter that is shown."""
        return self._letter

    def print_again(self) -> None:
        """Print the letter as it was printed before."""
        if self._letter is not None:
            self.exits.print_letter(self._letter.pdf, self._name(self._letter))

    def save(self) -> None:
        """Save the letter as a PDF file."""
        if self._letter is not None:
            self.exits.save_letter(self._letter.pdf, self._name(self._letter))

    def _name(self, letter: LetterPages) -> str:
        return pdf_name(letter.row.title, letter.row.written_at.astimezone().date())

    def _build(self) -> None:
        buttons = QWidget()
        row = FlowLayout(buttons, spacing(8))
        for button in (self.print_button, self.save_button, self.client_button):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        for part in (self._title, self._about, buttons):
            layout.addWidget(part)
        layout.addWidget(self.preview, 1)

    def _on_client_clicked(self) -> None:
        if self._letter is not None:
            self.client_wanted.emit(self._letter.row.client_id)
