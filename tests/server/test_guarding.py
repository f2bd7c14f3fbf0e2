"""Requirements of what the database itself refuses, keeps and writes down: abuse by direct SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import psycopg
import pytest
from sqlalchemy import Column, Integer, MetaData, Table, Text, Uuid, text
from sqlalchemy.exc import DBAPIError

from app.access.actions import break_glass, lift_restriction
from app.access.queries import access_to_person
from app.access.rules import Role
from app.access.rules.breaking_glass import TOO_SHORT
from app.clients.actions import add_client
from app.clients.queries import client_card
from app.errors import Conflict, Refused
from db.belongings import about_people
from db.erasing import erase
from db.people import Person
from db.server import add_login, check, check_chain, end_login, install, set_role
from db.server.psp import keep_apart
from tests.factories.access import restricted
from tests.factories.clients import client_details
from tests.factories.journal import note_written
from tests.factories.visits import visit_planned
from tests.server.psql import psql
from tests.server.shared import COLLEAGUES, PASSWORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from app.office import Act, Office
    from tests.server.shared import SharedOffice

ZOE, KARIN, BENT, PIA = "Zoe Amt", "Karin Vogt", "Bent Holm", "Pia Sand"
REASON = "She called and spoke of ending her life"


def _add(office: Office, **fields: str) -> UUID:
    return office.act(add_client, uuid4(), client_details(**fields)).value


def _run(shared: SharedOffice, name: str, *statements: str) -> list[Any]:
    """Carry out statements as a colleague, for good; answer the rows of the last."""
    with shared.engine(name).begin() as connection:
        for statement in statements[:-1]:
            connection.exec_driver_sql(statement)
        found = connection.exec_driver_sql(statements[-1])
        return found.all() if found.returns_rows else []  # type: ignore[return-value]  # any rows


def _state(shared: SharedOffice, name: str, *statements: str) -> str:
    """Answer the SQLSTATE with which the server refuses; "" when it does not."""
    try:
        _run(shared, name, *statements)
    except DBAPIError as error:
        return str(getattr(error.orig, "sqlstate", ""))
    return ""


def _by_owner(shared: SharedOffice, statement: str, **values: object) -> Any:  # noqa: ANN401 - any answer
    with shared.owner.begin() as connection:
        found = connection.execute(text(statement), values)
        return found.scalar() if found.returns_rows else None


def _way(shared: SharedOffice, login: str) -> dict[str, Any]:
    """Answer how the driver alone comes in as a login."""
    told = shared.url.translate_connect_args(database="dbname", username="user")
    return {**told, **shared.url.query, "user": login, "password": PASSWORD}


@pytest.fixture(scope="module")
def erna(shared: SharedOffice) -> UUID:
    """Somebody whom Bent visits, with a note."""
    karin = shared.office(KARIN)
    erna = _add(karin)
    visit_planned(karin, erna, visitor=BENT)
    note_written(karin, erna, text="All is well")
    return erna


# ------------------------------------------------------------------- 27: the catalogue


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


# ------------------------------------------------------------------- who sees whom


def test_a_volunteer_sees_only_whom_they_visit(shared: SharedOffice, erna: UUID) -> None:
    other = _add(shared.office(KARIN), given_name="Otto")

    seen = [row[0] for row in _run(shared, BENT, "SELECT id FROM person")]

    assert seen == [erna]
    assert other not in seen
    assert shared.office(BENT).ask(client_card, erna) is not None
    # Nobody lets themselves in by planning a visit.
    assert _state(
        shared,
        BENT,
        "INSERT INTO visit (id, version, client_id, visitor, planned_start, planned_end, place,"
        " place_note, status, not_held_reason, note) VALUES (gen_random_uuid(), 1,"
        f" '{other}', '{BENT}', now(), now(), 'home', '', 'planned', '', '')",
    ) == ("42501")


def test_nobody_asks_the_server_who_is_hidden(shared: SharedOffice) -> None:
    for name in COLLEAGUES:
        assert _state(shared, name, "SELECT * FROM sec_inside.hidden()") == "42501"


def test_break_glass_opens_a_card_for_an_hour_with_a_reason(shared: SharedOffice) -> None:
    karin, zoe = shared.office(KARIN), shared.office(ZOE)
    erna = _add(karin, given_name="Hidden")
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
    assert _state(shared, BENT, f"SELECT sec.break_glass('{erna}', '{REASON}')") == "42501"
    assert _state(shared, ZOE, f"SELECT sec.break_glass('{erna}', 'curious')") == "23514"
    karin.act(lift_restriction, erna)


def test_nobody_lets_themselves_in(shared: SharedOffice) -> None:
    karin = shared.office(KARIN)
    erna = _add(karin, given_name="Closed")
    restricted(karin, erna)

    assert (
        _state(
            shared,
            ZOE,
            "INSERT INTO person_access (id, version, person_id, who, valid_from, reason,"
            f" granted_by) VALUES (gen_random_uuid(), 1, '{erna}', '{ZOE}', now(), 'x', '{ZOE}')",
        )
        == "42501"
    )


# ------------------------------------------------------------------- 28: revoked access


def test_an_open_session_sees_nothing_once_its_access_ended(shared: SharedOffice) -> None:
    login = f"leaver_{shared.number}"
    with shared.owner.begin() as connection:
        add_login(connection, login, PASSWORD, Role.CASEWORKER, name="Lena Geht")
    way = _way(shared, login)
    with psycopg.connect(**way, autocommit=True) as session:
        counted = "SELECT count(*) > 0 FROM person"
        assert session.execute(counted).fetchone() == (True,)
        # What a statement that races with the end of the session sees.
        _by_owner(shared, "UPDATE member SET is_active = false, login = NULL WHERE login = :l", l=login)
        assert session.execute(counted).fetchone() == (False,)
        _by_owner(shared, "UPDATE member SET login = :l WHERE name = 'Lena Geht'", l=login)
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


def test_only_administrators_manage_logins(shared: SharedOffice) -> None:
    for name, role in COLLEAGUES.items():
        if role is not Role.ADMINISTRATOR:
            assert _state(shared, name, f"SELECT sec.end_login('{shared.login(KARIN)}')") == "42501"
            assert _state(shared, name, "SELECT sec.add_login('eve', 'x', 'dpo', 'Eve')") == "42501"
    with shared.owner.connect() as connection, pytest.raises(Refused):
        add_login(connection, "postgres", PASSWORD, Role.DPO)


# ------------------------------------------------------------------- 21: versions


def test_a_change_that_does_not_count_the_version_is_refused(
    shared: SharedOffice, erna: UUID
) -> None:
    assert _state(shared, ZOE, f"UPDATE person SET hint = 'x' WHERE id = '{erna}'") == "40001"

    def sneak(act: Act) -> None:
        act.session.execute(text("UPDATE person SET hint = 'x' WHERE id = :id"), {"id": erna})

    with pytest.raises(Conflict):
        shared.office(ZOE).act(sneak)


# ------------------------------------------------------------------- 29, 30: the audit


def test_every_change_is_a_line_that_nobody_changes(shared: SharedOffice, erna: UUID) -> None:
    found = _by_owner(
        shared, "SELECT who || ' ' || verb FROM sec.audit WHERE key = :key", key=str(erna)
    )
    assert found == f"{KARIN} insert"
    for name in COLLEAGUES:
        for statement in (
            "UPDATE sec.audit SET who = 'x'",
            "DELETE FROM sec.audit",
            "TRUNCATE sec.audit",
            "INSERT INTO sec.audit (who, table_name, verb) VALUES ('x', 'x', 'x')",
            "DELETE FROM sec.audit_seal",
            "UPDATE sec.audit_head SET n = 0",
            "DELETE FROM audit_line",
            "UPDATE audit_line SET who = 'x'",
        ):
            assert _state(shared, name, statement) == "42501", (name, statement)
    with shared.owner.connect() as connection:
        with pytest.raises(DBAPIError, match="only ever added to"):
            connection.exec_driver_sql("DELETE FROM sec.audit")


def test_the_chain_shows_what_somebody_with_all_rights_changed(shared: SharedOffice) -> None:
    with shared.engine("Dora Schutz").begin() as connection:
        assert check_chain(connection).is_whole
    for change in (
        "UPDATE sec.audit SET who = 'Nobody' WHERE n = (SELECT min(n) FROM sec.audit)",
        "DELETE FROM sec.audit WHERE n = (SELECT min(n) + 1 FROM sec.audit)",
        "INSERT INTO sec.audit (who, table_name, verb, xid) VALUES ('x', 'x', 'x', '1')",
        "DELETE FROM sec.audit_seal WHERE n = (SELECT max(n) FROM sec.audit_seal)",
    ):
        with shared.owner.connect() as connection:
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
            connection.exec_driver_sql(change)
            assert not check_chain(connection).is_whole, change
            connection.rollback()


def test_nobody_holds_up_the_others_by_the_end_of_the_chain(shared: SharedOffice) -> None:
    for name in COLLEAGUES:
        assert _state(shared, name, "SELECT * FROM sec.audit_head FOR UPDATE") == "42501"
        assert _state(shared, name, "LOCK TABLE sec.audit_head") == "42501"
    with shared.engine(ZOE).connect() as holding:
        holding.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
        holding.exec_driver_sql(
            "INSERT INTO own_word (id, version, language, word)"
            " VALUES (gen_random_uuid(), 1, 'de', 'Schnack')"
        )
        _add(shared.office(KARIN), given_name="Meanwhile")  # does not wait
        holding.rollback()
    _add(shared.office(KARIN), given_name="Afterwards")
    with shared.owner.begin() as connection:
        assert check_chain(connection).is_whole
        assert connection.exec_driver_sql("SELECT count(*) FROM sec.audit_open").scalar() == 0


# ------------------------------------------------------------------- 31: notices


def test_notices_tell_a_key_and_a_version_and_of_many_rows_only_the_table(
    shared: SharedOffice,
) -> None:
    with psycopg.connect(**_way(shared, shared.login(ZOE)), autocommit=True) as listener:
        listener.execute("LISTEN nahbar")
        karin = shared.office(KARIN)
        erna = _add(karin, given_name="Told")
        told = [notice.payload for notice in listener.notifies(timeout=5, stop_after=2)]
        assert f"person:{erna}:1" in told
        karin.act(_add_many)
        many = [notice.payload for notice in listener.notifies(timeout=5, stop_after=21)]
        assert many[-1] == "person::"
        assert len(set(many)) <= 21


def _add_many(act: Act) -> None:
    rows = [
        Person(id=uuid4(), given_name="Many", family_name="M", country="DE", sort_key_de="m",
               sort_key_da="m")
        for _ in range(60)
    ]  # fmt: skip
    act.session.add_all(rows)


# ------------------------------------------------------------------- what goes, what is closed


def test_what_a_colleague_removes_is_kept_where_only_the_guard_reads(
    shared: SharedOffice, erna: UUID
) -> None:
    zoe = shared.office(ZOE)
    note = note_written(zoe, erna, text="A wrong word")
    _run(shared, ZOE, f"DELETE FROM note WHERE id = '{note}'")

    kept = _by_owner(
        shared,
        "SELECT held->>'text' FROM sec.removed WHERE held->>'id' = :id AND :erna = ANY (people)",
        id=str(note),
        erna=erna,
    )
    assert kept == "A wrong word"
    for name in COLLEAGUES:
        assert _state(shared, name, "SELECT * FROM sec.removed") == "42501"
        assert _state(shared, name, f"DELETE FROM person WHERE id = '{erna}'") == "42501"


def test_erasing_takes_everything_and_is_a_right(shared: SharedOffice) -> None:
    karin = shared.office(KARIN)
    otto = _add(karin, given_name="Otto", hint="Kanarienvogel")
    note = note_written(karin, otto, text="Kanarienvogel")
    _run(shared, KARIN, f"DELETE FROM note WHERE id = '{note}'")

    def go(act: Act) -> dict[str, int]:
        return erase(act.session.connection(), [otto])

    with pytest.raises(Refused):
        karin.act(go)
    counts = shared.office("Dora Schutz").act(go).value

    assert counts["person"] == 1
    with shared.owner.connect() as connection:
        for table in (*(table.name for _entry, table in about_people()), "sec.removed"):
            assert not _holds(connection, table), table


def _holds(connection: Connection, table: str) -> bool:
    found = text(f"SELECT count(*) FROM {table} t WHERE t::text LIKE '%Kanarienvogel%'")
    return bool(connection.execute(found).scalar())


def test_closed_files_are_only_read(shared: SharedOffice) -> None:
    karin = shared.office(KARIN)
    dead = _add(karin, given_name="Dead")
    _run(
        shared,
        KARIN,
        f"UPDATE person SET status = 'deceased', version = version + 1 WHERE id = '{dead}'",
    )
    planned = (
        "INSERT INTO visit (id, version, client_id, visitor, planned_start, planned_end, place,"
        " place_note, status, not_held_reason, note) VALUES (gen_random_uuid(), 1,"
        f" '{dead}', 'x', now(), now(), 'home', '', 'planned', '', '')"
    )
    assert _state(shared, KARIN, planned) == "NB001"
    assert _state(shared, KARIN, "UPDATE letter SET subject = 'x'") == "42501"
    assert _state(shared, KARIN, "UPDATE note_version SET fields = 'x'") == "42501"


# ------------------------------------------------------------------- PSP


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
    _run(shared, PIA, write)

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
