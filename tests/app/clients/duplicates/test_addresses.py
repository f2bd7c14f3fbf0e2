"""Addresses are compared as one thing, wherever their number stands."""

from __future__ import annotations

import pytest

from app.clients.duplicates.addresses import AddressLevel, compare_places, read_place

HERE = read_place("Talstraße 12", "40217", "Düsseldorf")


@pytest.mark.parametrize(
    ("street", "number", "door"),
    [
        ("Talstraße 12", "12", ""),
        ("12, Talstr.", "12", ""),
        ("Talstrasse 12", "12", ""),
        ("Talstr. 12 A", "12a", ""),
        ("Talstr. 12, 3. tv", "12", "3tv"),
        ("Talstraße", "", ""),
    ],
)
def test_a_street_is_read_with_its_number(street: str, number: str, door: str) -> None:
    assert read_place(street, "", "")[:3] == ("talstr", number, door)


@pytest.mark.parametrize(
    ("street", "postal_code", "city", "level"),
    [
        ("Talstr. 12", "40217", "Duesseldorf", AddressLevel.SAME),
        ("Talstr. 12", "", "Düsseldorf", AddressLevel.SAME),
        ("Tahlstr. 12", "40217", "Düsseldorf", AddressLevel.CLOSE),
        ("Talstraße", "40217", "Düsseldorf", AddressLevel.CLOSE),
        ("Talstr. 98", "40217", "Düsseldorf", AddressLevel.STREET),
        ("Am Markt 3", "40217", "Düsseldorf", AddressLevel.AREA),
        ("", "40217", "", AddressLevel.AREA),
        ("Am Markt 3", "80331", "München", AddressLevel.OTHER),
        ("", "", "", AddressLevel.MISSING),
    ],
)
def test_addresses_agree_as_a_whole(
    street: str, postal_code: str, city: str, level: AddressLevel
) -> None:
    there = read_place(street, postal_code, city)

    assert compare_places(HERE, there) is level
    assert compare_places(there, HERE) is level


def test_two_doors_of_a_house_are_not_one_address() -> None:
    one, two = (read_place(f"Skolevej 10A, {door}", "2750", "Ballerup") for door in ("3. tv", "st"))

    assert compare_places(one, two) is AddressLevel.STREET
