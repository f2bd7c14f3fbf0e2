"""Some people of the demo stand on two cards: the program finds them, and one link is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from app.demo import doubles
from app.demo.cards import client_key
from app.demo.chance import Chance
from app.demo.doubles import add_demo_doubles, heard
from app.demo.rules import Country, DemoPlan
from app.demo.writing import add_demo_clients
from app.linking.queries import cards_to_compare, links, open_pairs
from app.linking.searching import Search
from db.duplicates import DuplicatePair, PersonLink
from db.people import Person
from tests.app.demo.test_rules import TODAY

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Act, Office

CLIENTS = 20
PLANS = [DemoPlan(TODAY, clients=CLIENTS, country=country) for country in Country]


def _filled(office: Office, plan: DemoPlan) -> int:
    office.act(add_demo_clients, plan, range(plan.clients), {})
    return office.act(add_demo_doubles, plan).value


def _keys(connection: Connection) -> list[UUID]:
    return [
        key
        for table in (Person, DuplicatePair, PersonLink)
        for key in connection.execute(select(table.id).order_by(table.id)).scalars()
    ]


@pytest.mark.parametrize(
    ("name", "written"),
    [("Müller", "Mueller"), ("Sørensen", "Soerensen"), ("Schmitt", "Schmit"), ("Abel", "Abele")],
)
def test_a_name_is_written_as_it_is_heard(name: str, written: str) -> None:
    assert heard(name) == written


@pytest.mark.parametrize("plan", PLANS)
def test_the_pair_that_waits_is_one_that_the_search_finds(office: Office, plan: DemoPlan) -> None:
    _filled(office, plan)

    (row,) = office.ask(open_pairs).rows

    assert client_key(plan, 4) in {row.one.id, row.other.id}
    assert row.reasons
    found = Search(office.ask(cards_to_compare)).run(lambda _done, _of: None)
    assert found is not None
    assert {row.one.id, row.other.id} in [{pair.one, pair.other} for pair in found]


@pytest.mark.parametrize("plan", PLANS)
def test_one_person_speaks_for_a_second_card_with_a_reason(office: Office, plan: DemoPlan) -> None:
    assert _filled(office, plan) == 2

    (link,) = office.ask(links)

    assert link.speaker == client_key(plan, 8)
    assert link.undone_at is None
    spoken_for = select(Person.linked_to).where(Person.id == link.other)
    assert office.ask(lambda c: c.execute(spoken_for).scalar_one()) == link.speaker


def test_the_address_of_a_second_card_is_protected_like_the_first(office: Office) -> None:
    plan = PLANS[0]
    office.act(add_demo_clients, plan, range(plan.clients), {})
    office.act(_protect, client_key(plan, 8))
    office.act(add_demo_doubles, plan)

    (link,) = office.ask(links)

    guarded = select(Person.address_protected).where(Person.id == link.other)
    assert office.ask(lambda c: c.execute(guarded).scalar_one())


def _protect(act: Act, person_id: UUID) -> None:
    act.session.get_one(Person, person_id).address_protected = True


def test_an_office_of_few_has_nobody_twice(office: Office) -> None:
    assert _filled(office, DemoPlan(TODAY, clients=4)) == 0


def test_a_large_demo_has_only_some_cards_twice() -> None:
    plan = DemoPlan(TODAY, clients=100_000)

    assert 1 < len(doubles._numbers(plan, doubles._OPEN)) < 10
    assert 1 < len(doubles._numbers(plan, doubles._LINKED)) < 10


def test_the_same_plan_gives_the_same_keys(office: Office) -> None:
    plan = PLANS[0]
    _filled(office, plan)
    keys = set(office.ask(_keys))

    for word, number in (("double", 4), ("pair", 4), ("double", 8), ("link", 8)):
        chance = Chance(plan.seed, plan.country, word, number)
        assert chance.key(number / CLIENTS) in keys
