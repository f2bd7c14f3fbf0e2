"""The page of letters: the history, and in its place the writer while a letter is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.letters.queries import letter_occasion
from ui.letters.letter_browser import LetterBrowser
from ui.letters.letter_writer import LetterWriter
from ui.widgets.page import Page, Place

if TYPE_CHECKING:
    from uuid import UUID

    from app.letters.rows import LetterOccasion
    from ui.desk import Desk


class LettersPage(Page):
    """Place("letters", letter) shows a letter; Place("letters", visit, "write") writes one."""

    features: ClassVar[frozenset[str]] = frozenset({"letters", "clients"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the history; the writer is made when a letter is begun."""
        super().__init__(desk, parent)
        self.browser = LetterBrowser(desk)
        self.writer: LetterWriter | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.browser)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.browser.place_wanted.connect(self.place_wanted)
        self.browser.said.connect(self._on_said)
        self.browser.export_asked.connect(self.export_asked)

    def refresh(self) -> None:
        """Ask again for the history, and for the preview of a letter that is being written."""
        self.browser.refresh()
        if self.writer is not None:
            self.writer.ask_preview()

    def show_place(self, place: Place) -> None:
        """Show the history, a letter, or the writer for a visit."""
        if place.doing == "export":
            self.browser.export()
        if place.record is None:
            return
        if place.doing == "write":
            self.desk.ask(letter_occasion, place.record).then(self._on_occasion)
        else:
            self._leave_writer()
            self.browser.show_letter(place.record)

    def _on_occasion(self, occasion: LetterOccasion) -> None:
        self._leave_writer()
        writer = LetterWriter(self.desk, occasion)
        writer.kept.connect(self._on_kept)
        writer.left.connect(self._leave_writer)
        writer.place_wanted.connect(self.place_wanted)
        writer.said.connect(self._on_said)
        self.writer = writer
        self._stack.addWidget(writer)
        self._stack.setCurrentWidget(writer)
        writer.choices.language.setFocus()

    def _leave_writer(self) -> None:
        self._stack.setCurrentWidget(self.browser)
        if self.writer is not None:
            self._stack.removeWidget(self.writer)
            self.writer.deleteLater()
            self.writer = None

    def _on_kept(self, letter_id: UUID) -> None:
        self._leave_writer()
        self.browser.show_letter(letter_id)

    def _on_said(self, sentence: str) -> None:
        self.said.emit(sentence, None)
