"""Text that spreadsheets cannot run, and telephone numbers that stay what they are."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.writing.harmless import harmless, storable

STARTERS = "=+-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b"


@pytest.mark.parametrize("start", list(STARTERS))
@pytest.mark.parametrize("before", ["", " ", "\ufeff", "\u200b", "\u00a0", '"', "'", "\x00"])
def test_a_formula_gets_an_apostrophe_whatever_stands_before_it(start: str, before: str) -> None:
    found = harmless(f"{before}{start}cmd|' /C calc'!A0")

    assert f"'{start}cmd" in found


@pytest.mark.parametrize("start", ["\t", "\r", "\n"])
def test_what_is_skipped_by_spreadsheets_gets_one_too(start: str) -> None:
    assert harmless(f"{start}=1+1") == f"'{start}'=1+1"
    assert harmless(f"{start}text").startswith("'")


@pytest.mark.parametrize(
    "number",
    ["+49 211 1234567", "+45 12 34 56 78", "+4512345678", " +49 30 1", "+49\u00a0211\u00a0123"],
)
def test_telephone_numbers_keep_their_plus(number: str) -> None:
    assert harmless(number).replace("\u00a0", " ").strip() == number.replace("\u00a0", " ").strip()


def test_a_number_cannot_be_calculated_with() -> None:
    assert harmless("+49-211-1234") == "+49 211 1234"
    assert harmless("+49 211/1234-0") == "+49 211 1234 0"


@pytest.mark.parametrize(
    "number", ["+49 (0) 211 12", "+49+1", "+1*2", "+A1", "+ 49 211", "-49 211"]
)
def test_what_only_resembles_a_number_is_no_exception(number: str) -> None:
    assert harmless(number) == f"'{number}"


@pytest.mark.parametrize("separator", [",", ";", "\t", "\n", "\r\n"])
def test_a_formula_behind_any_separator_is_harmless(separator: str) -> None:
    assert harmless(f"x{separator} =1+1") == f"x{separator} '=1+1"


@pytest.mark.parametrize(
    "text",
    ["", "Müller, Anna", "O’Brien", "a=b", "a-b", "Straße 12 – 14", "erna@example.org", "محمد"],
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


def test_what_no_file_can_keep_is_replaced() -> None:
    assert storable("a\x00b\ud800c\nd") == "a\ufffdb\ufffdc\nd"


@given(st.text(st.sampled_from([*STARTERS, *"\"',;\t\r\n 1a|!()"]), max_size=12))
def test_no_program_finds_a_formula_however_it_parts_the_file(text: str) -> None:
    file = StringIO(newline="")
    csv.writer(file, delimiter=";").writerow(["x", harmless(text), "y"])
    for separator in ",;\t":
        parted = csv.reader(file.getvalue().splitlines(), delimiter=separator)
        for cell in (cell for row in parted for cell in row):
            seen = cell.lstrip(" \"'\t")
            if seen and seen[0] in STARTERS:
                before = cell[: len(cell) - len(seen)]
                assert "'" in before or (seen[0] == "+" and seen[1].isdigit())
