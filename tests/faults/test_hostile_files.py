"""Hostile lists (security.md §5, 38 to 40) are refused by limits, with the reason, unwritten."""

from __future__ import annotations

import json
import subprocess
import sys
from secrets import token_hex
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from app.errors import Refused
from app.exchange.reading import read_table
from app.exchange.reading.limits import MEGABYTE, MOST_BYTES, MOST_MEMORY, MOST_SECONDS
from resources.text import say
from tests.factories.lists import STRINGS, raw_file, vcard, workbook_content, workbook_with

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http" + "://schemas.openxmlformats.org/spreadsheetml/2006/main"
LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]>"
)
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def _sentence(file: Path, seconds: float = MOST_SECONDS) -> str:
    before = _tree(file.parent)
    with pytest.raises(Refused) as refused:
        read_table(file, seconds=seconds)
    assert _tree(file.parent) == before, "something was unpacked"
    return say(refused.value.problems[0])


def _tree(folder: Path) -> set[str]:
    return {str(path) for path in folder.parent.rglob("*")}


def _workbook(folder: Path, parts: Mapping[str, bytes]) -> Path:
    return raw_file(folder, "people.xlsx", workbook_with(parts))


def _sheet(rows: bytes, before: bytes = b"") -> bytes:
    head = b'<worksheet xmlns="%s"><sheetData>' % MAIN.encode()
    return before + head + rows + b"</sheetData></worksheet>"


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    file = _workbook(tmp_path, {SHEET: b" " * 300 * MEGABYTE})
    assert file.stat().st_size < MEGABYTE

    assert "times its size" in _sentence(file)


def test_many_parts_that_are_large_together_are_refused(tmp_path: Path) -> None:
    part = bytes(range(256)) * 32 + b"\0" * 900_000
    file = _workbook(tmp_path, {f"xl/media/{number}.bin": part for number in range(140)})

    assert "unpacked it has" in _sentence(file)


def test_thousands_of_parts_are_refused(tmp_path: Path) -> None:
    file = _workbook(tmp_path, {f"xl/media/{number}.bin": b"" for number in range(1_001)})

    assert "parts" in _sentence(file)


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"])
@pytest.mark.parametrize("harm", [LAUGHS, OUTSIDE])
def test_xml_entities_are_refused(tmp_path: Path, part: str, harm: bytes) -> None:
    row = b'<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>'

    assert "XML entities" in _sentence(_workbook(tmp_path, {part: _sheet(row, harm)}))


@pytest.mark.parametrize(
    "name",
    [
        "../evil.xml", "xl/../../evil.xml", "/etc/evil.xml", "C:/evil.xml", "..\\evil.xml",
        "xl/CON", "xl/aux.xml", "COM1/evil.xml", "xl/evil.xml.", "xl/e\nvil.xml", "xl/nul .xml/",
    ],
)  # fmt: skip
def test_names_that_lead_out_of_the_archive_are_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "inner"
    folder.mkdir()

    if name == "xl/nul .xml/":
        name = "xl/nul "
    assert "was refused" in _sentence(_workbook(folder, {name: b"evil"}))


def test_two_parts_of_one_name_are_refused(tmp_path: Path) -> None:
    file = _workbook(tmp_path, {"XL/WORKBOOK.XML": b""})

    assert "two of its parts" in _sentence(file)


def test_an_archive_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "people.xlsx"
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("people.csv", "name")

    assert "not an Excel workbook" in _sentence(file)


def test_a_tar_archive_is_refused(tmp_path: Path) -> None:
    content = b"../evil.txt".ljust(257, b"\0") + b"ustar\x0000".ljust(255, b"\0")

    assert "no text" in _sentence(raw_file(tmp_path, "people.tar", content))


@pytest.mark.parametrize("kept", [30, 1_000, -40])
def test_a_damaged_workbook_is_refused(tmp_path: Path, kept: int) -> None:
    assert "damaged" in _sentence(raw_file(tmp_path, "people.xlsx", workbook_content()[:kept]))


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml", STRINGS])
def test_a_workbook_with_damaged_parts_is_refused(tmp_path: Path, part: str) -> None:
    assert "damaged" in _sentence(_workbook(tmp_path, {part: b"<worksheet><sheetData>"}))


def test_one_long_text_named_a_million_times_is_refused(tmp_path: Path) -> None:
    text = b'<sst xmlns="%s"><si><t>%s</t></si></sst>' % (MAIN.encode(), b"x" * 30_000)
    row = b'<row><c t="s"><v>0</v></c></row>' * 10_000

    assert "more than" in _sentence(_workbook(tmp_path, {STRINGS: text, SHEET: _sheet(row)}))


def test_a_row_at_the_end_of_the_sheet_is_not_waited_for(tmp_path: Path) -> None:
    row = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1"><v>2</v></c></row>'

    table = read_table(_workbook(tmp_path, {SHEET: _sheet(row)}), seconds=60)

    assert (table.rows, table.lines) == ((("2",),), (1_048_576,))


def test_empty_rows_without_end_are_refused(tmp_path: Path) -> None:
    rows = b"".join(b'<row r="%d"/>' % number for number in range(1, 400_002))

    assert "more than 200000 rows" in _sentence(_workbook(tmp_path, {SHEET: _sheet(rows)}), 60)


