"""People whom the demo office has on two cards: some are linked, others wait to be compared."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from app.clients.actions import enter_person
from app.clients.duplicates import likely_twins
from app.clients.duplicates.cards import COLUMNS, as_compared
from app.clients.rules import BirthPrecision, ClientDetails
from app.demo.cards import client_key
from app.demo.chance import Chance
from app.demo.traces import words
from app.linking.actions import link_people
from app.linking.rules import Linking, in_order
from db.duplicates import DuplicatePair
from db.people import Person

if TYPE_CHECKING:
    from uuid import UUID

    from app.demo.rules import DemoPlan
    from app.office import Act

_OPEN = range(4, 1_000, 150)
"""Whose second card waits to be compared; also a large demo shows only a few."""
_LINKED = range(8, 1_000, 300)
"""Whose second card was linked."""

_SPELLINGS = (
    ("ü", "ue"), ("ö", "oe"), ("ä", "ae"), ("ß", "ss"), ("ø", "oe"), ("æ", "ae"), ("å", "aa"),
    ("ş", "s"), ("ç", "c"), ("tt", "t"), ("nn", "n"), ("ll", "l"), ("ss", "s"),
    ("y", "i"), ("z", "s"), ("k", "ck"), ("t", "tt"), ("n", "nn"), ("r", "rr"),
)  # fmt: skip
"""How a name is heard on the telephone: the first that fits."""

_CARD = select(*COLUMNS).where(Person.id == bindparam("id"))


def add_demo_doubles(act: Act, plan: DemoPlan) -> int:
    """Enter some of the first people of a plan a second time; answer how many cards are new."""
    for number in _numbers(plan, _OPEN):
        client, double = _entered_again(act, plan, number)
        _keep_pair(act, plan, number, client, double)
    for number in _numbers(plan, _LINKED):
        client, double = _entered_again(act, plan, number)
        link_id = Chance(plan.seed, plan.country, "link", number).key(number / plan.clients)
        reason: str = words(plan)["link_reason"]
        link_people(act, link_id, Linking(client, double, reason))
    return len(_numbers(plan, _OPEN)) + len(_numbers(plan, _LINKED))


def _numbers(plan: DemoPlan, wanted: range) -> range:
    return range(wanted.start, min(wanted.stop, plan.clients), wanted.step)


def _entered_again(act: Act, plan: DemoPlan, number: int) -> tuple[UUID, UUID]:
    """Enter a client anew as somebody who only heard the name; answer both cards."""
    client = act.session.get_one(Person, client_key(plan, number))
    key = Chance(plan.seed, plan.country, "double", number).key(number / plan.clients)
    details = ClientDetails(
        given_name=client.given_name,
        family_name=heard(client.family_name),
        salutation=client.salutation,
        birth=_as_typed(client),
        country=client.country,
        street=client.street,
        postal_code=client.postal_code,
        city=client.city,
        area_id=client.area_id,
        address_protected=client.address_protected,
    )
    enter_person(act, key, details)
    act.session.flush()
    return client.id, key


def heard(name: str) -> str:
    """Answer a name as somebody writes it who only heard it."""
    for letters, instead in _SPELLINGS:
        if letters in name[1:]:
            return name[0] + name[1:].replace(letters, instead, 1)
    return f"{name}e"


def _as_typed(client: Person) -> str:
    born = client.birth_date
    if born is None:
        return ""
    whole = client.birth_precision == BirthPrecision.DAY
    return f"{born:%d.%m.%Y}" if whole else str(born.year)


def _keep_pair(act: Act, plan: DemoPlan, number: int, client: UUID, double: UUID) -> None:
    """Keep a pair as the search for duplicates finds it."""
    one, other = (
        as_compared(act.session.execute(_CARD, {"id": key}).one()) for key in (client, double)
    )
    for twin in likely_twins(other, (one,)):
        first, second = in_order(client, double)
        pair = DuplicatePair(
            id=Chance(plan.seed, plan.country, "pair", number).key(number / plan.clients),
            person_id=first,
            other_id=second,
            score=twin.score,
            reasons=json.dumps(twin.reasons),
            found_at=act.now,
        )
        act.session.add(pair)
    act.touch("linking", client)
