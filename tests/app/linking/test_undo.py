"""Whatever is linked, undone, written and edited: each card keeps exactly what is its own."""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.clients.contact import recount_contact
from app.errors import Refused
from app.linking.actions import undo_link
from app.linking.queries import links
from db.people import Person
from db.tables import metadata
from tests.factories.clients import add_client, add_note
from tests.factories.every_table import fill_every_table
from tests.factories.linking import link
from tests.factories.visits import MONDAY, visit_planned

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from app.office import Act, Office

DAYS = count()
"""A day of its own for each visit."""
CARDS = st.integers(0, 3)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("link"), CARDS, CARDS),
        st.tuples(st.just("undo"), CARDS, CARDS),
        st.tuples(st.just("note"), CARDS, CARDS),
        st.tuples(st.just("visit"), CARDS, CARDS),
        st.tuples(st.just("edit"), CARDS, CARDS),
    ),
    max_size=12,
)
CHILDREN = ("note", "visit", "person_role", "person_language", "person_name_key")
"""Tables whose rows hang on a card."""
OWN = {"linked_to", "version"}
"""What a link itself changes: who speaks, and the count of changes."""


def _edit(act: Act, person_id: UUID, hint: str) -> None:
    act.session.get_one(Person, person_id).hint = hint


def _card(connection: Connection, person_id: UUID) -> dict[str, list[dict[str, Any]]]:
    """Answer a card and everything on it, as it is stored."""
    found = {}
    for name in ("person", *CHILDREN):
        table = metadata.tables[name]
        to = next(key for key in ("client_id", "person_id", "id") if key in table.c)
        rows = connection.execute(select(table).where(table.c[to] == person_id)).mappings()
        found[name] = sorted(
            ({key: value for key, value in row.items() if key not in OWN} for row in rows), key=str
        )
    return found


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_cards_keep_what_is_theirs(
    engine: Engine, office: Office, steps: list[tuple[str, int, int]]
) -> None:
    del engine
    people = [add_client(office, family_name=f"Krüger {number}") for number in range(4)]
    kept = {person: office.ask(_card, person) for person in people}

    for step, at, other in steps:
        person = people[at]
        if step == "link":
            _try_to_link(office, person, people[other])
        elif step == "undo":
            _undo_one(office, person)
        else:
            _write(office, step, person)
            kept[person] = office.ask(_card, person)
        for one in people:
            assert office.ask(_card, one) == kept[one]

    for found in office.ask(links):
        if found.undone_at is None and {found.speaker, found.other} <= set(people):
            office.act(undo_link, found.id)
    for one in people:
        assert office.ask(_card, one) == kept[one]
        assert office.ask(_speaker, one) is None


def _everything(connection: Connection) -> dict[str, list[str]]:
    """Answer all rows of all tables, without who speaks and the record of what was done."""
    return {
        name: sorted(
            str([row[column.name] for column in table.c if column.name not in OWN])
            for row in connection.execute(select(table)).mappings()
        )
        for name, table in metadata.tables.items()
        if name not in {"audit_line", "person_link"}
    }


def test_a_link_and_its_undo_leave_every_table_as_it_was(office: Office) -> None:
    one, other = (add_client(office, given_name=name) for name in ("Erna", "Ernestine"))
    told = {"but": frozenset({"person_link", "duplicate_pair"})}
    office.act(fill_every_table, one, add_client(office), "Muster", **told)
    visit_planned(office, other)
    office.act(recount_contact, one)
    before = office.ask(_everything)
    link(office, other, one)
    assert office.ask(_speaker, one) == other
    (found,) = office.ask(links)
    office.act(undo_link, found.id)
    assert office.ask(_everything) == before


def _speaker(connection: Connection, person_id: UUID) -> UUID | None:
    return connection.scalar(select(Person.linked_to).where(Person.id == person_id))


def _try_to_link(office: Office, one: UUID, other: UUID) -> None:
    try:
        link(office, one, other)
    except Refused:
        assert one == other or _are_one(office, one, other)


def _are_one(office: Office, one: UUID, other: UUID) -> bool:
    return (office.ask(_speaker, one) or one) == (office.ask(_speaker, other) or other)


def _undo_one(office: Office, person: UUID) -> None:
    found = [row for row in office.ask(links) if person in {row.speaker, row.other}]
    for row in found[:1]:
        office.act(undo_link, row.id)


def _write(office: Office, step: str, person: UUID) -> None:
    if step == "note":
        add_note(office, person)
    elif step == "visit":
        visit_planned(office, person, MONDAY + timedelta(days=next(DAYS)))
    else:
        office.act(_edit, person, f"Ring {uuid4()}")
