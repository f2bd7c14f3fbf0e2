"""Areas are offered grouped by district, only those in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.areas.actions import choose_areas, load_area_list
from app.areas.queries import all_areas, area_choices, clients_in_areas
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from app.office import Office


def test_quarters_stand_under_their_district(office: Office) -> None:
    office.act(load_area_list, "duesseldorf")
    groups = office.ask(area_choices)
    assert [group.district.code for group in groups if group.district] == [
        str(number) for number in range(1, 11)
    ]
    assert [area.name for area in groups[9].areas] == ["Garath", "Hellerhof"]


def test_towns_stand_in_a_group_of_their_own(office: Office) -> None:
    office.act(load_area_list, "ballerup")
    (group,) = office.ask(area_choices)
    assert group.district is None
    assert [area.name for area in group.areas] == ["Ballerup", "Skovlunde", "Måløv"]


def test_what_is_out_of_use_is_not_offered_except_to_who_lives_there(office: Office) -> None:
    office.act(load_area_list, "duesseldorf")
    tenth = office.ask(all_areas)[9]
    garath, hellerhof = tenth.areas
    assert tenth.district is not None
    office.act(choose_areas, (tenth.district.id, garath.id, hellerhof.id), in_use=False)
    assert len(office.ask(area_choices)) == 9
    kept = office.ask(area_choices, garath.id)[9]
    assert kept.district is not None
    assert kept.areas == tuple(a for a in office.ask(all_areas)[9].areas if a.id == garath.id)


def test_a_district_in_use_without_quarters_is_offered(office: Office) -> None:
    office.act(load_area_list, "duesseldorf")
    tenth = office.ask(all_areas)[9]
    office.act(choose_areas, tuple(area.id for area in tenth.areas), in_use=False)
    assert office.ask(area_choices)[9].areas == ()


def test_no_list_no_choice(office: Office) -> None:
    assert office.ask(area_choices) == ()


def test_people_are_counted_by_area(office: Office) -> None:
    office.act(load_area_list, "ballerup")
    town = office.ask(all_areas)[0].areas[0]
    add_client(office, area_id=town.id)
    add_client(office, area_id=town.id)
    add_client(office)
    assert office.ask(clients_in_areas) == {town.id: 2, None: 1}
