"""Requirements of the clauses that keep restricted people and notes from those without access."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from sqlalchemy import bindparam, select

from app.clients.actions import add_client
from app.clients.rules import ClientDetails
from db.access import Member, PersonAccess, cards_of, is_known_to_me, is_listed, is_readable_note
from db.journal import Note
from db.people import Person
from tests.conftest import NOW

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.office import Act, Office

ERNA, OTTO, ZOE = uuid4(), uuid4(), uuid4()
LISTED = select(Person.given_name).where(is_listed(Person.id)).order_by(Person.given_name)
KNOWN = select(Person.given_name).where(is_known_to_me(Person.id)).order_by(Person.given_name)
SAME = select(Person.given_name).where(
    Person.id.in_(cards_of(bindparam("person_id", type_=Person.id.type)))
)
READABLE = select(Note.text).where(is_readable_note()).order_by(Note.text)


def listed(connection: Connection) -> list[str]:
    """Answer the given names of a list of people."""
    return list(connection.execute(LISTED).scalars())


def known(connection: Connection) -> list[str]:
    """Answer the given names of everyone who is known to the person at work."""
    return list(connection.execute(KNOWN).scalars())


def same(connection: Connection, person_id: UUID) -> set[str]:
    """Answer the given names on all cards of one human being."""
    return set(connection.execute(SAME, {"person_id": person_id}).scalars())


def readable(connection: Connection) -> list[str]:
    """Answer the texts of all notes that may be read."""
    return list(connection.execute(READABLE).scalars())


def restrict(act: Act, person_id: UUID) -> None:
    """Hide a person."""
    act.session.get_one(Person, person_id).is_restricted = True


def link(act: Act, person_id: UUID, to: UUID) -> None:
    """Let another card speak for a person."""
    act.session.get_one(Person, person_id).linked_to = to


def let_in(act: Act, who: str, *, days: int | None) -> None:
    """Give a colleague access to Erna from yesterday for some days, or for good."""
    until = None if days is None else act.now + timedelta(days=days)
    act.session.add(
        PersonAccess(
            person_id=ERNA,
            who=who,
            valid_from=act.now - timedelta(days=1),
            valid_until=until,
            reason="Holds the case",
            granted_by=act.who,
        )
    )


def write(act: Act, text: str, access: str, person_id: UUID = OTTO) -> None:
    """Write a note."""
    key = uuid4()
    act.session.add(
        Note(
            id=key,
            person_id=person_id,
            serial=key.int >> 66,
            happened_at=act.now,
            written_at=act.now,
            author=act.who,
            access=access,
            text=text,
        )
    )


def join(act: Act, name: str, role: str) -> None:
    """Put a colleague on the list."""
    act.session.add(Member(name=name, role=role, since=act.now))


@pytest.fixture
def town(office: Office) -> Office:
    """An office with Erna, Otto and Zoe."""
    for key, name in ((ERNA, "Erna"), (OTTO, "Otto"), (ZOE, "Zoe")):
        office.act(add_client, key, ClientDetails(given_name=name))
    return office


def test_a_restricted_person_is_known_only_to_those_who_are_named(town: Office) -> None:
    town.act(restrict, ERNA)
    assert town.ask(listed) == town.ask(known) == ["Otto", "Zoe"]

    town.act(let_in, "Berta", days=None)
    assert town.ask(known) == ["Otto", "Zoe"]
    town.work_as("Berta")
    assert town.ask(listed) == town.ask(known) == ["Erna", "Otto", "Zoe"]


@pytest.mark.parametrize(("days", "sees"), [(1, True), (0, False), (-1, False)])
def test_access_ends_by_the_clock_of_the_office(town: Office, days: int, sees: bool) -> None:  # noqa: FBT001 - a case
    town.act(restrict, ERNA)
    town.act(let_in, town.who, days=days)

    assert ("Erna" in town.ask(known)) is sees


def test_a_linked_card_is_not_listed_but_still_known(town: Office) -> None:
    town.act(link, ZOE, OTTO)

    assert town.ask(listed) == ["Erna", "Otto"]
    assert town.ask(known) == ["Erna", "Otto", "Zoe"]


def test_all_cards_of_one_human_being_are_found_from_each_of_them(town: Office) -> None:
    town.act(link, ZOE, OTTO)

    assert town.ask(same, ZOE) == town.ask(same, OTTO) == {"Otto", "Zoe"}
    assert town.ask(same, ERNA) == {"Erna"}


def test_an_own_note_is_read_by_its_author_alone(town: Office) -> None:
    town.act(write, "mine", "own")
    town.act(write, "ours", "team")

    assert town.ask(readable) == ["mine", "ours"]
    town.work_as("Berta")
    assert town.ask(readable) == ["ours"]


@pytest.mark.parametrize(("role", "reads"), [("caseworker", True), ("volunteer", False)])
def test_a_restricted_note_is_read_by_those_whose_role_allows_it(
    town: Office,
    role: str,
    reads: bool,  # noqa: FBT001 - a case
) -> None:
    town.act(write, "delicate", "restricted")
    town.act(join, "Berta", role)
    town.work_as("Berta")

    assert (town.ask(readable) == ["delicate"]) is reads


def test_a_note_on_a_restricted_person_is_as_unknown_as_the_person(town: Office) -> None:
    town.act(write, "about Erna", "team", ERNA)
    town.act(restrict, ERNA)

    assert town.ask(readable) == []


def test_statements_know_who_works_and_what_time_it_is(office: Office) -> None:
    def look(connection: Connection) -> tuple[str, str]:
        row = connection.exec_driver_sql("SELECT nahbar_me(), nahbar_now()").one()
        return row[0], row[1]

    assert office.ask(look) == ("Anna Beispiel", f"{NOW:%Y-%m-%d %H:%M:%S}.000000")
    office.work_as("Berta")
    assert office.ask(look)[0] == "Berta"
