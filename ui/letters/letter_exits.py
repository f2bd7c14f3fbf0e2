"""The ways a letter leaves the program: through the printer, as a PDF file, or by mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import Unavailable
from app.letters.mailing import mail_address
from resources.text import _
from ui.letters.letter_mail import mail_file, open_mail
from ui.printing import Printed, Saved, ask_where_to_save, print_pages, write_file
from ui.widgets.question import Question

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk


class LetterExits(QObject):
    """Prints and saves pages for a widget, and says what became of it."""

    said = Signal(str)
    """A sentence for the toast."""

    def __init__(self, desk: Desk, widget: QWidget) -> None:
        """Stand in for `widget`, over which the dialogs open."""
        super().__init__(widget)
        self._desk = desk
        self._widget = widget
        self._mail: tuple[bytes, str, str] = (b"", "", "")

    def send(self, doing: str, pdf: bytes, name: str, subject: str, person_id: UUID) -> None:
        """Do with a kept letter what was wanted: "print", "save", "mail", or nothing more."""
        if doing == "print":
            self.print_letter(pdf, name)
        elif doing == "save":
            self.save_letter(pdf, name)
        elif doing == "mail":
            self.mail_letter(pdf, name, subject, person_id)

    def print_letter(self, pdf: bytes, name: str) -> bool:
        """Print through the system's dialog; answer whether it went to the printer.

        Where no printer is set up, saving as PDF is offered.
        """
        try:
            printed = print_pages(self._widget, pdf, name)
        except Unavailable as trouble:
            self._desk.unavailable.emit(trouble)
            return False
        if printed is Printed.NO_PRINTER and self._wants_file():
            self.save_letter(pdf, name)
        if printed is Printed.SENT:
            self.said.emit(_("The letter is on its way to the printer."))
        return printed is Printed.SENT

    def save_letter(self, pdf: bytes, name: str) -> None:
        """Ask where, and write the file off the UI thread."""
        file = ask_where_to_save(self._widget, name)
        if file is not None:
            self._desk.run(write_file, file, pdf).then(self._on_saved)

    def save_sealed(self, archive: bytes, name: str) -> None:
        """Ask where an encrypted archive goes, and write it off the UI thread."""
        file = ask_where_to_save(self._widget, name, Saved.ARCHIVE)
        if file is not None:
            self._desk.run(write_file, file, archive).then(self._on_saved)

    def mail_letter(self, pdf: bytes, name: str, subject: str, person_id: UUID) -> None:
        """Open the mail program with the letter attached; only people send it."""
        self._mail = (pdf, name, subject)
        self._desk.ask(mail_address, person_id).then(self._on_address)

    def _on_address(self, address: str) -> None:
        pdf, name, subject = self._mail
        self._mail = (b"", "", "")
        words = _("Please find the letter attached.")
        writing = self._desk.run(mail_file, address, subject, words, pdf, name)
        writing.then(self._on_mail_written)

    def _on_mail_written(self, file: Path) -> None:
        try:
            open_mail(file)
        except Unavailable as trouble:
            self._desk.unavailable.emit(trouble)
        else:
            self.said.emit(_("The letter is open in your mail program. Nothing is sent yet."))

    def _wants_file(self) -> bool:
        return Question.confirm(
            self._widget,
            _("No printer is set up"),
            _(
                "No printer is set up on this computer. You can save the letter as a PDF file and "
                "print it somewhere else."
            ),
            _("Save as PDF"),
        )

    def _on_saved(self, file: Path) -> None:
        self.said.emit(_("Saved as {file}.").format(file=file.name))
