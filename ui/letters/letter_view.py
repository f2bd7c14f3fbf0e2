"""A letter from the history: its real pages, to be looked at, printed again or saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.letters.composing.actions import post_letter
from app.letters.queries import letter_pdf
from resources.text import _, say
from ui.letters.ask_day import ask_day
from ui.letters.letter_exits import LetterExits
from ui.letters.memo_exit import MemoExit
from ui.letters.words import kind_and_language, pdf_name, posted_words, written_by
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import heading, quiet
from ui.widgets.page_preview import PagePreview

if TYPE_CHECKING:
    from datetime import date

    from app.errors import Refused
    from app.letters.rows import LetterPages
    from ui.desk import Desk


class LetterView(QWidget):
    """Shows one kept letter."""

    client_wanted = Signal(object)
    """Id of the person to whom the letter went."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin without a letter."""
        super().__init__(parent)
        self._desk = desk
        self._letter: LetterPages | None = None
        self.exits = LetterExits(desk, self)
        self.memo = MemoExit(desk, self)
        self._title = heading("")
        self._about = quiet("")
        self.preview = PagePreview()
        self.print_button = primary_button(_("Print again"), "print")
        self.save_button = plain_button(_("Save as PDF"), "download")
        self.mail_button = plain_button(_("Open in mail program"), "mail")
        self.post_button = plain_button(_("Note the posting"), "check")
        self.client_button = quiet_button(_("Show person"), "person")
        self._build()
        self.print_button.clicked.connect(self.print_again)
        self.save_button.clicked.connect(self.save)
        self.mail_button.clicked.connect(self.mail)
        self.post_button.clicked.connect(self.ask_posted)
        self.client_button.clicked.connect(self._on_client_clicked)
        self.memo.said.connect(self.exits.said)
        self.memo.handed_over.connect(self._on_handed_over)

    def show_letter(self, letter: LetterPages) -> None:
        """Show a letter's pages."""
        self._letter = letter
        row = letter.row
        self._title.setText(f"{row.client_name}: {row.subject}")
        parts = (kind_and_language(row), written_by(row), posted_words(row))
        self._about.setText(" · ".join(filter(None, parts)))
        words = _("Note the posting") if row.posted_on is None else _("Change the posting")
        self.post_button.setText(words)
        self.preview.show_pdf(letter.pdf)
        self.memo.show_letter(letter)

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

    def mail(self) -> None:
        """Open the mail program with the letter attached; nothing is sent."""
        if self._letter is not None:
            row = self._letter.row
            name = self._name(self._letter)
            self.exits.mail_letter(self._letter.pdf, name, row.subject, row.client_id)

    def ask_posted(self) -> None:
        """Ask when and on which way the letter left: periods are counted from then."""
        if self._letter is not None:
            row = self._letter.row
            day = row.posted_on or self._desk.local_now.date()
            if (posted := ask_day(self, day, asks_way=True)) is not None:
                self.note_posted(posted.day, posted.channel)

    def note_posted(self, day: date, channel: str) -> None:
        """Note the day on which, and the way on which, the letter left."""
        if self._letter is not None:
            act = self._desk.act(post_letter, self._letter.row.id, day, channel)
            act.then(self._on_posted).if_refused(self._on_refused)

    def _on_refused(self, refused: Refused) -> None:
        self.exits.said.emit(" ".join(say(problem) for problem in refused.problems))

    def _on_posted(self, before: object) -> None:
        self._on_handed_over(before)
        self.exits.said.emit(_("The day of posting is kept."))

    def _on_handed_over(self, _before: object) -> None:
        if self._letter is not None:
            self._desk.ask(letter_pdf, self._letter.row.id).then(self._on_seen_again)

    def _on_seen_again(self, letter: LetterPages | None) -> None:
        if letter is not None and self._letter is not None and letter.row.id == self._letter.row.id:
            self.show_letter(letter)

    def _name(self, letter: LetterPages) -> str:
        return pdf_name(letter.row.title, letter.row.written_at.astimezone().date())

    def _build(self) -> None:
        buttons = QWidget()
        row = FlowLayout(buttons, spacing(8))
        for button in (
            self.print_button, self.save_button, self.mail_button, self.memo.button,
            self.post_button, self.client_button,
        ):  # fmt: skip
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
