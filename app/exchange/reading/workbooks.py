"""Reading the first sheet of an Excel workbook as text, inside the process that may be ended."""

from __future__ import annotations

import os
import sys
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from app.exchange.reading.archives import check_archive
from app.exchange.reading.limits import MOST_ROWS
from app.exchange.reading.sheet_cells import CellTexts
from app.exchange.reading.sheets import EntityError, SheetReader
from app.exchange.reading.troubles import (
    DAMAGED_WORKBOOK,
    ENTITIES,
    NO_SHEET,
    TOO_MANY_ROWS,
    refusal,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


def open_sheet(content: bytes, name: str) -> tuple[str, Iterator[tuple[int, list[str]]]]:
    """Answer the name of the first visible sheet and its rows that hold anything.

    Raises `Refused` when the workbook is damaged, harmful or empty.
    """
    try:
        with ZipFile(BytesIO(content)) as archive:
            check_archive(archive, name)
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        raise refusal(DAMAGED_WORKBOOK, file=name) from None
    sheet = _first_sheet(content, name)
    return sheet.title, _rows(sheet, name)


def _first_sheet(content: bytes, name: str) -> Any:  # noqa: ANN401 - openpyxl has two kinds
    load_workbook, harmful = _tools()
    try:
        workbook = load_workbook(BytesIO(content), read_only=True, data_only=True)
    except Exception as error:  # noqa: BLE001 - openpyxl stumbles over damage in every way
        raise _trouble(error, harmful, name) from None
    visible = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    if not visible:
        raise refusal(NO_SHEET, file=name)
    # What a sheet says about its own size may be wrong: its rows are counted.
    visible[0].reset_dimensions()
    return visible[0]


def _tools() -> tuple[Any, type[Exception]]:
    """Bring openpyxl with the parser that refuses entities and without what it does not need.

    The other parser (lxml) would expand entities; numpy takes more memory than all the rest.
    """
    os.environ["OPENPYXL_LXML"] = "False"
    os.environ["OPENPYXL_DEFUSEDXML"] = "True"
    sys.modules.setdefault("numpy", None)  # type: ignore[arg-type] # "not installed" is None
    from defusedxml import DefusedXmlException  # noqa: PLC0415 - in the process that reads only
    from openpyxl import DEFUSEDXML, load_workbook  # noqa: PLC0415 - in that process only

    if not DEFUSEDXML:
        message = "openpyxl was imported without defusedxml"
        raise RuntimeError(message)
    return load_workbook, DefusedXmlException


def _trouble(error: Exception, harmful: type[Exception], name: str) -> Exception:
    """Answer why a workbook cannot be read: openpyxl wraps what its parser said."""
    causes: list[BaseException] = [error]
    while (cause := causes[-1].__cause__) is not None:
        causes.append(cause)
    if any(isinstance(cause, harmful) for cause in causes):
        return refusal(ENTITIES, file=name)
    if any(isinstance(cause, MemoryError) for cause in causes):
        return MemoryError()
    return refusal(DAMAGED_WORKBOOK, file=name)


def _rows(sheet: Any, name: str) -> Iterator[tuple[int, list[str]]]:  # noqa: ANN401 - openpyxl
    """Answer the rows that hold anything; openpyxl itself would take ten times as long."""
    reader = SheetReader(CellTexts(sheet).text)
    count = 0
    try:
        with sheet._get_source() as part:  # noqa: SLF001 - there is no public way to the part
            for line, cells in reader.rows(part):
                while cells and not cells[-1]:
                    cells.pop()
                if cells:
                    yield line, cells
                count += 1
                if count > 2 * MOST_ROWS:
                    raise refusal(TOO_MANY_ROWS, most=MOST_ROWS)
    except EntityError:
        raise refusal(ENTITIES, file=name) from None
    except (ExpatError, BadZipFile, OSError, ValueError, IndexError, OverflowError):
        raise refusal(DAMAGED_WORKBOOK, file=name) from None
