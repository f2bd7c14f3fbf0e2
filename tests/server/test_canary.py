"""A restricted person is in no table for those who are not named, and the visited in few.

A row about her stands in every table that leads to a person; no colleague who is not named
finds the mark in any of them by statements of their own, not even a volunteer who visits her.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from app.office import Act
from db.belongings import about_people
from db.people import Person
from db.tables import metadata
from tests.conftest import NOW
from tests.factories.every_table import fill_every_table
from tests.server.psql import psql

if TYPE_CHECKING:
    from tests.server.shared import SharedOffice

MARK = "Kanarienvogel"
BENT = "Bent Holm"


@pytest.fixture(scope="module")
def erna(shared: SharedOffice) -> UUID:
    """Somebody restricted to Karin Vogt, whom Bent visits, with a row in every table."""
    with Session(shared.owner) as session, session.begin():
        act = Act(session, NOW, "Nobody")
        erna, other = _person(act, MARK), _person(act, "Otto")
        fill_every_table(act, erna, other, MARK, but=frozenset({"member"}))
        act.session.execute(update(metadata.tables["visit"]).values(visitor=BENT))
        act.session.get_one(Person, erna).is_restricted = True
    return erna


def _person(act: Act, name: str) -> UUID:
    person = Person(
        id=uuid4(), given_name=name, family_name="K", country="DE", sort_key_de="", sort_key_da=""
    )
    act.session.add(person)
    act.session.flush()
    return person.id


@pytest.mark.parametrize("name", ["Anna Beispiel", "Zoe Amt", "Pia Sand", BENT, "Dora Schutz"])
def test_no_table_tells_of_somebody_whom_one_may_not_know(
    shared: SharedOffice, erna: UUID, name: str
) -> None:
    asked = {
        table.name: f"SELECT FROM {table.name} t WHERE t::text LIKE '%{MARK}%'"
        for _entry, table in about_people()
    }
    asked["note_words"] = "SELECT FROM note_words"

    said = psql(shared.engine(name).url, asked)

    assert {table for table, answer in said.items() if answer.rows or answer.state != "00000"} == (
        set()
    )


def test_who_is_named_finds_her_in_every_table(shared: SharedOffice, erna: UUID) -> None:
    asked = {
        name: f"SELECT FROM {name} t WHERE t::text LIKE '%{MARK}%'"
        for name in ("person", "note", "visit", "letter", "consent", "intake", "relation")
    }

    said = psql(shared.engine("Karin Vogt").url, asked)

    assert all(answer.rows for answer in said.values())
