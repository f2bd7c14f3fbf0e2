"""Gets the recovery key onto paper: printed through the system, or saved as a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import Unavailable
from resources.text import _, language, say
from ui.admin.office_jobs import recovery_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk, Pending


class RecoveryPaper(QObject):
    """Makes the page on the desk's thread; asks where to print or save on the UI thread."""

    said = Signal(str, str)
    """A sentence about what happened, and its tone."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        """Ask where to over the widget `over`."""
        super().__init__(over)
        self._desk = desk
        self._over = over
        self._office = ""

    def print_key(self, office: str, recovery_key: str) -> None:
        """Print the page through the system's dialog."""
        self._make(office, recovery_key).then(self._on_made_for_print)

    def save_key(self, office: str, recovery_key: str) -> None:
        """Save the page as a PDF where the person wants it."""
        self._make(office, recovery_key).then(self._on_made_for_file)

    def _make(self, office: str, recovery_key: str) -> Pending[bytes]:
        self._office = office
        pending = self._desk.run(recovery_pdf, office, recovery_key, language())
        return pending.if_unavailable(self._on_unavailable)

    def _on_made_for_print(self, pdf: bytes) -> None:
        from ui.printing import Printed, print_pages  # noqa: PLC0415 - brings the printers

        try:
            printed = print_pages(self._over, pdf, self._title())
        except Unavailable as error:
            self._on_unavailable(error)
            return
        if printed is Printed.SENT:
            self.said.emit(_("Sent to the printer."), "done")
        elif printed is Printed.NO_PRINTER:
            self.said.emit(
                _("This computer has no printer. Save the page as a PDF, or write the key down."),
                "attention",
            )

    def _on_made_for_file(self, pdf: bytes) -> None:
        from ui.printing import ask_where_to_save, write_file  # noqa: PLC0415 - brings the printers

        file = ask_where_to_save(self._over, f"{self._title()}.pdf".replace("/", "-"))
        if file is not None:
            pending = self._desk.run(write_file, file, pdf).then(self._on_saved)
            pending.if_unavailable(self._on_unavailable)

    def _on_saved(self, file: Path) -> None:
        words = _("Saved as {file}. Print it elsewhere, then delete the file.")
        self.said.emit(words.format(file=file.name), "done")

    def _on_unavailable(self, error: Unavailable) -> None:
        self.said.emit(f"{say(error.problem)} {say(error.remedy)}".strip(), "danger")

    def _title(self) -> str:
        return _("Recovery key of {office}").format(office=self._office)
