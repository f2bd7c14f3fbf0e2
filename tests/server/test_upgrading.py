"""Requirements of an upgrade: an office that was set up long ago stands as a new one does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import OperationalError

from app.errors import Unavailable
from db.server import check, install
from db.shared_schema import BUSY, need_tables

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tests.server.shared import SharedOffice

_OLD = """
CREATE FUNCTION sec_inside.met_since(of uuid) RETURNS timestamptz LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS 'BEGIN RETURN now(); END';
CREATE FUNCTION sec.met_by_rule() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER met_by_rule BEFORE INSERT ON public.person FOR EACH ROW
    EXECUTE FUNCTION sec.met_by_rule();
CREATE POLICY select_met ON public.person TO nahbar_user
    USING (sec_inside.met_since(id) IS NULL);
CREATE FUNCTION sec.wanted() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE VIEW public.of_an_administrator WITH (security_invoker) AS SELECT sec.wanted() AS one;
"""
"""What an earlier version may have installed, and a function that somebody else builds on."""
_INSTALLED = """
SELECT 'function ' || p.oid || p.oid::regprocedure FROM pg_proc p
    WHERE p.pronamespace IN ('sec'::regnamespace, 'sec_inside'::regnamespace)
UNION ALL SELECT 'trigger ' || t.tgname || ' ' || t.tgrelid::regclass
    FROM pg_trigger t WHERE NOT t.tgisinternal
UNION ALL SELECT 'policy ' || l.polname || ' ' || l.polrelid::regclass FROM pg_policy l
"""


def _installed(connection: Connection) -> set[str]:
    return set(connection.exec_driver_sql(_INSTALLED).scalars())


def test_an_upgrade_takes_away_what_is_guarded_no_more(shared: SharedOffice) -> None:
    with shared.owner.begin() as connection:
        before = _installed(connection)
        assert len(before) > 100
    with shared.owner.begin() as connection:
        connection.exec_driver_sql(_OLD)
        assert len(_installed(connection) - before) == 5
    with shared.owner.begin() as connection:
        install(connection)
    with shared.owner.begin() as connection:
        (kept,) = _installed(connection) - before
        assert kept.endswith("sec.wanted()")
        assert before <= _installed(connection)
        assert {f.message for f in check(connection) if f.is_serious} == set()
        connection.exec_driver_sql("DROP VIEW public.of_an_administrator")
        connection.exec_driver_sql("DROP FUNCTION sec.wanted()")


def test_two_upgrades_by_turns_leave_every_function_its_own(shared: SharedOffice) -> None:
    with shared.owner.begin() as connection:
        before = _installed(connection)
    for _ in range(2):
        with shared.owner.begin() as connection:
            install(connection)
            assert _installed(connection) == before


def test_an_upgrade_waits_for_who_is_at_work_and_hinders_nobody_meanwhile(
    shared: SharedOffice,
) -> None:
    """Tables taken one by one would make it and a desk wait for each other."""
    everything = "LOCK TABLE public.note, public.visit IN ACCESS EXCLUSIVE MODE NOWAIT"
    with shared.owner.connect() as desk, shared.owner.connect() as upgrade:
        desk.exec_driver_sql("SELECT FROM public.person")
        with pytest.raises(Unavailable) as trouble:
            need_tables(upgrade, 0)
        assert trouble.value.problem.message == BUSY
        desk.exec_driver_sql(everything)
        desk.rollback()
        need_tables(upgrade, 5)
        with pytest.raises(OperationalError, match="could not obtain lock"):
            desk.exec_driver_sql(everything)
        desk.rollback()
        upgrade.rollback()
