"""The rows of invented clients, with their visits and notes, in the order of their keys."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from app.demo import duties
from app.demo.books import book
from app.demo.cards import client_rows
from app.demo.chance import Chance
from app.demo.diary import visit_days, visits
from app.demo.note_facts import add_facts
from app.demo.notes import notes
from app.demo.people import make_person
from app.demo.rota import OWN_NAMES, slot_of
from app.demo.standing import without_ruled_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from uuid import UUID

    from app.demo.books import Book
    from app.demo.people import Person
    from app.demo.rota import Slot
    from app.demo.rules import DemoPlan

TABLES = (
    *(
        "person",
        "person_role",
        "person_language",
        "person_name_key",
        "visit",
        "note",
        "note_version",
    ),
    *duties.TABLES,
)
"""In the order in which rows can be written: what is referred to comes first."""

Rows = dict[str, list[dict[str, Any]]]


def demo_rows(plan: DemoPlan, numbers: Iterable[int], areas: Mapping[str, UUID]) -> Rows:
    """Answer the rows of the clients with these numbers, by table.

    `areas` gives the record of each quarter by its name; a missing one stays empty.
    """
    rows: Rows = defaultdict(list)
    pages = book(plan.country)
    for number in numbers:
        slot = slot_of(pages, plan, number)
        person = make_person(pages, plan, number, slot.visitor)
        card = client_rows(pages, plan, person, areas)
        who = duties.responsible_for(plan, person)
        rows["person"].append(card.client | {"responsible": who})
        rows["person_role"].append(card.role)
        rows["person_language"].extend(card.languages)
        rows["person_name_key"].extend(card.words)
        visits = list(_visits(pages, plan, person, slot, card.client["id"]))
        visits = without_ruled_out(plan, number, visits)
        notes = list(_notes(pages, plan, person, slot, card.client["id"]))
        duties.with_follow_up(plan, person, who, notes)
        rows["note_version"].extend(add_facts(pages, plan, person, notes))
        rows["person"][-1]["last_contact"] = duties.last_contact(visits, notes)
        rows["visit"].extend(visits)
        rows["note"].extend(notes)
        for table, added in duties.duty_rows(plan, person, who, card.client["id"]).items():
            rows[table].extend(added)
    return rows


def _visits(
    pages: Book, plan: DemoPlan, person: Person, slot: Slot, client: UUID
) -> Iterator[dict[str, Any]]:
    chance = Chance(plan.seed, plan.country, "visits", person.number)
    wanted = max(1, chance.about(plan.visits)) if plan.visits else 0
    days = visit_days(slot, plan.today, wanted, chance)
    found = visits(pages, person, slot, days, plan.today, chance)
    return _with_keys(found, plan, person, len(days), chance, client_id=client)


def _notes(
    pages: Book, plan: DemoPlan, person: Person, slot: Slot, client: UUID
) -> Iterator[dict[str, Any]]:
    chance = Chance(plan.seed, plan.country, "notes", person.number)
    count = chance.about(plan.notes)
    if person.number == 0 and plan.notes_of_first:
        count = plan.notes_of_first
    authors = tuple(dict.fromkeys((slot.visitor, OWN_NAMES[plan.country])))
    found = notes(pages, person, authors, count, plan.today, chance)
    return _with_keys(found, plan, person, count, chance, person_id=client)


def _with_keys(
    found: Iterator[dict[str, Any]],
    plan: DemoPlan,
    person: Person,
    count: int,
    chance: Chance,
    **client: UUID,
) -> Iterator[dict[str, Any]]:
    """Add the client and a key to each row; keys ascend over clients and over their rows."""
    for index, row in enumerate(found):
        place = (person.number + (index + chance.random()) / count) / plan.clients
        yield {"id": chance.key(place), **client, **row}
