"""Printing and saving finished pages: the system's own dialogs, then paper or a file."""

from __future__ import annotations

from enum import Enum, StrEnum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QStandardPaths
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog

from app.errors import N_, Unavailable
from resources.text import _
from ui.widgets.pdf_pages import POINTS_PER_INCH, PdfPages

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

DOTS_PER_INCH = 300


class Printed(Enum):
    """What became of the wish to print."""

    SENT = auto()
    CANCELLED = auto()
    NO_PRINTER = auto()


NOT_SAVED = N_("The file could not be saved: {reason}.")
SAVE_ELSEWHERE = N_("Choose another folder, or make room on the disk, and save again.")
NOT_PRINTED = N_("The printer did not take the pages.")
LOOK_AT_PRINTER = N_("Check that the printer is on and connected, then print again.")


def has_printer() -> bool:
    """Answer whether the system knows any printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def print_pages(parent: QWidget, pdf: bytes, title: str) -> Printed:
    """Ask with the system's dialog and print; `title` names the job in the printer's queue.

    Raises `Unavailable` when the printer cannot be written to.
    """
    if not has_printer():
        return Printed.NO_PRINTER
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer, title)
    with PdfPages(pdf) as pages:
        dialog = QPrintDialog(printer, parent)
        dialog.setMinMax(1, pages.count)
        if dialog.exec() != QPrintDialog.DialogCode.Accepted:
            return Printed.CANCELLED
        paint_pages(printer, pages)
    return Printed.SENT


def prepare(printer: QPrinter, title: str) -> None:
    """Set a printer to A4 without margins of its own, so that windows and folds fit."""
    printer.setResolution(DOTS_PER_INCH)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setDocName(title)


def paint_pages(printer: QPrinter, pages: PdfPages) -> None:
    """Print the pages that the dialog asked for, each in its true size.

    Raises `Unavailable` when the printer cannot be written to.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise Unavailable(NOT_PRINTED, LOOK_AT_PRINTER)
    first = max(printer.fromPage(), 1)
    last = printer.toPage() or pages.count
    dots = printer.resolution() / POINTS_PER_INCH
    try:
        for number in range(first, min(last, pages.count) + 1):
            if number > first:
                printer.newPage()
            size = pages.sizes[number - 1]
            target = QRectF(0, 0, size.width() * dots, size.height() * dots)
            painter.drawImage(target, pages.image(number - 1, DOTS_PER_INCH / POINTS_PER_INCH))
    finally:
        painter.end()


class Saved(StrEnum):
    """What is saved, by the end of its name."""

    PDF = ".pdf"
    ARCHIVE = ".zip"
    TEXT = ".txt"


def ask_where_to_save(parent: QWidget, name: str, kind: Saved = Saved.PDF) -> Path | None:
    """Ask for a file's place with the system's dialog; None when the user changed their mind."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    title, files = {
        Saved.PDF: (_("Save as PDF"), _("PDF files (*.pdf)")),
        Saved.ARCHIVE: (_("Save the encrypted archive"), _("ZIP archives (*.zip)")),
        Saved.TEXT: (_("Save as text"), _("Text files (*.txt)")),
    }[kind]
    chosen, _filter = QFileDialog.getSaveFileName(parent, title, str(Path(folder) / name), files)
    if not chosen:
        return None
    file = Path(chosen)
    return file if file.suffix.lower() == kind else file.with_name(f"{file.name}{kind}")


def write_file(file: Path, content: bytes) -> Path:
    """Write a file and answer it; run this off the UI thread.

    Raises `Unavailable` when folder or disk do not allow it.
    """
    try:
        file.write_bytes(content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unavailable(NOT_SAVED, SAVE_ELSEWHERE, reason=reason) from error
    return file
