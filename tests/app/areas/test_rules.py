"""An area list is complete in itself and says where it comes from."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.areas.rules import AreaLevel, read_area_list

LIST: dict[str, Any] = {
    "id": "somewhere",
    "name": "Somewhere",
    "country": "DE",
    "municipality": "0",
    "source": "a test",
    "licence": "none",
    "valid_from": "2026-01-01",
    "areas": [
        {"code": "1", "level": "district", "name": ""},
        {"code": "a", "level": "quarter", "name": "A", "parent": "1"},
    ],
}


def test_a_list_keeps_its_order_and_its_origin() -> None:
    area_list = read_area_list(LIST)
    assert [area.code for area in area_list.areas] == ["1", "a"]
    assert area_list.areas[1].level is AreaLevel.QUARTER
    assert area_list.valid_from == date(2026, 1, 1)


def test_a_code_stands_in_a_list_once() -> None:
    twice = LIST | {"areas": [*LIST["areas"], LIST["areas"][0]]}
    with pytest.raises(ValueError, match="twice"):
        read_area_list(twice)


def test_every_parent_is_in_the_list() -> None:
    orphan = {"code": "b", "level": "quarter", "name": "B", "parent": "2"}
    with pytest.raises(ValueError, match="parent"):
        read_area_list(LIST | {"areas": [orphan]})
