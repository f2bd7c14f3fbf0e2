"""Requirements of erasing: rows about others stay, empty households go, old rows are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from db.access import Member
from db.erasing import EMPTIED, NAMELESS, erase, erase_old_rows, make_nameless
from db.households import Household, HouseholdMember
from db.people import Person
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Act, Office


def _settle(act: Act, *people: UUID) -> UUID:
    home = Household(name="Familie Krüger")
    act.session.add(home)
    act.session.flush()
    for person in people:
        act.session.add(HouseholdMember(household_id=home.id, person_id=person))
    return home.id


def _homes(connection: Connection) -> int:
    return int(connection.scalar(select(func.count()).select_from(Household)) or 0)


def _erase(act: Act, person: UUID) -> dict[str, int]:
    return erase(act.session.connection(), [person])


def test_a_household_goes_with_the_last_who_lived_there(office: Office) -> None:
    erna, ali = add_client(office), add_client(office, given_name="Ali")
    office.act(_settle, erna, ali)

    office.act(_erase, erna)
    assert office.ask(_homes) == 1
    counts = office.act(_erase, ali).value
    assert office.ask(_homes) == 0
    assert (counts["household"], counts["person"]) == (1, 1)


def _join(act: Act, person: UUID) -> None:
    member = Member(name=act.who, role="administrator", person_id=person, since=act.now)
    act.session.add(member)


def test_a_colleague_stays_on_the_list_without_the_card(office: Office) -> None:
    erna = add_client(office)
    office.act(_join, erna)
    office.act(_erase, erna)

    assert ("member", "person_id") in EMPTIED
    assert office.ask(lambda c: c.execute(select(Member.name, Member.person_id)).one()) == (
        "Anna Beispiel",
        None,
    )


def _anonymise(act: Act, person: UUID) -> None:
    columns = {"person": ("given_name", "family_name", "salutation")}
    make_nameless(act.session.connection(), [person], columns)


def test_who_is_nameless_keeps_what_can_be_counted(office: Office) -> None:
    erna = add_client(office, salutation="ms", lives_alone=True)
    office.act(_anonymise, erna)

    def look(connection: Connection) -> tuple[object, ...]:
        asked = select(Person.family_name, Person.salutation, Person.lives_alone)
        return tuple(connection.execute(asked).one())

    assert office.ask(look) == (NAMELESS, "none", True)


def test_old_rows_are_counted(office: Office) -> None:
    office.act(_settle)

    def empty(act: Act) -> int:
        clauses = [Household.name == "Familie Krüger"]
        return erase_old_rows(act.session.connection(), "household", clauses, act.now)

    assert office.act(empty).value == 1
