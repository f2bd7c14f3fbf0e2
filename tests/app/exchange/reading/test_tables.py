"""Tests of reading lists from files of any kind, through the process that may be ended."""

from __future__ import annotations

import os
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from app.errors import Refused, Unavailable
from app.exchange.reading import Kind, read_table
from app.exchange.reading.limits import MOST_BYTES
from resources.text import say
from tests.factories.lists import (
    ERNA,
    HEADINGS,
    OLE,
    csv_file,
    raw_file,
    vcard,
    workbook_content,
)

if TYPE_CHECKING:
    from pathlib import Path


def _sentence(file: Path) -> str:
    with pytest.raises(Refused) as refused:
        read_table(file)
    problem = refused.value.problems[0]
    assert problem.field == "file"
    return say(problem)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_a_csv_file_of_any_program_is_read(tmp_path: Path, encoding: str, delimiter: str) -> None:
    table = read_table(csv_file(tmp_path, encoding=encoding, delimiter=delimiter))

    assert table.headers == HEADINGS
    assert table.rows == (ERNA, OLE)
    assert table.lines == (2, 3)
    assert table.source.delimiter == delimiter


def test_cells_in_quotation_marks_may_hold_lines_and_delimiters(tmp_path: Path) -> None:
    content = b'name;note\r\n"Kr\xfcger; Erna";"first\nsecond ""quoted"""\r\n\r\nOle;x\r\n'

    table = read_table(raw_file(tmp_path, "list.csv", content))

    assert table.rows == (("Krüger; Erna", 'first\nsecond "quoted"'), ("Ole", "x"))
    assert table.lines == (2, 5)


def test_a_line_that_tells_excel_the_delimiter_is_no_heading(tmp_path: Path) -> None:
    table = read_table(raw_file(tmp_path, "list.csv", b"sep=;\r\na,b;c,d\r\n1,1;2,2\r\n"))

    assert table.headers == ("a,b", "c,d")
    assert table.lines == (3,)


def test_rows_of_uneven_width_become_a_table(tmp_path: Path) -> None:
    table = read_table(raw_file(tmp_path, "list.csv", b"a;b;;;\r\n1\r\n1;2;3;\r\n"))

    assert table.headers == ("a", "b", "")
    assert table.rows == (("1", "", ""), ("1", "2", "3"))


def test_a_csv_file_of_ten_megabytes_in_windows_1252_is_read(tmp_path: Path) -> None:
    count = 100_000
    rows = [HEADINGS, *[(*ERNA[:5], f"{number:05}", "Düsseldorf" * 5) for number in range(count)]]
    file = csv_file(tmp_path, rows, encoding="cp1252")
    assert 10_000_000 < file.stat().st_size < MOST_BYTES

    table = read_table(file)

    assert len(table.rows) == count
    assert table.rows[-1][1:3] == ("Krüger", "24.11.1938")
    assert table.source.encoding == "cp1252"


def test_the_first_sheet_of_a_workbook_is_read_as_people_would_type_it(tmp_path: Path) -> None:
    rows = [
        ("name", "born", "number", "seen", "share"),
        ("Erna", date(1938, 11, 24), 7.0, True, 0.5),
    ]
    late = ("Ole", datetime(1941, 5, 2, 8, 30), None, False, "=1+1")  # noqa: DTZ001 - as Excel keeps it
    file = raw_file(tmp_path, "list.xlsx", workbook_content([*rows, late]))

    table = read_table(file)

    assert table.source.kind is Kind.WORKBOOK
    assert table.source.sheet == "Sheet"
    assert table.rows[0] == ("Erna", "1938-11-24", "7", "1", "0.5")
    assert table.rows[1] == ("Ole", "1941-05-02T08:30:00", "", "0", "")


def test_the_leading_zero_of_a_postcode_is_kept(tmp_path: Path) -> None:
    from openpyxl import Workbook  # noqa: PLC0415 - few tests need it
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - few tests need it

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    postcode = WriteOnlyCell(sheet, 1067)
    postcode.number_format = "00000"
    sheet.append(["PLZ"])
    sheet.append([postcode])
    workbook.save(tmp_path / "list.xlsx")

    assert read_table(tmp_path / "list.xlsx").rows == (("01067",),)


def test_several_contact_cards_in_one_file_are_rows(tmp_path: Path) -> None:
    cards = vcard("N:Krüger;Erna;;;", "BDAY:19381124") + vcard("FN:Ole Sørensen")
    table = read_table(raw_file(tmp_path, "list.vcf", cards.encode()))

    assert table.source.kind is Kind.CONTACTS
    assert [row[:3] for row in table.rows] == [
        ("Erna", "Krüger", "1938-11-24"),
        ("Ole", "Sørensen", ""),
    ]
    assert table.lines == (1, 6)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as missing:
        read_table(tmp_path / "none.csv")

    assert "none.csv" in say(missing.value.problem)


def test_a_file_that_may_not_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = csv_file(tmp_path)
    monkeypatch.setattr("pathlib.Path.open", _denied)

    with pytest.raises(Unavailable) as denied:
        read_table(file)

    assert "Permission denied" in say(denied.value.problem)


def _denied(*_given: object) -> None:
    raise PermissionError(13, "Permission denied")


def test_a_folder_is_not_read(tmp_path: Path) -> None:
    assert "not a file" in _sentence(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")

    assert "not a file" in _sentence(tmp_path / "pipe.csv")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    assert "is empty" in _sentence(raw_file(tmp_path, "list.csv", b""))
    assert "is empty" in _sentence(raw_file(tmp_path, "list.csv", b"\r\n \r\n"))


def test_headings_without_rows_are_refused(tmp_path: Path) -> None:
    assert "nothing below" in _sentence(csv_file(tmp_path, [HEADINGS]))
    assert "no contact" in _sentence(raw_file(tmp_path, "a.vcf", vcard("NOTE:nobody").encode()))


def test_text_in_an_unknown_encoding_is_refused(tmp_path: Path) -> None:
    assert "UTF-8" in _sentence(raw_file(tmp_path, "list.csv", b"name;\x81\x8d\xff\n"))
    assert "UTF-8" in _sentence(raw_file(tmp_path, "list.csv", b"\xff\xfe\x00\xd8a"))


def test_a_calendar_and_other_programs_files_are_refused(tmp_path: Path) -> None:
    assert "calendar" in _sentence(raw_file(tmp_path, "a.ics", b"BEGIN:VCALENDAR\r\n"))
    assert "no text" in _sentence(raw_file(tmp_path, "a.csv", b"\x7fELF\x00\x01"))
    assert "old Excel" in _sentence(raw_file(tmp_path, "a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1"))
