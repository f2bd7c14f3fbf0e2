"""Further numbers and addresses have a use and a validity; letters follow them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from app.clients.rules import Address, FurtherAddress, Reach, choose_letter_address
from app.clients.rules.reach import MOST_FURTHER, check_addresses, check_reaches

MAIN = Address("DE", street="Ringstraße", house_number="1", postal_code="40595", city="Düsseldorf")
TODAY, LATER = date(2026, 11, 23), date(2026, 12, 24)


def reach(**fields: Any) -> Reach:  # noqa: ANN401 - any field
    return Reach(uuid4(), **({"value": "0211 8998999"} | fields))


def further(**fields: Any) -> FurtherAddress:  # noqa: ANN401 - any field
    return FurtherAddress(uuid4(), **({"street": "Weg", "city": "Ratingen"} | fields))


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (reach(kind="pigeon"), "kind"),
        (reach(value=" ", label="Daughter"), "value"),
        (reach(kind="email", value="nobody"), "value"),
        (reach(label="a\nb"), "label"),
        (reach(note="a\x00"), "note"),
        (reach(valid_from=LATER, valid_until=TODAY), "valid_until"),
    ],
)
def test_what_is_wrong_with_a_number_names_its_row(row: Reach, field: str) -> None:
    fields = [problem.field for problem in check_reaches((reach(), row))]
    assert fields == [f"reaches.1.{field}"]


def test_a_row_that_was_left_empty_is_no_problem() -> None:
    assert check_reaches((Reach(uuid4()),)) == ()


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (further(label="castle"), "label"),
        (further(street="", city=""), "street"),
        (further(postal_code="1"), "postal_code"),
        (further(country="DK", floor="roof"), "floor"),
        (further(note="x" * 201), "note"),
        (further(valid_from=LATER, valid_until=TODAY), "valid_until"),
    ],
)
def test_what_is_wrong_with_an_address_names_its_row(row: FurtherAddress, field: str) -> None:
    assert [problem.field for problem in check_addresses((row,))] == [f"addresses.0.{field}"]


def test_a_card_does_not_grow_for_ever() -> None:
    assert check_reaches((reach(),) * (MOST_FURTHER + 1))[0].field == "reaches"
    assert check_addresses((further(),) * (MOST_FURTHER + 1))[0].field == "addresses"


def test_letters_go_to_the_main_address_by_default() -> None:
    stay, other = further(label="stay"), further(label="other")
    gone = further(label="former")
    assert choose_letter_address(MAIN, (stay, other, gone), TODAY) == MAIN


def test_letters_go_where_they_shall_while_that_holds() -> None:
    son = further(label="letters", valid_until=TODAY)
    assert choose_letter_address(MAIN, (son,), TODAY) == son.address
    assert choose_letter_address(MAIN, (son,), LATER) == MAIN


def test_the_newest_of_several_is_meant() -> None:
    old = further(label="letters")
    new = replace(further(label="letters", city="Köln"), valid_from=TODAY)
    assert choose_letter_address(MAIN, (new, old), TODAY) == new.address


def test_until_the_move_letters_go_to_the_former_address() -> None:
    former = further(label="former", valid_until=date(2026, 11, 30))
    assert choose_letter_address(MAIN, (former,), TODAY) == former.address
    assert choose_letter_address(MAIN, (former,), date(2026, 12, 1)) == MAIN


def test_a_german_address_has_no_door() -> None:
    assert further(door="tv").address.door == ""
    assert further(country="DK", door="tv").address.door == "tv"