def test_a_cell_at_the_end_of_a_row_is_not_waited_for(tmp_path: Path) -> None:
    row = b'<row r="1"><c r="XFD1"><v>1</v></c></row>' * 2

    assert "16384 columns" in _sentence(_workbook(tmp_path, {SHEET: _sheet(row)}))


def test_what_takes_more_memory_than_allowed_is_refused(tmp_path: Path) -> None:
    # One emoji makes each letter of a text take four bytes; the parts stay below all limits.
    texts = b"<si><t>%s</t></si>" % ("😀" + token_hex(150) * 100).encode() * 3_000
    file = _workbook(tmp_path, {STRINGS: b'<sst xmlns="%s">%s</sst>' % (MAIN.encode(), texts)})

    assert "more than 200 MB of memory" in _sentence(file, seconds=60)


def test_a_million_styles_are_refused_for_their_memory(tmp_path: Path) -> None:
    style = b'<xf numFmtId="%d"><alignment horizontal="left" textRotation="%d"/></xf>'
    styles = b"".join(style % (number % 160, number % 180) for number in range(600_000))
    content = b'<styleSheet xmlns="%s"><cellXfs>%s</cellXfs></styleSheet>' % (MAIN.encode(), styles)

    file = _workbook(tmp_path, {"xl/styles.xml": content})

    assert "more than 200 MB of memory" in _sentence(file, seconds=60)


def test_what_takes_longer_than_allowed_is_ended(tmp_path: Path) -> None:
    assert "took longer than 0.01 seconds" in _sentence(
        raw_file(tmp_path, "people.xlsx", workbook_content()), seconds=0.01
    )


def test_a_file_above_ten_megabytes_is_not_opened(tmp_path: Path) -> None:
    file = raw_file(tmp_path, "people.csv", b"")
    with file.open("wb") as content:
        content.truncate(MOST_BYTES + 1)

    assert "too large: it has 11 MB" in _sentence(file)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"a" + b";a" * 5_000_000, "columns"),
        (b"\n" * 10_000_000, "rows"),
        (b"a\n" * 5_000_000, "rows"),
        (b"a;b\n" + b'"' + b"x" * 10_000_000, "Line 2"),
        (b"x" * 10_000_000, "Line 1"),
        (b'"\n' * 5_000_000, "rows"),
    ],
    ids=["delimiters", "blank_lines", "rows", "open_quotation", "one_word", "quotation_marks"],
)
def test_a_hostile_csv_file_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    assert reason in _sentence(raw_file(tmp_path, "people.csv", content), seconds=60)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("BEGIN:VCARD\r\n" * 100_000, "begins inside another"),
        ("BEGIN:VCARD\r\nN:a;b\r\n", "does not end"),
        ("BEGIN:VCARD\r\n" + "TEL:1\r\n" * 1_000_000, "more than 2,000 lines"),
        (vcard("N:" + "x" * 9_000_000), "one cell"),
        (vcard("N:" + ";" * 9_000_000), "no contact"),
        (vcard("N:a;b", "NOTE:" + "\r\n x" * 2_000_000), "one cell"),
        (vcard("N;ENCODING=QUOTED-PRINTABLE:=\r\n" + "=\r\n" * 2_000_000, ""), "no contact"),
        (vcard("N;" + 'X="' * 2_000_000 + ":a"), "memory"),
    ],
    ids=["nested", "endless", "lines", "name", "parts", "folded", "soft", "parameters"],
)
def test_a_hostile_contact_file_is_refused(tmp_path: Path, content: str, reason: str) -> None:
    file = raw_file(tmp_path, "people.vcf", content.encode()[:MOST_BYTES])

    assert reason.replace(",", "") in _sentence(file, seconds=60).replace(",", "")


def test_pictures_in_contact_cards_are_left_out(tmp_path: Path) -> None:
    picture = "PHOTO;ENCODING=b;TYPE=JPEG:" + "\r\n ".join(["/9j/4AAQ" * 9] * 1_000)
    file = raw_file(tmp_path, "people.vcf", (vcard("N:Krüger;Erna", picture) * 100).encode())

    table = read_table(file)

    assert {row[:2] for row in table.rows} == {("Erna", "Krüger")}
    assert not any("/9j/" in cell for row in table.rows for cell in row)


def test_a_calendar_that_repeats_every_minute_is_refused_unread(tmp_path: Path) -> None:
    content = (
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:16010101T000000\r\n"
        b"RRULE:FREQ=MINUTELY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )

    assert "calendar" in _sentence(raw_file(tmp_path, "people.ics", content))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on address space")
def test_the_process_that_reads_has_little_memory(tmp_path: Path) -> None:
    script = (
        "import json, resource, sys\n"
        "from app.exchange.reading import child\n"
        "child.main()\n"
        "limit = resource.getrlimit(resource.RLIMIT_AS)[0]\n"
        "print(json.dumps(limit))\n"
    )
    file = raw_file(tmp_path, "people.xlsx", workbook_content())
    ran = subprocess.run(
        [sys.executable, "-c", script, str(file)], capture_output=True, check=True, text=True
    )

    assert json.loads(ran.stdout.splitlines()[-1]) == MOST_MEMORY <= 200 * MEGABYTE
