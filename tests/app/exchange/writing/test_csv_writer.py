"""CSV files that Excel and every other program reads right."""

from __future__ import annotations

import csv
from datetime import date, datetime

import pytest

from app.exchange.writing.csv_writer import CsvWriter
from tests.factories.exchange import list_head


def _file(*rows: tuple[object, ...], language: str = "de") -> bytes:
    writer = CsvWriter(list_head("Name", "Tag", language=language))
    return writer.add(rows) + writer.finish()  # type: ignore[arg-type]  # whatever the test wants


def _cells(content: bytes, separator: str = ";") -> list[list[str]]:
    lines = content.decode("utf-8-sig").split("\r\n")
    return list(csv.reader(lines[:-1], delimiter=separator))


def test_excel_is_told_that_it_is_utf_8() -> None:
    assert _file(("Müller", None)).startswith(b"\xef\xbb\xbfName;Tag\r\nM\xc3\xbcller;\r\n")


@pytest.mark.parametrize(("language", "separator"), [("de", ";"), ("da", ";"), ("en", ",")])
def test_cells_are_parted_as_the_language_does(language: str, separator: str) -> None:
    content = _file(("a,b;c", 7), language=language)

    assert _cells(content, separator) == [["Name", "Tag"], ["a,b;c", "7"]]


def test_dates_and_times_are_written_as_every_program_understands_them() -> None:
    found = _cells(_file((date(1934, 5, 6), datetime(2026, 11, 24, 14, 30))))  # noqa: DTZ001 - local

    assert found[1] == ["1934-05-06", "2026-11-24 14:30"]


def test_formulas_are_harmless_in_cells_and_in_titles() -> None:
    writer = CsvWriter(list_head("=1+1"))

    assert writer.add([('=HYPERLINK("ftp:x")',)]).decode("utf-8-sig") == (
        '\'=1+1\r\n"\'=HYPERLINK(""ftp:x"")"\r\n'
    )


def test_quotes_and_line_breaks_survive() -> None:
    rows = list(csv.reader(_file(('a "b"', "x\ny")).decode("utf-8-sig").splitlines(keepends=True),
                           delimiter=";"))  # fmt: skip

    assert rows[1] == ['a "b"', "x\ny"]


def test_rows_come_piece_by_piece() -> None:
    writer = CsvWriter(list_head("A"))

    pieces = [writer.add([("1",)]), writer.add([("2",), ("3",)]), writer.finish()]

    assert pieces == ["\ufeffA\r\n1\r\n".encode(), b"2\r\n3\r\n", b""]
