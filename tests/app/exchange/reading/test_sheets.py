"""Tests of reading rows from the XML of a sheet."""

from __future__ import annotations

from io import BytesIO
from xml.parsers.expat import ExpatError

import pytest

from app.errors import Refused
from app.exchange.reading.sheets import EntityError, SheetReader


def _rows(xml: str) -> list[tuple[int, list[str]]]:
    reader = SheetReader(lambda kind, style, words: f"{kind}{style}:{words}" if words else "")
    return list(reader.rows(BytesIO(f"<w xmlns='x'>{xml}</w>".encode())))


def test_cells_stand_where_their_reference_says() -> None:
    xml = (
        '<row r="2"><c r="B2" s="3"><v>7</v></c><c><v>8</v></c><c r="AA2" t="s"><v>0</v></c></row>'
    )

    ((line, cells),) = _rows(xml)

    assert line == 2
    assert (cells[:3], cells[26], len(cells)) == (["", "n3:7", "n:8"], "s:0", 27)


def test_rows_without_a_number_are_counted() -> None:
    assert [line for line, _ in _rows('<row/><row r="5"/><row/>')] == [1, 5, 6]


def test_rich_text_is_put_together_without_how_it_is_spoken() -> None:
    xml = (
        '<row><c t="inlineStr"><is><r><t>Er</t></r><r><t>na</t></r><rPh><t>x</t></rPh></is></c>'
        "<c><f>A1+1</f><v>2</v></c></row>"
    )

    assert _rows(xml) == [(1, ["inlineStr:Erna", "n:2"])]


def test_a_row_that_is_too_wide_is_refused_at_once() -> None:
    with pytest.raises(Refused):
        _rows('<row><c r="XFD1"/></row>')


def test_entities_and_damage_are_told_apart() -> None:
    reader = SheetReader(lambda *_cell: "")

    with pytest.raises(EntityError):
        list(reader.rows(BytesIO(b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')))
    with pytest.raises(ExpatError):
        _rows("<row>")
