"""The carried lists are the municipalities' own."""

from __future__ import annotations

from collections import Counter

import pytest

from app.areas.code_lists import area_list, area_lists
from app.areas.rules import AreaLevel


def test_duesseldorf_has_ten_numbered_districts_and_fifty_quarters() -> None:
    areas = area_list("duesseldorf").areas
    districts = [area for area in areas if area.level is AreaLevel.DISTRICT]
    assert [area.code for area in districts] == [str(number) for number in range(1, 11)]
    assert {area.name for area in districts} == {""}
    quarters = [area for area in areas if area.level is AreaLevel.QUARTER]
    assert len({area.name for area in quarters}) == 50
    assert Counter(area.parent for area in quarters) == {
        "1": 6, "2": 3, "3": 8, "4": 4, "5": 6, "6": 4, "7": 5, "8": 4, "9": 8, "10": 2,
    }  # fmt: skip


def test_ballerup_has_three_postal_towns() -> None:
    towns = {area.code: area.name for area in area_list("ballerup").areas}
    assert towns == {"2750": "Ballerup", "2740": "Skovlunde", "2760": "Måløv"}


def test_every_list_names_its_source_and_licence() -> None:
    for carried in area_lists():
        assert carried.source
        assert carried.licence
        assert carried.country in {"DE", "DK"}


def test_only_carried_lists_can_be_asked_for() -> None:
    with pytest.raises(KeyError):
        area_list("../secrets")
