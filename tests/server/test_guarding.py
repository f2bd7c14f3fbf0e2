"""Requirements of who sees whom on a server, of leavers, and of its catalogue: direct SQL."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import psycopg
import pytest
from sqlalchemy import Column, Integer, MetaData, Table, Text, Uuid, text
from sqlalchemy.exc import DBAPIError

from app.access.actions import break_glass, lift_restriction
from app.access.queries import access_to_person
from app.access.rules import Role
from app.access.rules.breaking_glass import TOO_SHORT
from app.admin.settings.actions import choose_number
from app.admin.settings.rules import VISITED_MONTHS
from app.clients.queries import client_card
from app.errors import Refused
from db.server import add_login, check, end_login, install, set_password, set_role
from db.server.psp import keep_apart
from tests.conftest import NOW
from tests.factories.access import restricted
from tests.factories.journal import note_written
from tests.factories.visits import visit_planned
from tests.server.direct import (
    BENT,
    KARIN,
    PIA,
    REASON,
    ZOE,
    add,
    by_owner,
    run_as,
    state_of,
    way_in,
)
from tests.server.psql import psql
from tests.server.shared import COLLEAGUES, PASSWORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.server.shared import SharedOffice


@pytest.fixture(scope="module")
def erna(shared: SharedOffice) -> UUID:
    """Somebody whom Bent visits, with a note."""
    karin = shared.office(KARIN)
    erna = add(karin)
    visit_planned(karin, erna, visitor=BENT)
    note_written(karin, erna, text="All is well")
    return erna


def test_the_catalogue_finds_every_hole(shared: SharedOffice) -> None:
    holes = (
        "CREATE VIEW public.hole AS SELECT * FROM public.person",
        "CREATE MATERIALIZED VIEW public.hole AS SELECT id FROM public.person",
        "ALTER TABLE public.person NO FORCE ROW LEVEL SECURITY",
        "CREATE FUNCTION public.hole() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
        "GRANT SELECT ON public.person TO PUBLIC",
        "GRANT TEMPORARY ON DATABASE {0} TO PUBLIC",
        "ALTER TABLE public.person DISABLE TRIGGER is_stale",
    )
    for hole in holes:
        with shared.owner.connect() as connection:
            connection.exec_driver_sql(hole.format(shared.database))
            assert any(found.is_serious for found in check(connection)), hole
            connection.rollback()
    with shared.owner.connect() as connection:
        assert [found for found in check(connection) if found.is_serious] == []


def test_a_volunteer_sees_only_whom_they_visit(shared: SharedOffice, erna: UUID) -> None:
    other = add(shared.office(KARIN), given_name="Otto")

    seen = [row[0] for row in run_as(shared, BENT, "SELECT id FROM person")]

    assert seen == [erna]
    assert other not in seen
    assert shared.office(BENT).ask(client_card, erna) is not None
    # Nobody lets themselves in by planning a visit.
    assert state_of(
        shared,
        BENT,
        "INSERT INTO visit (id, version, client_id, visitor, planned_start, planned_end, place,"
        " place_note, status, not_held_reason, note) VALUES (gen_random_uuid(), 1,"
        f" '{other}', '{BENT}', now(), now(), 'home', '', 'planned', '', '')",
    ) == ("42501")


def test_the_office_chooses_for_how_long_a_volunteer_sees_whom_they_visited(
    shared: SharedOffice,
) -> None:
    karin, anna = shared.office(KARIN), shared.office()
    otto = add(karin, given_name="Otto")
    long_ago = (NOW - timedelta(days=100)).replace(tzinfo=None)
    visit = visit_planned(karin, otto, start=time(17), visitor=BENT)
    by_owner(shared, f"UPDATE visit SET planned_start = '{long_ago}' WHERE id = '{visit}'")
    assert shared.office(BENT).ask(client_card, otto) is not None

    anna.act(choose_number, VISITED_MONTHS, 3)
    assert shared.office(BENT).ask(client_card, otto) is None

    anna.act(choose_number, VISITED_MONTHS, VISITED_MONTHS.usual)
    assert shared.office(BENT).ask(client_card, otto) is not None
    by_owner(shared, f"UPDATE visit SET status = 'cancelled' WHERE id = '{visit}'")
    assert shared.office(BENT).ask(client_card, otto) is None


def test_nobody_asks_the_server_who_is_hidden(shared: SharedOffice) -> None:
    for name in COLLEAGUES:
        assert state_of(shared, name, "SELECT sec_inside.hidden(NULL)") == "42501"
        assert state_of(shared, name, "SELECT * FROM sec.restricted") == "42501"
        assert state_of(shared, name, "UPDATE sec.restricted SET people = '{}'") == "42501"


def test_break_glass_opens_a_card_for_an_hour_with_a_reason(shared: SharedOffice) -> None:
    karin, zoe = shared.office(KARIN), shared.office(ZOE)
    erna = add(karin, given_name="Hidden")
    restricted(karin, erna)
    assert zoe.ask(access_to_person, erna) is None

    with pytest.raises(Refused) as refused:
        zoe.act(break_glass, erna, "curious")
    assert refused.value.problems[0].message == TOO_SHORT
    zoe.act(break_glass, erna, REASON)

    found = zoe.ask(access_to_person, erna)
    assert found is not None
    opened = next(row for row in found.rows if row.who == ZOE)
    assert opened.reason == REASON
    assert opened.valid_until is not None
    assert (opened.valid_until - opened.valid_from).total_seconds() == 3600
    assert state_of(shared, BENT, f"SELECT sec.break_glass('{erna}', '{REASON}')") == "42501"
    assert state_of(shared, ZOE, f"SELECT sec.break_glass('{erna}', 'curious')") == "23514"
    karin.act(lift_restriction, erna)


def test_nobody_lets_themselves_in(shared: SharedOffice) -> None:
    karin = shared.office(KARIN)
    erna = add(karin, given_name="Closed")
    restricted(karin, erna)

    assert (
        state_of(
            shared,
            ZOE,
            "INSERT INTO person_access (id, version, person_id, who, valid_from, reason,"
            f" granted_by) VALUES (gen_random_uuid(), 1, '{erna}', '{ZOE}', now(), 'x', '{ZOE}')",
        )
        == "42501"
    )


def test_an_open_session_sees_nothing_once_its_access_ended(shared: SharedOffice) -> None:
    login = f"leaver_{shared.number}"
    with shared.owner.begin() as connection:
        add_login(connection, login, PASSWORD, Role.CASEWORKER, name="Lena Geht")
    way = way_in(shared, login)
    with psycopg.connect(**way, autocommit=True) as session:
        counted = "SELECT count(*) > 0 FROM member"
        assert session.execute(counted).fetchone() == (True,)
        # What a statement that races with the end of the session sees.
        by_owner(
            shared, "UPDATE member SET is_active = false, login = NULL WHERE login = :l", l=login
        )
        assert session.execute(counted).fetchone() == (False,)
        by_owner(shared, "UPDATE member SET login = :l WHERE name = 'Lena Geht'", l=login)
        with shared.engine("Anna Beispiel").begin() as connection:
            end_login(connection, login)
        with pytest.raises(psycopg.Error):
            session.execute(counted)
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        psycopg.connect(**way)


def test_another_role_holds_from_the_next_statement_on(shared: SharedOffice) -> None:
    login = shared.login(PIA)
    with shared.engine(PIA).connect() as session:
        assert session.execute(text("SELECT sec.role()")).scalar() == "psp_member"
        session.rollback()
        with shared.engine("Anna Beispiel").begin() as connection:
            set_role(connection, login, Role.VOLUNTEER)
        assert session.execute(text("SELECT count(*) FROM person")).scalar() == 0
        session.rollback()
        with shared.engine("Anna Beispiel").begin() as connection:
            set_role(connection, login, Role.PSP_MEMBER)


@pytest.mark.parametrize("change", ["role = 'caseworker'", "is_active = false"])
def test_a_volunteer_of_another_role_sees_nobody_by_earlier_visits(
    shared: SharedOffice, erna: UUID, change: str
) -> None:
    """What a statement sees before the login itself has changed its groups, or was ended."""
    counted = text("SELECT count(*) FROM person WHERE id = :erna"), {"erna": erna}
    with shared.engine(BENT).connect() as session:
        assert session.execute(*counted).scalar() == 1
        session.rollback()
        _quietly(shared, f"UPDATE member SET {change} WHERE name = '{BENT}'")
        try:
            assert session.execute(*counted).scalar() == 0
        finally:
            session.rollback()
            back = "UPDATE member SET role = 'volunteer', is_active = true"
            _quietly(shared, f"{back} WHERE name = '{BENT}'")


def _quietly(shared: SharedOffice, statement: str) -> None:
    """Change rows without what usually follows from it."""
    with shared.owner.begin() as connection:
        connection.execute(text("SET LOCAL session_replication_role = replica"))
        connection.execute(text(statement))


def test_colleagues_change_their_own_password_alone(shared: SharedOffice) -> None:
    kept = "SELECT rolpassword FROM pg_authid WHERE rolname = :login"
    before = by_owner(shared, kept, login=shared.login(ZOE))
    others = by_owner(shared, kept, login=shared.login(KARIN))

    with shared.engine(ZOE).begin() as connection:
        set_password(connection, shared.login(ZOE), "ein anderes Passwort")

    after = by_owner(shared, kept, login=shared.login(ZOE))
    assert after.startswith("SCRAM-SHA-256$")
    assert after != before
    assert by_owner(shared, kept, login=shared.login(KARIN)) == others


def test_only_administrators_manage_logins(shared: SharedOffice) -> None:
    for name, role in COLLEAGUES.items():
        if role is not Role.ADMINISTRATOR:
            assert (
                state_of(shared, name, f"SELECT sec.end_login('{shared.login(KARIN)}')") == "42501"
            )
            assert (
                state_of(shared, name, "SELECT sec.add_login('eve', 'x', 'dpo', 'Eve')") == "42501"
            )
    with shared.owner.connect() as connection, pytest.raises(Refused):
        add_login(connection, "postgres", PASSWORD, Role.DPO)


@pytest.fixture
def psp_table(shared: SharedOffice) -> Iterator[Table]:
    """A table as issue 8 will make them: with policies that let far too many through."""
    columns = (Column("id", Uuid(), primary_key=True), Column("version", Integer()))
    table = Table("psp_note", MetaData(), *columns, Column("text", Text()))
    with shared.owner.begin() as connection:
        table.create(connection)
        connection.exec_driver_sql(
            "ALTER TABLE psp_note OWNER TO nahbar_owner; ALTER TABLE psp_note ENABLE ROW LEVEL"
            " SECURITY; ALTER TABLE psp_note FORCE ROW LEVEL SECURITY; GRANT ALL ON psp_note TO"
            " nahbar_user; CREATE POLICY loose ON psp_note TO nahbar_user USING (true)"
        )
        for statement in keep_apart(table):
            connection.exec_driver_sql(statement)
    yield table
    with shared.owner.begin() as connection:
        table.drop(connection)


def test_psp_tables_are_seen_by_psp_members_alone_and_audited_without_contents(
    shared: SharedOffice, psp_table: Table
) -> None:
    key = uuid4()
    write = f"INSERT INTO psp_note VALUES ('{key}', 1, 'delicate')"
    run_as(shared, PIA, write)

    for name, role in COLLEAGUES.items():
        seen = psql(shared.engine(name).url, {"select": "SELECT * FROM psp_note", "insert": write})
        assert (seen["select"].rows > 0) is (role is Role.PSP_MEMBER)
        assert seen["insert"].is_denied is (role is not Role.PSP_MEMBER)
    with shared.owner.connect() as connection:
        line = connection.exec_driver_sql(
            "SELECT who, verb, key, version, columns, said FROM sec.audit"
            " WHERE table_name = 'psp_note'"
        ).one()
    assert tuple(line) == (PIA, "insert", None, None, None, None)


def test_two_set_ups_at_once_wait_for_each_other(shared: SharedOffice) -> None:
    with shared.owner.connect() as first, shared.owner.connect() as second:
        install(first)
        second.exec_driver_sql("SET lock_timeout = '200ms'")
        with pytest.raises(DBAPIError, match="lock timeout"):
            install(second)
        second.rollback()
        first.rollback()
