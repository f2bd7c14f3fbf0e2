"""What stands in a cell of a workbook, as a person would type it."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

_LEADING_ZEROS = re.compile(r"0+")
"""A number format such as "00000", by which spreadsheets keep postcodes."""
_OWN_FORMATS = 164
"""The number from which on the formats of numbers are a workbook's own."""


class CellTexts:
    """Knows the shared texts and the styles of the workbook of a sheet."""

    def __init__(self, sheet: Any) -> None:  # noqa: ANN401 - openpyxl has two kinds of sheets
        """Take over what openpyxl has read already."""
        from openpyxl.styles.numbers import BUILTIN_FORMATS  # noqa: PLC0415 - in the child only
        from openpyxl.utils.datetime import from_excel  # noqa: PLC0415 - in the child only

        book = sheet.parent
        self._shared: list[str] = sheet._shared_strings  # noqa: SLF001 - kept nowhere else
        self._styles = book._cell_styles  # noqa: SLF001 - kept nowhere else
        self._own_formats = book._number_formats  # noqa: SLF001 - kept nowhere else
        self._dates = book._date_formats  # noqa: SLF001 - kept nowhere else
        self._epoch = book.epoch
        self._formats = BUILTIN_FORMATS
        self._from_excel = from_excel

    def text(self, kind: str, style: str, written: str) -> str:
        """Answer a cell; raises `ValueError` or `IndexError` when it is damaged."""
        if not written:
            return ""
        if kind == "s":
            return str(self._shared[int(written)]).strip()
        if kind == "n":
            return self._number(int(style or 0), written)
        return written.strip()

    def _number(self, style: int, written: str) -> str:
        if style in self._dates:
            return _day(self._from_excel(float(written), self._epoch))
        number = float(written)
        if not number.is_integer():
            return written if "E" not in written.upper() else repr(number)
        text = str(int(number))
        form = self._format(style)
        return text.zfill(len(form)) if _LEADING_ZEROS.fullmatch(form) else text

    def _format(self, style: int) -> str:
        number = self._styles[style].numFmtId if style else 0
        if number < _OWN_FORMATS:
            return str(self._formats.get(number, ""))
        return str(self._own_formats[number - _OWN_FORMATS])


def _day(value: Any) -> str:  # noqa: ANN401 - date, time or None
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, (date, time)) else ""
