"""A list on its way into a file, piece by piece, so that it can be watched and stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from app.exchange.writing.csv_writer import CsvWriter
from app.exchange.writing.pdf_writer import PdfWriter
from app.exchange.writing.rules import ExportFormat, Written
from app.exchange.writing.xlsx_writer import XlsxWriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.exchange.writing.columns import Cells
    from app.exchange.writing.new_file import NewFile
    from app.exchange.writing.rules import Cell, ListHead
    from app.exchange.writing.sealed_file import SealedFile

R = TypeVar("R")


class Writer(Protocol):
    """Makes the bytes of a file of rows."""

    cut_cells: int

    def add(self, rows: Iterable[tuple[Cell, ...]]) -> bytes:
        """Take rows and answer what can be written of them already."""

    def finish(self) -> bytes:
        """Answer the rest."""


_WRITERS: dict[ExportFormat, type[CsvWriter | XlsxWriter | PdfWriter]] = {
    ExportFormat.CSV: CsvWriter,
    ExportFormat.XLSX: XlsxWriter,
    ExportFormat.PDF: PdfWriter,
}


class ListFile(Generic[R]):
    """Writes rows of one kind into a file that appears when it is complete."""

    def __init__(
        self, file: NewFile | SealedFile, form: ExportFormat, head: ListHead, cells: Cells[R]
    ) -> None:
        """Plan what goes into a file; nothing is written before `begin`."""
        self._file = file
        self._form, self._head, self._cells = form, head, cells
        self._writer: Writer | None = None
        self._rows = 0

    def begin(self) -> None:
        """Begin the file; raises `Unavailable` when that cannot be done there."""
        self._writer = _WRITERS[self._form](self._head)
        self._file.begin()

    def add(self, rows: Sequence[R]) -> int:
        """Write the next rows and answer how many there are so far."""
        assert self._writer is not None, "begin first"  # noqa: S101 - a promise to the caller
        try:
            self._put(self._writer.add(self._cells.of(rows)))
        except BaseException:
            self.discard()
            raise
        self._rows += len(rows)
        return self._rows

    def finish(self) -> Written:
        """Complete the file and answer what is in it."""
        assert self._writer is not None, "begin first"  # noqa: S101 - a promise to the caller
        self._put(self._writer.finish())
        self._file.finish()
        return Written(self._rows, self._writer.cut_cells)

    def discard(self) -> None:
        """Let nothing of it stay on the disk."""
        self._file.discard()

    def _put(self, content: bytes) -> None:
        if content:
            self._file.add(content)
