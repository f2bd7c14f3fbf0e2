"""Whom a letter names and how it greets."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from app.clients.rules import Address, Standing
from app.letters.composing.addressees import Addressee, Recipients
from app.letters.composing.greetings import (
    address_field,
    all_names,
    household_greeting,
    salutation_of,
)


def _one(given: str = "Erna", family: str = "Krüger", salutation: str = "ms") -> Addressee:
    home = Address("DE", street="Am Markt", house_number="1", postal_code="40595", city="Garath")
    facts: dict[str, Any] = {"birth": None, "language": "", "letter_format": ""}
    return Addressee(
        id=uuid4(),
        given_name=given,
        family_name=family,
        salutation=salutation,
        is_protected=False,
        address=home,
        standing=Standing(),
        **facts,
    )


COUPLE = Recipients((_one(), _one("Karl", salutation="mr")))


@pytest.mark.parametrize(
    ("one", "variant"),
    [(_one(), "ms"), (_one(salutation="none"), "none"), (_one(family=" "), "none")],
)
def test_a_person_is_greeted_as_she_wants(one: Addressee, variant: str) -> None:
    assert salutation_of(Recipients((one,))) == variant
    assert household_greeting(Recipients((one,)), "de") == ""


@pytest.mark.parametrize(
    ("language", "greeting"),
    [
        ("de", "Sehr geehrte Frau Krüger, sehr geehrter Herr Krüger,"),
        ("da", "Kære Erna Krüger, kære Karl Krüger"),
        ("tr", ""),
    ],
)
def test_a_household_is_greeted_by_all_names(language: str, greeting: str) -> None:
    assert household_greeting(COUPLE, language) == greeting
    assert all_names(COUPLE) == "Erna Krüger, Karl Krüger"
    assert salutation_of(COUPLE) == "none"


def test_the_address_names_everybody_and_a_letter_abroad_its_country() -> None:
    assert address_field(COUPLE, "DE", "tr") == (
        "Erna Krüger", "Karl Krüger", "Am Markt 1", "40595 Garath",
    )  # fmt: skip
    assert address_field(COUPLE, "DK", "da")[-1] == "TYSKLAND"
