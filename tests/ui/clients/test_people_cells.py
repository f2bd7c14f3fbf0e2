"""What columns say of a person: words for people, values for spreadsheets."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.clients.queries import ClientHit
from app.clients.queries.facts import PersonFacts, PersonRow
from app.exchange.writing.vcard_writer import CardAddress
from ui.clients import people_cells as cells

TODAY = date(2026, 11, 23)


def _row(**known: Any) -> PersonRow:  # noqa: ANN401 - any field of either tuple
    hit = ClientHit(
        key="12345678123456781234567812345678",
        given_name="Erna",
        family_name="Krüger",
        born=date(1938, 11, 24),
        birth_precision="day",
        street="Hovedgaden",
        house_number="10A",
        postal_code="2750",
        city="Ballerup",
        address_protected=False,
        lives_alone=None,
    )
    facts = PersonFacts(
        key=hit.key,
        phone="+45 12 34 56 78",
        mobile="",
        email="",
        country="DK",
        floor="3",
        door="tv",
        area_name="",
        area_code="",
        status="active",
        status_from=None,
        status_until=None,
        responsible="",
        last_contact=None,
        roles=(),
        languages=(),
    )
    of_hit = {name: value for name, value in known.items() if name in hit._fields}
    of_facts = {name: value for name, value in known.items() if name in facts._fields}
    return PersonRow(hit._replace(**of_hit), facts._replace(**of_facts))


@pytest.mark.parametrize(
    ("precision", "birth"),
    [("day", date(1938, 11, 24)), ("month", "November 1938"), ("year", "1938")],
)
def test_a_birth_is_a_date_as_far_as_it_is_known(precision: str, birth: object) -> None:
    assert cells.birth(_row(birth_precision=precision)) == birth


def test_what_is_not_known_is_empty() -> None:
    row = _row(born=None)

    assert (cells.birth(row), cells.years(row, TODAY), cells.last_contact(row)) == (None,) * 3
    assert (cells.area(row), cells.living(row), cells.roles(row), cells.languages(row)) == ("",) * 4


def test_an_age_is_a_number() -> None:
    assert cells.years(_row(), TODAY) == 87


def test_a_door_stands_behind_the_street() -> None:
    assert cells.street(_row()) == "Hovedgaden 10A, 3. tv"


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({}, "Active"),
        ({"status": "paused"}, "Pauses"),
        ({"status": "paused", "status_until": date(2026, 12, 24)}, "Pauses until 24 Dec 2026"),
        ({"status": "paused", "status_until": date(2026, 11, 22)}, "Active"),
        ({"status": "deceased"}, "Deceased"),
    ],
)
def test_a_status_is_the_one_of_today(known: dict[str, Any], words: str) -> None:
    assert cells.status(_row(**known), TODAY) == words


def test_roles_languages_and_area_are_named() -> None:
    row = _row(roles=("client", "volunteer"), languages=("da", "xyz"), area_code="10")

    assert cells.roles(row) == "Client, Volunteer"
    assert cells.languages(row) == "Danish, xyz"
    assert cells.area(row) == "District 10"


def test_a_card_has_what_is_known() -> None:
    card = cells.card(_row(email="erna@example.org"))

    assert card.key == "12345678-1234-5678-1234-567812345678"
    assert card.phones == (("home", "+45 12 34 56 78"),)
    assert card.mails == ("erna@example.org",)
    assert card.addresses == (CardAddress("Hovedgaden 10A, 3. tv", "", "2750", "Ballerup", "DK"),)


def test_a_card_without_an_address_has_none() -> None:
    nowhere = _row(street="", house_number="", postal_code="", city="", floor="", door="")

    assert cells.card(nowhere).addresses == ()
