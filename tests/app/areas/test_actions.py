"""An office loads the lists of its municipality and picks what it uses."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.areas.actions import UNKNOWN_AREA, UNKNOWN_LIST, choose_areas, load_area_list
from app.areas.queries import all_areas
from app.errors import Refused

if TYPE_CHECKING:
    from app.areas.queries import AreaRow
    from app.office import Office


def areas_by_name(office: Office) -> dict[str, AreaRow]:
    return {area.name: area for group in office.ask(all_areas) for area in group.areas}


def test_a_loaded_list_is_in_use(office: Office) -> None:
    done = office.act(load_area_list, "duesseldorf")
    assert done.value == 60
    assert done.features == {"areas"}
    assert all(area.in_use for area in areas_by_name(office).values())


def test_loading_again_adds_nothing_and_keeps_the_choice(office: Office) -> None:
    office.act(load_area_list, "ballerup")
    skovlunde = areas_by_name(office)["Skovlunde"]
    office.act(choose_areas, (skovlunde.id,), in_use=False)
    assert office.act(load_area_list, "ballerup").value == 0
    again = areas_by_name(office)["Skovlunde"]
    assert (again.id, again.in_use) == (skovlunde.id, False)


def test_several_areas_are_chosen_at_once(office: Office) -> None:
    office.act(load_area_list, "ballerup")
    ids = tuple(area.id for area in areas_by_name(office).values())
    assert office.act(choose_areas, ids, in_use=False).value == 3
    assert office.act(choose_areas, ids[:1], in_use=True).value == 1
    assert sum(area.in_use for area in areas_by_name(office).values()) == 1


def test_choosing_what_is_chosen_changes_nothing(office: Office) -> None:
    office.act(load_area_list, "ballerup")
    area = areas_by_name(office)["Måløv"]
    done = office.act(choose_areas, (area.id,), in_use=True)
    assert (done.value, done.features) == (0, frozenset())


def test_only_carried_lists_are_loaded(office: Office) -> None:
    with pytest.raises(Refused, match=UNKNOWN_LIST):
        office.act(load_area_list, "atlantis")


def test_only_loaded_areas_are_chosen(office: Office) -> None:
    with pytest.raises(Refused, match=UNKNOWN_AREA):
        office.act(choose_areas, (uuid4(),), in_use=True)
