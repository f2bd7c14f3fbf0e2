"""Requirements of the audit and of notices: nobody tampers, nobody holds up the others."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.audit.actions import check_audit
from db.people import Person
from db.server import check_chain
from tests.factories.journal import note_written
from tests.factories.visits import visit_planned
from tests.server.direct import (
    BENT,
    KARIN,
    ZOE,
    add,
    by_owner,
    state_of,
    way_in,
)
from tests.server.shared import COLLEAGUES

if TYPE_CHECKING:
    from app.office import Act
    from tests.server.shared import SharedOffice


@pytest.fixture(scope="module")
def erna(shared: SharedOffice) -> UUID:
    """Somebody whom Bent visits, with a note."""
    karin = shared.office(KARIN)
    erna = add(karin)
    visit_planned(karin, erna, visitor=BENT)
    note_written(karin, erna, text="All is well")
    return erna


def test_every_change_is_a_line_that_nobody_changes(shared: SharedOffice, erna: UUID) -> None:
    found = by_owner(
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
            assert state_of(shared, name, statement) == "42501", (name, statement)
    with (
        shared.owner.connect() as connection,
        pytest.raises(DBAPIError, match="only ever added to"),
    ):
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


def test_a_noted_end_is_found_again_in_the_chain_of_the_server(shared: SharedOffice) -> None:
    dora = shared.office("Dora Schutz")
    noted = dora.act(check_audit).value.end_hash
    add(shared.office(KARIN))
    found = dora.act(check_audit, noted[:20].upper()).value
    assert found.is_whole
    assert found.met
    assert found.met_at is not None
    assert found.end_hash != noted
    never = dora.act(check_audit, "0" * 64).value
    assert (never.met, never.is_whole) == (0, False)
    with pytest.raises(DBAPIError), shared.office(KARIN)._engine.connect() as connection:
        connection.execute(text("SELECT * FROM sec.find_end('0000000000000000')"))


def test_nobody_holds_up_the_others_by_the_end_of_the_chain(shared: SharedOffice) -> None:
    for name in COLLEAGUES:
        assert state_of(shared, name, "SELECT * FROM sec.audit_head FOR UPDATE") == "42501"
        assert state_of(shared, name, "LOCK TABLE sec.audit_head") == "42501"
    with shared.engine(ZOE).connect() as holding:
        holding.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
        holding.exec_driver_sql(
            "INSERT INTO own_word (id, version, language, word)"
            " VALUES (gen_random_uuid(), 1, 'de', 'Schnack')"
        )
        add(shared.office(KARIN), given_name="Meanwhile")  # does not wait
        holding.rollback()
    add(shared.office(KARIN), given_name="Afterwards")
    with shared.owner.begin() as connection:
        assert check_chain(connection).is_whole
        assert connection.exec_driver_sql("SELECT count(*) FROM sec.audit_open").scalar() == 0


def test_notices_tell_a_key_and_a_version_and_of_many_rows_only_the_table(
    shared: SharedOffice,
) -> None:
    with psycopg.connect(**way_in(shared, shared.login(ZOE)), autocommit=True) as listener:
        listener.execute("LISTEN nahbar")
        karin = shared.office(KARIN)
        erna = add(karin, given_name="Told")
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
