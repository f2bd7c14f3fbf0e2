"""The demo office works with institutions; the same plan gives the same ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.demo.partners import add_demo_partners, partners
from app.demo.rules import Country, DemoPlan
from app.institutions.queries import institution_card, list_institutions
from tests.app.demo.test_rules import TODAY

if TYPE_CHECKING:
    from app.office import Office


@pytest.mark.parametrize("country", Country)
def test_every_institution_of_the_book_is_written(office: Office, country: Country) -> None:
    ids = office.act(add_demo_partners, DemoPlan(TODAY, clients=5, country=country)).value
    assert len(ids) == len(partners(country))
    cards = [office.ask(institution_card, one) for one in ids]
    assert all(card is not None for card in cards)
    assert any(card.departments for card in cards if card)
    assert sum(len(card.contacts) for card in cards if card) >= 10
    assert len({row.kind for row in office.ask(list_institutions)}) >= 8


def test_another_seed_gives_other_keys(office: Office) -> None:
    plan = DemoPlan(TODAY, clients=5)
    first = office.act(add_demo_partners, plan).value
    assert office.act(add_demo_partners, plan).value == first
    assert office.act(add_demo_partners, DemoPlan(TODAY, clients=5, seed=2)).value != first
