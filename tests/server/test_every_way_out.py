"""PSP data leave a server by no way: nothing that a login may read bears what a group holds.

A mark stands in every text of every table of PSP groups. Whatever the program asks, it reads no
more than its login: so all tables, views and figures of a server are searched as each role, and
the questions of the program are asked as the one who may most.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.access.rules import Role
from app.office import Act
from db.people import Person
from db.server import add_login
from tests.app.access.test_canary import QUESTIONS
from tests.app.referrals.marked import MARK, saying
from tests.conftest import NOW
from tests.factories.every_table import fill_every_table
from tests.factories.psp import mark_every_text
from tests.server.direct import PIA, run_as
from tests.server.psql import psql
from tests.server.shared import COLLEAGUES, PASSWORD

if TYPE_CHECKING:
    from tests.server.shared import SharedOffice

PER = "Per Dahl"
OTHERS = (*(name for name in COLLEAGUES if name != PIA), PER)
"""Colleagues of every role, the data protection officer and a PSP member without a seat."""
pytestmark = pytest.mark.parametrize("any_server", ["debian"], indirect=True)
"""One kind of server: the policies themselves are tried on both, see `test_psp`."""
_ALL = text(
    "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n"
    " ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'v', 'm', 'p')"
    " AND (n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema')"
)
_MORE = ("pg_catalog.pg_stats", "pg_catalog.pg_stats_ext", "pg_catalog.pg_prepared_xacts")
"""What a server tells of the contents of tables by itself."""


@pytest.fixture(scope="module")
def rows(shared: SharedOffice) -> dict[str, Any]:
    """A group of Pia's with the mark in every text, about somebody whom everybody may know."""
    with Session(shared.owner) as session, session.begin():
        act = Act(session, NOW, "Nobody")
        erna, other = _person(act, "Erna"), _person(act, "Otto")
        rows = fill_every_table(act, erna, other, "Says", but=frozenset({"member"}))
        rows |= mark_every_text(act, erna, MARK, who=PIA)
    with shared.owner.begin() as connection:
        add_login(connection, f"per_{shared.number}", PASSWORD, Role.PSP_MEMBER, name=PER)
    with shared.owner.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("ANALYZE")
    return rows


def _person(act: Act, name: str) -> UUID:
    person = Person(
        id=uuid4(), given_name=name, family_name="K", country="DE", sort_key_de="", sort_key_da=""
    )
    act.session.add(person)
    act.session.flush()
    return person.id


@pytest.mark.parametrize("name", OTHERS)
def test_nothing_that_a_login_may_read_bears_the_mark(
    shared: SharedOffice, rows: dict[str, Any], name: str
) -> None:
    with shared.owner.connect() as connection:
        relations = [*connection.execute(_ALL).scalars(), *_MORE]
    sought = f"LIKE '%{MARK}%'"
    asked = {one: f"SELECT FROM {one} t WHERE t::text {sought}" for one in relations}
    case, group = rows["psp_case"]["id"], rows["psp_group"]["id"]
    asked |= {
        "counts": f"SELECT FROM sec.psp_counts(2026) t WHERE t::text {sought}",
        "expired": f"SELECT FROM sec.expired_psp_facts('{group}', '2100-01-01')",
        "look": f"SELECT FROM sec.look_at_psp('{group}', '{case}', 'opened')",
    }
    assert len(asked) > len(QUESTIONS) / 4

    said = psql(shared.engine(name).url, asked)

    assert {one for one, answer in said.items() if answer.rows} == set()


def test_no_question_of_the_program_tells_whoever_may_most(
    shared: SharedOffice, rows: dict[str, Any]
) -> None:
    assert saying(shared.office("Anna Beispiel"), rows) == []


def test_no_fault_of_the_server_tells_what_stood_in_a_row(
    shared: SharedOffice, rows: dict[str, Any]
) -> None:
    group = rows["psp_group"]["id"]
    run_as(shared, PIA, f"SELECT sec.look_at_psp('{group}', NULL, 'opened')")
    # Who is a member does find it.
    assert run_as(shared, PIA, f"SELECT id FROM psp_case WHERE tried = '{MARK}'")
    broken = (
        "INSERT INTO psp_case (id, version, group_id, number, raised_on, tried)"
        f" VALUES (gen_random_uuid(), 1, '{group}', '9', now(), '{MARK}')"
    )
    with pytest.raises(DBAPIError) as fault:
        run_as(shared, PIA, broken)
    assert MARK not in str(fault.value.orig)
