"""Lists as CSV: what every program reads, in the form that the office's own programs expect."""

from __future__ import annotations

import csv
from datetime import date, datetime
from io import StringIO
from typing import TYPE_CHECKING

from app.exchange.writing.harmless import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.exchange.writing.rules import Cell, ListHead

_MARK = "\ufeff"
"""Without it, Excel reads UTF-8 as Windows-1252."""
_SEPARATORS = {"de": ";", "da": ";"}
"""German and Danish programs write decimals with a comma and part cells at semicolons."""


class CsvWriter:
    """Answers a list piece by piece, as RFC 4180 has it: UTF-8, lines that end with CR LF."""

    def __init__(self, head: ListHead) -> None:
        """Begin with the titles of the columns."""
        self._buffer = StringIO(newline="")
        separator = _SEPARATORS.get(head.language, ",")
        self._lines = csv.writer(self._buffer, delimiter=separator, lineterminator="\r\n")
        self._buffer.write(_MARK)
        self._lines.writerow([harmless(title) for title in head.columns])
        self.cut_cells = 0

    def add(self, rows: Iterable[tuple[Cell, ...]]) -> bytes:
        """Answer the next rows."""
        self._lines.writerows([_words(cell) for cell in row] for row in rows)
        return self._taken()

    def finish(self) -> bytes:
        """Answer what is left."""
        return self._taken()

    def _taken(self) -> bytes:
        text = self._buffer.getvalue()
        self._buffer.seek(0)
        self._buffer.truncate()
        return text.encode()


def _words(cell: Cell) -> str:
    """Answer a cell as text; dates as 2026-11-24, which every program understands alike."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d %H:%M")
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell) if isinstance(cell, int) else harmless(cell)
