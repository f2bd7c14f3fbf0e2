"""What work left in the demo can be looked at: looks, an export, a view, words, an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from app.clients.rules import ClientFilter, PersonStatus
from app.demo.cards import client_key
from app.demo.rules import Country, DemoPlan
from app.demo.traces import add_demo_traces, words
from app.demo.writing import add_demo_clients
from app.exchange.views.queries import saved_views
from app.journal.queries import own_words
from app.privacy.looking import seen
from db.exchange import ExportedPerson
from db.people import PersonAddress
from db.privacy import Look
from tests.app.demo.test_rules import TODAY

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Office

PLANS = [DemoPlan(TODAY, clients=20, country=country) for country in Country]


@pytest.fixture(params=PLANS)
def plan(office: Office, request: pytest.FixtureRequest) -> DemoPlan:
    plan: DemoPlan = request.param
    office.act(add_demo_clients, plan, range(plan.clients), {})
    office.act(add_demo_traces, plan)
    return plan


def _keys(connection: Connection) -> list[UUID]:
    return [
        key
        for table in (Look, ExportedPerson, PersonAddress)
        for key in connection.execute(select(table.id).order_by(table.id)).scalars()
    ]


def test_a_card_says_who_looked_at_it_and_which_list_it_left_in(
    office: Office, plan: DemoPlan
) -> None:
    found = office.ask(seen, client_key(plan, 0))

    (look,) = found.looks
    assert look.at <= look.last_at
    assert look.last_at.date() < plan.today
    assert [left.why for left in found.left] == [words(plan)["export_reason"]]


def test_a_shared_view_lists_those_who_live_alone(office: Office, plan: DemoPlan) -> None:
    (row,) = office.ask(saved_views, "clients")

    assert (row.title, row.is_mine, row.is_shared) == (words(plan)["view"], False, True)
    assert row.view.chosen("kind") == ClientFilter.LIVING_ALONE
    assert row.view.chosen("status") == PersonStatus.ACTIVE


def test_the_spell_check_knows_words_of_the_office(office: Office, plan: DemoPlan) -> None:
    assert sorted(office.ask(own_words, plan.country.language)) == sorted(words(plan)["own_words"])


def test_a_former_address_ended_before_today(office: Office, plan: DemoPlan) -> None:
    former = office.ask(
        lambda c: c.execute(select(PersonAddress.valid_until, PersonAddress.city)).one()
    )

    assert former.valid_until < plan.today
    assert former.city


def test_a_tiny_demo_gets_what_it_has_room_for(office: Office) -> None:
    plan = DemoPlan(TODAY, clients=1)
    office.act(add_demo_clients, plan, range(1), {})

    office.act(add_demo_traces, plan)

    assert len(office.ask(_keys)) == 3


def test_both_languages_say_the_same_things() -> None:
    german, danish = (words(plan) for plan in PLANS)

    assert german.keys() == danish.keys()
    assert not set(german["own_words"]) & set(danish["own_words"])
