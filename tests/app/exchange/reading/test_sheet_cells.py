"""Tests of what stands in a cell of a workbook."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from app.exchange.reading.sheet_cells import CellTexts


@pytest.fixture
def texts() -> CellTexts:
    """A workbook with a text, a date format and a format of five digits."""
    from openpyxl.utils.datetime import WINDOWS_EPOCH  # noqa: PLC0415 - few tests need it

    book = SimpleNamespace(
        _cell_styles=[SimpleNamespace(numFmtId=number) for number in (0, 14, 164, 2)],
        _number_formats=["00000"],
        _date_formats={1},
        epoch=WINDOWS_EPOCH,
    )
    return CellTexts(SimpleNamespace(parent=book, _shared_strings=[" Krüger "]))


@pytest.mark.parametrize(
    ("kind", "style", "written", "text"),
    [
        ("s", "", "0", "Krüger"),
        ("n", "", "40595", "40595"),
        ("n", "", "7.0", "7"),
        ("n", "", "0.5", "0.5"),
        ("n", "", "1.5E-7", "1.5e-07"),
        ("n", "1", "14208", "1938-11-24"),
        ("n", "1", "14208.5", "1938-11-24T12:00:00"),
        ("n", "2", "1067", "01067"),
        ("n", "3", "1067", "1067"),
        ("b", "", "1", "1"),
        ("e", "", "#REF!", "#REF!"),
        ("inlineStr", "", " Erna ", "Erna"),
        ("n", "1", "", ""),
    ],
)
def test_a_cell_is_what_a_person_would_type(
    texts: CellTexts, kind: str, style: str, written: str, text: str
) -> None:
    assert texts.text(kind, style, written) == text


@pytest.mark.parametrize(("kind", "style", "written"), [("s", "", "9"), ("n", "99", "1")])
def test_damage_is_noticed(texts: CellTexts, kind: str, style: str, written: str) -> None:
    with pytest.raises((ValueError, IndexError)):
        texts.text(kind, style, written)
