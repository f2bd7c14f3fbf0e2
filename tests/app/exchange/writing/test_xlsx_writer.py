"""Excel files: typed cells, a head that stays, and nothing that runs."""

from __future__ import annotations

import re
from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest

from app.exchange.writing.xlsx_writer import LONGEST_CELL, XlsxWriter, sheet_name
from tests.factories.exchange import list_head

WHEN = datetime(2026, 11, 24, 14, 30)  # noqa: DTZ001 - local wall-clock time


def _parts(*rows: tuple[object, ...], titles: tuple[str, ...] = ("A", "B")) -> dict[str, str]:
    writer = XlsxWriter(list_head(*titles))
    content = writer.add(rows) + writer.finish()  # type: ignore[arg-type]  # whatever the test wants
    with ZipFile(BytesIO(content)) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def _sheet(*rows: tuple[object, ...]) -> str:
    return _parts(*rows)["xl/worksheets/sheet1.xml"]


def test_a_formula_stays_text_also_when_somebody_edits_the_cell() -> None:
    parts = _parts(("=1+1", "=cmd|' /C calc'!A0"))

    assert "<f>" not in parts["xl/worksheets/sheet1.xml"]
    assert "<t>=1+1</t>" in parts["xl/sharedStrings.xml"]
    assert 'quotePrefix="1"' in parts["xl/styles.xml"]


def test_addresses_of_the_web_are_no_links() -> None:
    parts = _parts(("ftp://example.org", "mailto:a@b"))

    assert "hyperlink" not in parts["xl/worksheets/sheet1.xml"]


def test_telephone_numbers_are_text_as_typed() -> None:
    parts = _parts(("+49 211 1234567", "02111234567"))

    assert "<t>+49 211 1234567</t>" in parts["xl/sharedStrings.xml"]
    assert "<t>02111234567</t>" in parts["xl/sharedStrings.xml"]


def test_numbers_and_dates_are_values_that_can_be_sorted() -> None:
    sheet = _sheet((92, date(2026, 11, 24)), (None, WHEN))

    assert "<v>92</v>" in sheet
    assert "<v>46350</v>" in sheet
    assert re.search(r"<v>46350\.60416", sheet)


def test_days_that_excel_cannot_count_are_text() -> None:
    assert "<t>1899-12-31</t>" in _parts((date(1899, 12, 31), "x"))["xl/sharedStrings.xml"]


def test_the_head_stays_in_sight_and_is_printed_on_every_page() -> None:
    parts = _parts(("x", "y"))

    assert 'state="frozen"' in parts["xl/worksheets/sheet1.xml"]
    assert "<autoFilter" in parts["xl/worksheets/sheet1.xml"]
    assert "$1:$1" in parts["xl/workbook.xml"]


def test_columns_are_as_wide_as_what_they_hold_within_reason() -> None:
    widths = re.findall(r'<col [^>]*width="([\d.]+)"', _sheet(("x" * 500, "kurz"), ("x", "y" * 20)))

    assert [float(width) for width in widths] == pytest.approx([60.7, 21.7], abs=0.1)


@pytest.mark.parametrize("sign", ["x", "ü", "😀"])
def test_a_cell_that_is_too_long_is_cut_with_a_mark_and_counted(sign: str) -> None:
    writer = XlsxWriter(list_head("A"))
    writer.add([(sign * 40_000,), ("kurz",)])
    with ZipFile(BytesIO(writer.finish())) as file:
        texts = re.findall(r"<t[^>]*>([^<]*)</t>", file.read("xl/sharedStrings.xml").decode())

    assert writer.cut_cells == 1
    longest = max(texts, key=len)
    assert len(longest.encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert longest.endswith("[cut off here: 40000 characters in all]")


def test_hostile_signs_do_not_break_the_file() -> None:
    assert "\ufffd" in _parts(("a\x00\ud800\ufffe", "<b>&"))["xl/sharedStrings.xml"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("People", "People"),
        ("Week 48: all [x]", "Week 48 all x"),
        ("a/b\\c*d?e", "a b c d e"),
        ("'quoted'", "quoted"),
        ("history", "Nahbar"),
        ("", "Nahbar"),
        ("😀" * 40, "😀" * 15),
    ],
)
def test_sheets_have_names_that_excel_takes(title: str, name: str) -> None:
    assert sheet_name(title) == name


def test_an_empty_list_is_a_file_with_heads() -> None:
    assert "<t>A</t>" in _parts()["xl/sharedStrings.xml"]
