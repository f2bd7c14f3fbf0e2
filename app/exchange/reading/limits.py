"""How much of a file is read at most, so that no file can hang or fill the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.exchange.reading.troubles import (
    CELL_TOO_LONG,
    TOO_MANY_COLUMNS,
    TOO_MANY_ROWS,
    TOO_MUCH_TEXT,
    refusal,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

MEGABYTE = 1024 * 1024
MOST_BYTES = 10 * MEGABYTE
"""Size of a file that is read."""
MOST_UNPACKED = 100 * MEGABYTE
"""What the parts of a workbook may unpack to, together."""
MOST_PARTS = 1_000
"""Files within a workbook."""
MOST_ROWS = 200_000
MOST_COLUMNS = 200
LONGEST_CELL = 32_767
"""Characters in one cell; no spreadsheet keeps more."""
MOST_CHARACTERS = 20_000_000
"""Characters of all cells: a workbook may name one long text a million times."""
MOST_SECONDS = 10
"""Wall-clock seconds that reading a file may take."""
MOST_MEMORY = 200 * MEGABYTE
"""Address space of the process that reads."""


class Meter:
    """Counts what comes out of a file and refuses what goes beyond the limits."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._rows = 0
        self._characters = 0

    def row(self, line: int, cells: Sequence[str]) -> None:
        """Count a row that stands at `line`; raises `Refused` beyond a limit."""
        self._rows += 1
        if self._rows > MOST_ROWS:
            raise refusal(TOO_MANY_ROWS, most=MOST_ROWS)
        check_width(len(cells), line)
        for column, cell in enumerate(cells, start=1):
            if len(cell) > LONGEST_CELL:
                values = {"line": line, "column": column, "longest": LONGEST_CELL}
                raise refusal(CELL_TOO_LONG, count=len(cell), **values)
            self._characters += len(cell)
        if self._characters > MOST_CHARACTERS:
            raise refusal(TOO_MUCH_TEXT, most=MOST_CHARACTERS)


def check_width(count: int, line: int) -> None:
    """Refuse a row of more cells than a list of people can have columns."""
    if count > MOST_COLUMNS:
        raise refusal(TOO_MANY_COLUMNS, line=line, count=count, most=MOST_COLUMNS)
