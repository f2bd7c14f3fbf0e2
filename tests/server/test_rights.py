"""Requirements of rights: role by table by verb, the server allows what the table of rights says.

Asked by psql, as a login of each role, with statements of one's own: both ways, so that neither
more nor less is allowed. The rows are about somebody whom the volunteer visits.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Table, insert, text, update
from sqlalchemy.orm import Session

from app.access.rules import TABLE_RIGHTS, Reads, Role, Verb
from app.office import Act
from db.people import Person
from db.tables import metadata
from tests.conftest import NOW
from tests.factories.every_table import fill_every_table, value_of
from tests.server.psql import literal, psql
from tests.server.shared import COLLEAGUES

if TYPE_CHECKING:
    from tests.server.psql import Said
    from tests.server.shared import SharedOffice

Rows = dict[str, dict[str, Any]]
NAMES = {role: name for name, role in COLLEAGUES.items()}
_OWN = ("who", "assignee", "submitted_by", "noted_by")
"""Columns by which a row is somebody's own."""


@pytest.fixture(scope="module")
def rows(shared: SharedOffice) -> Rows:
    """One row in each table about a person whom Bent visits, by the server's own hand."""
    with Session(shared.owner) as session, session.begin():
        return _fill(Act(session, NOW, "Anna Beispiel"))


def _fill(act: Act) -> Rows:
    people = (_person(act), _person(act))
    rows: Rows = fill_every_table(act, *people, "Mark", but=frozenset({"member"}))
    # Before the notes: a volunteer reads what is from the time since the first visit.
    met = (NOW - timedelta(days=2)).replace(tzinfo=None)
    act.session.execute(
        update(metadata.tables["visit"]).values(visitor=NAMES[Role.VOLUNTEER], planned_start=met)
    )
    rows["person"] = dict(
        act.session.execute(metadata.tables["person"].select().filter_by(id=people[0]))
        .mappings()
        .one()
    )
    series = update(metadata.tables["visit_series"])
    act.session.execute(series.values(visitor=NAMES[Role.VOLUNTEER]))
    for visited in ("visit", "visit_series"):
        rows[visited]["visitor"] = NAMES[Role.VOLUNTEER]
    for seat in ("crew", "tour_crew"):
        act.session.execute(update(metadata.tables[seat]).values(name=NAMES[Role.VOLUNTEER]))
        rows[seat]["name"] = NAMES[Role.VOLUNTEER]
    for table in metadata.sorted_tables:
        if table.name not in rows and table.name != "member":
            row = {c.name: value_of(table, c, rows, people, "Office", act) for c in table.c}
            act.session.execute(insert(table), [row])
            rows[table.name] = row
    # Pia sits in the group and leads it, and looks into its case at this moment.
    pia = NAMES[Role.PSP_MEMBER]
    place = update(metadata.tables["psp_member"])
    place = place.values(member_name=pia, is_lead=True, from_on=met.date())
    look = update(metadata.tables["psp_look"])
    look = look.values(case_id=rows["psp_case"]["id"], until=NOW + timedelta(hours=1))
    for changed in (place, look):
        act.session.execute(changed)
    rows["member"] = dict(
        act.session.execute(metadata.tables["member"].select().limit(1)).mappings().one()
    )
    return rows


def _person(act: Act) -> UUID:
    person = Person(
        id=uuid4(), given_name="Erna", family_name="K", country="DE", sort_key_de="", sort_key_da=""
    )
    act.session.add(person)
    act.session.flush()
    return person.id


@pytest.mark.parametrize("role", Role)
def test_the_server_allows_what_the_table_of_rights_says(
    shared: SharedOffice, rows: Rows, role: Role
) -> None:
    mine = _make_own(shared, rows, NAMES[role])
    asked = {
        f"{name}.{verb}": statement
        for name in sorted(TABLE_RIGHTS)
        for verb, statement in _statements(metadata.tables[name], mine[name], role).items()
    }

    said = psql(shared.engine(NAMES[role]).url, asked)

    wrong = [
        f"{name}: {'refused' if wanted else 'allowed'} ({said[name].state})"
        for name, wanted in _expected(role).items()
        if _is_allowed(name, said[name]) is not wanted
    ]
    assert not wrong


def _is_allowed(name: str, said: Said) -> bool:
    return said.is_done


def _expected(role: Role) -> dict[str, bool]:
    found = {}
    for name, rights in TABLE_RIGHTS.items():
        found[f"{name}.select"] = rights.reads(role) is not Reads.NOTHING
        for verb in Verb:
            found[f"{name}.{verb}"] = (
                role in rights.writers(verb)
                and not rights.by_function
                and not (verb is Verb.UPDATE and role in rights.columns)
            )
        if role in rights.columns:
            found[f"{name}.some"] = True
    return found


def _statements(table: Table, row: dict[str, Any], role: Role) -> dict[str, str]:
    where = " AND ".join(
        f'"{column.name}" = {literal(row[column.name])}' for column in table.primary_key
    )
    columns = ", ".join(f'"{name}"' for name in row)
    values = ", ".join(map(literal, row.values()))
    some = TABLE_RIGHTS[table.name].columns.get(role, frozenset())
    kept = next(
        (c.name for c in table.c if c.name not in {"id", "version", *some} and not c.primary_key),
        next(iter(table.primary_key)).name,
    )
    found = {
        "select": f"SELECT FROM {table.name} WHERE {where}",
        "insert": f"INSERT INTO {table.name} ({columns}) VALUES ({values})",
        "update": f"UPDATE {table.name} SET {_set(table, kept)} WHERE {where}",
        "delete": f"DELETE FROM {table.name} WHERE {where}",
    }
    if some:
        found["some"] = f"UPDATE {table.name} SET {_set(table, min(some))} WHERE {where}"
    return found


def _set(table: Table, column: str) -> str:
    counted = ", version = version + 1" if "version" in table.c else ""
    return f'"{column}" = "{column}"{counted}'


def _make_own(shared: SharedOffice, rows: Rows, name: str) -> Rows:
    """Let every row that can be somebody's own be this colleague's."""
    mine: Rows = {table: dict(row) for table, row in rows.items()}
    with shared.owner.begin() as connection:
        for table in metadata.sorted_tables:
            for column in _OWN:
                if column in table.c:
                    statement = text(f"UPDATE {table.name} SET {column} = :name")
                    connection.execute(statement, {"name": name})
                    mine[table.name][column] = name
    return mine


def test_a_volunteer_changes_the_record_of_a_visit_and_nothing_else_of_it(
    shared: SharedOffice, rows: Rows
) -> None:
    """Refused by the server for each other column, such as whom and by whom."""
    table, own = metadata.tables["visit"], TABLE_RIGHTS["visit"].columns[Role.VOLUNTEER]
    changes = {
        column.name: f"UPDATE visit SET {_set(table, column.name)}"
        f" WHERE id = {literal(rows['visit']['id'])}"
        for column in table.c
        if column.name not in {"id", "version"}
    }

    by_volunteer = psql(shared.engine(NAMES[Role.VOLUNTEER]).url, changes)
    by_office = psql(shared.engine(NAMES[Role.COORDINATOR]).url, changes)

    assert {name for name, said in by_volunteer.items() if said.is_done} == own
    assert {name for name, said in by_volunteer.items() if said.is_denied} == set(changes) - own
    assert {"client_id", "visitor", "visitor_id", "match_id", "series_id"} <= set(changes) - own
    assert all(said.is_done for said in by_office.values())
