"""Requirements of a person said in one line."""

from __future__ import annotations

from datetime import date

from app.clients.queries import ClientHit
from app.clients.rules import Birth, BirthPrecision
from ui.picking.hit_words import birth_words, hit_line, place_line


def hit(*, protected: bool = False, street: str = "Am Markt") -> ClientHit:
    """Answer a person as lists show one."""
    known = {
        "key": "0" * 32,
        "given_name": "Erna",
        "family_name": "Krüger",
        "born": date(1938, 11, 24),
        "birth_precision": "day",
        "street": street,
        "house_number": "7" if street else "",
        "postal_code": "40595" if street else "",
        "city": "Düsseldorf" if street else "",
        "address_protected": protected,
        "lives_alone": None,
    }
    return ClientHit(**known)  # type: ignore[arg-type]  # facts of a test


def test_namesakes_are_told_apart_by_birth_and_place() -> None:
    assert hit_line(hit()) == "Krüger, Erna · 24 Nov 1938 · Am Markt 7, 40595 Düsseldorf"


def test_a_protected_address_is_not_told() -> None:
    assert place_line(hit(protected=True)) == "Address protected"
    assert place_line(hit(street="")) == "No address"


def test_a_birth_is_said_as_far_as_it_is_known() -> None:
    day = date(1938, 11, 1)

    assert birth_words(None) == ""
    assert birth_words(Birth(day, BirthPrecision.MONTH)) == "November 1938"
    assert birth_words(Birth(day, BirthPrecision.YEAR)) == "1938"
