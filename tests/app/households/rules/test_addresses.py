"""People of one address are found however the street is written."""

from __future__ import annotations

from uuid import uuid4

import pytest

from app.households.rules import Resident, house_key, likely_households, lives_with, street_key


def resident(family: str = "Krüger", **parts: str) -> Resident:
    known = {"country": "DE", "street": "Koblenzer Straße", "house_number": "10 a", "floor": "",
             "door": "", "postal_code": "40593"}  # fmt: skip
    return Resident(uuid4(), family, **(known | parts))


@pytest.mark.parametrize(
    "written", ["Koblenzer Strasse", "koblenzer str.", "Koblenzerstr", "KOBLENZER STRAßE"]
)
def test_a_street_is_one_however_it_is_written(written: str) -> None:
    assert street_key(written) == street_key("Koblenzer Straße")


def test_danish_streets_have_short_forms_too() -> None:
    assert street_key("Langgade") == street_key("Langgd.")
    assert street_key("Søndervej") == street_key("Søndervej")
    assert street_key("Koblenzer Straße") != street_key("Koblenzer Weg")


def test_a_house_number_is_one_with_and_without_space() -> None:
    assert house_key("10 a") == house_key("10A")


def test_who_has_no_street_or_number_lives_with_nobody() -> None:
    nowhere = resident(street=" ", house_number="")
    assert not lives_with(nowhere, nowhere)


def test_a_danish_home_is_its_floor_and_door() -> None:
    first = resident(country="DK", floor="1", door="tv")
    assert lives_with(first, resident(country="DK", floor="1", door="tv"))
    assert not lives_with(first, resident(country="DK", floor="1", door="th"))
    assert not lives_with(first, resident(country="DK"))


def test_a_german_floor_parts_homes_where_both_are_known() -> None:
    assert lives_with(resident(floor="2"), resident())
    assert not lives_with(resident(floor="2"), resident(floor="3"))


def test_in_a_block_of_flats_only_one_family_name_is_a_home() -> None:
    names = ("Krüger", "Yilmaz", "Berg", "Krüger", "Holm")
    (home,) = likely_households([resident(name) for name in names])
    assert [one.family_name for one in home] == ["Krüger", "Krüger"]


def test_a_part_of_a_double_name_is_a_family_name() -> None:
    block = [resident(name) for name in ("Krüger-Berg", "Yilmaz", "Holm", "Lund", "Berg")]
    (home,) = likely_households(block)
    assert [one.family_name for one in home] == ["Krüger-Berg", "Berg"]


def test_few_people_at_one_door_are_a_home_whatever_their_names() -> None:
    (home,) = likely_households([resident("Krüger"), resident("Holm")])
    assert len(home) == len(("Krüger", "Holm"))


def test_who_is_alone_at_an_address_is_no_household() -> None:
    assert likely_households([resident(), resident(street="Weg")]) == ()
