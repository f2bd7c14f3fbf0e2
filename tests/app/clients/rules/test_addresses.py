"""German and Danish addresses are typed freely and printed as the post expects."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.clients.rules.addresses import (
    NOT_A_DOOR,
    NOT_A_FLOOR,
    NOT_A_POSTAL_CODE,
    UNKNOWN_COUNTRY,
    Address,
    address_lines,
    check_address,
    tidy_address,
    typed_address,
)
from app.errors import Problem

GARATH = Address("DE", "", "Koblenzer Straße", "12a", "3. OG", "", "40595", "Düsseldorf")
BALLERUP = Address("DK", "", "Hold-an Vej", "10A", "3", "tv", "2750", "Ballerup")


@pytest.mark.parametrize("typed", ["40595", " 405 95", "4 0 5 9 5", "D-40595", "de 40595"])
def test_a_german_postcode_forgives_spaces_and_country(typed: str) -> None:
    address = tidy_address(Address("DE", postal_code=typed))
    assert address.postal_code == "40595"
    assert check_address(address) == ()


@pytest.mark.parametrize("typed", ["2750", "27 50", "DK-2750", "dk2750", "D 2750"])
def test_a_danish_postcode_forgives_spaces_and_country(typed: str) -> None:
    assert tidy_address(Address("DK", postal_code=typed)).postal_code == "2750"


@pytest.mark.parametrize(
    ("country", "code", "digits"),
    [("DE", "4059", 5), ("DE", "405955", 5), ("DK", "40595", 4), ("DE", "4059X", 5),
     ("DE", "٤٠٥٩٥", 5)],
)  # fmt: skip
def test_a_postcode_has_the_digits_of_its_country(country: str, code: str, digits: int) -> None:
    (problem,) = check_address(tidy_address(Address(country, postal_code=code)))
    assert problem == Problem(NOT_A_POSTAL_CODE, "postal_code", {"digits": digits})


@pytest.mark.parametrize(
    ("typed", "stored"), [("10 a", "10A"), ("10A", "10A"), ("7", "7"), ("33 - 35", "33 - 35")]
)
def test_a_danish_house_number_is_written_without_space(typed: str, stored: str) -> None:
    assert tidy_address(Address("DK", house_number=typed)).house_number == stored


def test_a_german_house_number_stays_as_typed() -> None:
    assert tidy_address(Address("DE", house_number=" 12 a ")).house_number == "12 a"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("St.", "st"), ("stuen", "st"), ("Kælder", "kl"), ("3.", "3"), ("3. sal", "3"), ("12", "12")],
)
def test_a_danish_floor_is_understood(typed: str, stored: str) -> None:
    address = tidy_address(Address("DK", floor=typed))
    assert address.floor == stored
    assert check_address(address) == ()


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("t.v.", "tv"), ("TH", "th"), ("til højre", "th"), ("mf.", "mf"), ("12", "12"), ("A1", "a1")],
)
def test_a_danish_door_is_understood(typed: str, stored: str) -> None:
    address = tidy_address(Address("DK", door=typed))
    assert address.door == stored
    assert check_address(address) == ()


def test_what_is_no_danish_floor_or_door_is_refused_at_its_field() -> None:
    address = tidy_address(Address("DK", floor="upstairs", door="behind the yard"))
    assert check_address(address) == (
        Problem(NOT_A_FLOOR, "floor"),
        Problem(NOT_A_DOOR, "door"),
    )


def test_only_known_countries_are_taken() -> None:
    assert check_address(Address("FR")) == (Problem(UNKNOWN_COUNTRY, "country"),)


def test_a_german_address_prints_street_then_town() -> None:
    assert address_lines(GARATH) == ("Koblenzer Straße 12a", "40595 Düsseldorf")


def test_a_danish_address_prints_floor_and_door() -> None:
    assert address_lines(BALLERUP) == ("Hold-an Vej 10A, 3. tv", "2750 Ballerup")


@pytest.mark.parametrize(
    ("floor", "door", "line"),
    [("st", "th", "Ved 1, st. th"), ("2", "", "Ved 1, 2."), ("", "tv", "Ved 1, tv")],
)
def test_parts_of_a_danish_door_may_be_missing(floor: str, door: str, line: str) -> None:
    address = Address("DK", street="Ved", house_number="1", floor=floor, door=door)
    assert address_lines(address) == (line,)


@pytest.mark.parametrize("typed", ["c/o Hansen", "C / O: Hansen", "Hansen"])
def test_care_of_is_written_once(typed: str) -> None:
    address = tidy_address(Address("DE", care_of=typed, city="Düsseldorf"))
    assert address_lines(address) == ("c/o Hansen", "Düsseldorf")


def test_a_letter_abroad_names_the_country_in_the_senders_language() -> None:
    assert address_lines(BALLERUP, sent_from="DE")[-1] == "DÄNEMARK"
    assert address_lines(GARATH, sent_from="DK")[-1] == "TYSKLAND"
    assert address_lines(GARATH, sent_from="DE")[-1] == "40595 Düsseldorf"


@given(
    address=st.builds(
        Address,
        st.sampled_from(["DE", "DK"]),
        *[st.text(max_size=250) for _ in range(7)],
    )
)
def test_any_typed_address_is_kept_or_refused_and_never_has_an_empty_line(
    address: Address,
) -> None:
    tidied = tidy_address(address)
    assert tidy_address(tidied) == tidied
    if not check_address(tidied):
        lines = address_lines(tidied)
        assert all(line.strip() and "\n" not in line for line in lines)


def test_a_typed_address_has_a_door_only_in_denmark() -> None:
    typed = Address("DK", street=" Strandvej ", house_number="10 a", floor="3.", door="t.v.")
    assert typed_address(typed) == Address("DK", "", "Strandvej", "10A", "3", "tv")
    at_home = replace(typed, country="DE")
    assert typed_address(at_home).door == ""
