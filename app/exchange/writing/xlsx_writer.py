"""Lists as Excel tables: real dates and numbers, a head that stays, text that is never run."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Any

from app.errors import N_
from app.exchange.writing.harmless import storable
from resources.text import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.exchange.writing.rules import Cell, ListHead

LONGEST_CELL = 32_767
"""UTF-16 units that a cell of Excel holds."""
CUT = N_("[cut off here: {count} characters in all]")
"""The mark at the end of a cell that was too long, translated."""
_FIRST_DAY = date(1900, 3, 1)
"""Excel's days are right from here on: it believes in a 29 February 1900."""
_WIDTHS = (6, 60)
"""Narrowest and widest column, in characters."""
_MEASURED_ROWS = 200
_DATES = {"de": "dd.mm.yyyy", "da": "dd.mm.yyyy", "en": "d mmm yyyy"}
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_LONGEST_SHEET_NAME = 31


class XlsxWriter:
    """Keeps a workbook in memory, never in temporary files; it is answered when finished."""

    def __init__(self, head: ListHead) -> None:
        """Begin with the titles of the columns."""
        import xlsxwriter  # noqa: PLC0415 - 60 ms to import, needed only for such a file

        self._head = head
        self._buffer = BytesIO()
        self._book: Any = xlsxwriter.Workbook(self._buffer, {"in_memory": True})
        self._sheet: Any = self._book.add_worksheet(sheet_name(head.title))
        self._formats = _formats(self._book, _DATES[head.language])
        self._widths = [_width(title) + 2 for title in head.columns]
        self._rows = count(1)
        self._last = 0
        self.cut_cells = 0
        for column, title in enumerate(head.columns):
            self._sheet.write_string(0, column, self._fitting(title), self._formats["head"])

    def add(self, rows: Iterable[tuple[Cell, ...]]) -> bytes:
        """Take the next rows; nothing is answered before the end."""
        for row in rows:
            self._last = next(self._rows)
            if self._last <= _MEASURED_ROWS:
                self._widths = [
                    max(known, _width(cell)) for known, cell in zip(self._widths, row, strict=True)
                ]
            for column, cell in enumerate(row):
                self._write(column, cell)
        return b""

    def finish(self) -> bytes:
        """Answer the whole file."""
        sheet, last_column = self._sheet, len(self._head.columns) - 1
        for column, width in enumerate(self._widths):
            sheet.set_column(column, column, min(max(width, _WIDTHS[0]), _WIDTHS[1]))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, self._last, last_column)
        self._set_up_print()
        self._book.set_properties(
            {
                "title": storable(self._head.title),
                "author": storable(self._head.who),
                "comments": storable(self._head.selection),
                "created": self._head.when,
            }
        )
        self._book.close()
        return self._buffer.getvalue()

    def _write(self, column: int, cell: Cell) -> None:
        row, formats = self._last, self._formats
        if cell is None:
            return
        if isinstance(cell, int):
            self._sheet.write_number(row, column, cell, formats["number"])
        elif isinstance(cell, date) and _in_excel(cell):
            kind = "moment" if isinstance(cell, datetime) else "day"
            self._sheet.write_datetime(row, column, cell, formats[kind])
        else:
            text = cell.isoformat() if isinstance(cell, date) else cell
            self._sheet.write_string(row, column, self._fitting(text), formats["text"])

    def _fitting(self, text: str) -> str:
        """Answer a text that fits into a cell; a longer one ends with a mark and is counted."""
        kept = storable(text)
        if _units(kept) <= LONGEST_CELL:
            return kept
        self.cut_cells += 1
        mark = f"… {_(CUT).format(count=len(kept))}"
        room = 2 * (LONGEST_CELL - _units(mark))
        return kept.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + mark

    def _set_up_print(self) -> None:
        sheet = self._sheet
        sheet.repeat_rows(0)
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        if sum(self._widths) > 90:  # noqa: PLR2004 - characters across a page that stands upright
            sheet.set_landscape()
        sheet.set_footer("&R&P / &N")


def sheet_name(title: str) -> str:
    """Answer a title as Excel lets sheets be called: 31 characters, no brackets or slashes."""
    plain = " ".join(storable(title).translate(_FORBIDDEN).split())
    short = plain.encode("utf-16-le")[: 2 * _LONGEST_SHEET_NAME].decode("utf-16-le", "ignore")
    name = short.strip("' ")
    return "Nahbar" if not name or name.casefold() == "history" else name


def _formats(book: Any, day: str) -> dict[str, Any]:  # noqa: ANN401 - XlsxWriter has no types
    top = {"valign": "top"}
    # The sign that a cell is text, so that it stays text when somebody goes over it with F2.
    text = book.add_format(top)
    text.set_quote_prefix()
    head = {"bold": True, "bottom": 1, "bg_color": "#E3EDED", "quote_prefix": True}
    return {
        "head": book.add_format(head | {"text_wrap": True, "valign": "vcenter"}),
        "text": text,
        "number": book.add_format(top | {"num_format": "0"}),
        "day": book.add_format(top | {"num_format": day}),
        "moment": book.add_format(top | {"num_format": f"{day} hh:mm"}),
    }


def _in_excel(day: date) -> bool:
    return (day.date() if isinstance(day, datetime) else day) >= _FIRST_DAY


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _width(cell: Cell) -> int:
    """Answer about how many characters wide a cell is shown."""
    if isinstance(cell, datetime):
        return 17
    if isinstance(cell, date):
        return 11
    text = "" if cell is None else str(cell)[:200]
    return max((len(line) for line in text.splitlines()), default=0) + 1
