"""Tests of looking through the list of parts of an archive."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from app.errors import Refused
from app.exchange.reading.archives import check_archive
from resources.text import say
from tests.factories.lists import workbook_content, workbook_with


def _sentence(content: bytes) -> str:
    with ZipFile(BytesIO(content)) as archive, pytest.raises(Refused) as refused:
        check_archive(archive, "list.xlsx")
    return say(refused.value.problems[0])


def test_a_workbook_passes() -> None:
    with ZipFile(BytesIO(workbook_content())) as archive:
        check_archive(archive, "list.xlsx")


@pytest.mark.parametrize(
    "name",
    ["xl/a.xml", "xl/context.xml", "xl/com.xml", "xl/..a.xml", "xl/nulls/a.xml", "xl/ä b.xml"],
)
def test_harmless_names_pass(name: str) -> None:
    with ZipFile(BytesIO(workbook_with({name: b""}))) as archive:
        check_archive(archive, "list.xlsx")


def test_the_refused_part_is_named_as_it_can_be_shown() -> None:
    sentence = _sentence(workbook_with({"..\\" + "a" * 99: b""}))

    assert "..\\aaa" in sentence
    assert "a" * 60 not in sentence


def test_a_protected_part_is_refused() -> None:
    content = bytearray(workbook_content())
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1

    assert "password" in _sentence(bytes(content))
