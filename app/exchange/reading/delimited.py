"""Reading a list from text with a character between the cells, as any program writes it."""

from __future__ import annotations

import csv
import re
from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING

from app.exchange.reading.limits import LONGEST_CELL, MEGABYTE, MOST_COLUMNS, MOST_ROWS
from app.exchange.reading.troubles import NOT_CSV, NOT_ENCODED, TOO_MANY_ROWS, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

DELIMITERS = (";", "\t", "|", ",")
"""What may stand between the cells; commas come last, as they stand within cells as well."""
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_TOLD = re.compile(r"sep=([;,\t|])\s*", re.IGNORECASE)
"""A first line that tells Excel what parts the cells."""
_LOOKED_AT = 20
"""Lines from whose cells the delimiter is concluded."""


def encoding_of(content: bytes, name: str) -> str:
    """Answer how a text is encoded: by its byte order mark, as UTF-8, or as Windows-1252.

    Raises `Refused` when it is none of them.
    """
    marked = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), "")
    for encoding in (marked,) if marked else ("utf-8", "cp1252"):
        if _fits(content, encoding):
            return encoding
    raise refusal(NOT_ENCODED, file=name)


def _fits(content: bytes, encoding: str) -> bool:
    try:
        with TextIOWrapper(BytesIO(content), encoding=encoding) as text:
            while text.read(MEGABYTE):
                pass
    except UnicodeError:
        return False
    return True


def delimiter_of(content: bytes, encoding: str) -> str:
    """Answer what parts the cells: what makes most rows as wide as the first one."""
    sample = _lines(content, encoding)
    lines = [line for line, _ in zip(sample, range(_LOOKED_AT), strict=False)]
    if lines and (told := _TOLD.fullmatch(lines[0])):
        return told[1]
    return max(DELIMITERS, key=lambda mark: _evidence(lines, mark))


def _evidence(lines: list[str], mark: str) -> int:
    """Answer how many rows are as wide as the first one, if a mark parts the cells."""
    try:
        widths = [len(row) for row in csv.reader(lines, delimiter=mark) if row]
    except csv.Error:
        return 0
    return widths.count(widths[0]) if widths and widths[0] > 1 else 0


def delimited_rows(content: bytes, encoding: str, mark: str) -> Iterator[tuple[int, list[str]]]:
    """Answer each row that holds anything, with the line it begins in.

    Raises `Refused` where the text is not CSV.
    """
    csv.field_size_limit(4 * LONGEST_CELL)
    reader = csv.reader(_lines(content, encoding), delimiter=mark)
    line = 1
    try:
        for row in reader:
            if any(map(str.strip, row)) and not (line == 1 and _is_told(row, mark)):
                yield line, row
            line = reader.line_num + 1
            if line > 2 * MOST_ROWS:
                raise refusal(TOO_MANY_ROWS, most=MOST_ROWS)
    except csv.Error as trouble:
        raise refusal(NOT_CSV, line=line, reason=str(trouble)) from None


def _is_told(row: list[str], mark: str) -> bool:
    """Answer whether a first row only tells Excel what parts the cells."""
    return mark.join(row).strip().lower() == f"sep={mark}"


def _lines(content: bytes, encoding: str) -> Iterator[str]:
    """Answer the lines with their ends; a line of endless length comes in pieces."""
    longest = MOST_COLUMNS * LONGEST_CELL
    with TextIOWrapper(BytesIO(content), encoding=encoding, newline="") as text:
        while line := text.readline(longest):
            yield line
