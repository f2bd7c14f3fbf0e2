"""Installs everything that guards a shared office, on top of a schema that is up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.access.rules import Role
from db.server import psp
from db.server.audit import audit_script
from db.server.breaking_glass import breaking_glass_script
from db.server.erasing import erasing_script
from db.server.identity import identity_script
from db.server.leftovers import leftovers_script
from db.server.living import living_script
from db.server.logins import logins_script
from db.server.names import AUDIT, BACKUP, GUARD, INSIDE, OWNER, SCHEMA, USER, group, groups
from db.server.never_twice import never_twice_script
from db.server.policies import WITHOUT_RIGHTS, policies_script
from db.server.restricted import restricted_script
from db.server.triggers import triggers_script
from db.server.visiting import visiting_functions, visiting_script
from db.server.watching import watching_script
from db.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

_ATTRIBUTES = {
    OWNER: "NOLOGIN",
    GUARD: "NOLOGIN BYPASSRLS CREATEROLE",
    AUDIT: "NOLOGIN",
    USER: "NOLOGIN",
    BACKUP: "NOLOGIN BYPASSRLS",
    **{group(role): "NOLOGIN" for role in Role},
}
_CALLED_BY_POLICIES = (
    "sec_inside.hidden(text[])",
    "sec_inside.hidden_notes()",
    "sec_inside.visited()",
    "sec_inside.visited_notes()",
    "sec_inside.met()",
    *psp.CALLED_BY_POLICIES,
)
_CALLED_BY_ALL = (
    "sec.role()",
    "sec.last_reached(uuid)",
    "public.nahbar_me()",
    "public.nahbar_now()",
)


def install(connection: Connection) -> tuple[str, ...]:
    """Make or renew roles, functions, policies, grants and triggers; answer what was done.

    Carried out in the transaction of `connection`, by whoever looks after the server. A second
    time changes nothing; two at once wait for each other. Existing data stay untouched.
    """
    said: list[str] = []
    for title, script in _steps():
        _run(connection, script)
        said.append(title)
    return tuple(said)


def _steps() -> Iterator[tuple[str, str]]:
    tables = len(metadata.tables) + len(WITHOUT_RIGHTS)
    yield "roles: owner, guard, audit, backup, users and one group for each role", _roles()
    yield "schema: what guards stands apart from the office's tables", _schema()
    yield "identity: who asks, and whom they may know of", identity_script()
    yield "visitors: whom a volunteer may know of", visiting_functions()
    yield "psp: who sits in which group, and has it open", psp.functions_script()
    yield f"policies: {tables} tables under row level security", policies_script()
    yield "audit: append-only lines in a chain of hashes", audit_script()
    yield "triggers: versions, closed files, what is removed", triggers_script()
    yield "restricted: who is known to few, kept ready for all policies", restricted_script()
    yield "visiting: who visits whom, kept ready for all policies", visiting_script()
    yield "never twice: a time is given away once, whoever may see it", never_twice_script()
    yield "watching: audit lines and notices of every table", watching_script()
    yield "psp: groups stand apart, and are audited without contents", psp.apart_script()
    yield "erasing: core records go by one function alone", erasing_script()
    yield "break-glass: one hour, with a reason", breaking_glass_script()
    yield "living together: whether an act was saved though its answer was lost", living_script()
    yield "planner: what it takes an office's questions to cost", _planner()
    yield "logins: added, ended and changed by administrators", logins_script()
    yield "leftovers: nothing stays of what earlier versions installed", leftovers_script()
    yield "public: nothing is left to everyone", _close()


def _run(connection: Connection, script: str) -> None:
    """Send many statements at once, in the transaction of the connection."""
    connection.execution_options(no_parameters=True).exec_driver_sql(script)


def _roles() -> str:
    # Roles belong to the whole server: offices that are set up at once wait here.
    parts = ["LOCK TABLE pg_catalog.pg_authid IN SHARE ROW EXCLUSIVE MODE;"]
    for name, attributes in _ATTRIBUTES.items():
        parts.append(
            f"DO $do$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{name}')"
            f" THEN CREATE ROLE {name} {attributes}; ELSE ALTER ROLE {name} {attributes};"
            " END IF; END $do$;"
        )
    parts += [
        f"GRANT {USER}, {groups(Role)} TO {GUARD} WITH ADMIN OPTION;",
        f"GRANT pg_signal_backend TO {GUARD};",
        (
            "DO $do$ BEGIN EXECUTE format('GRANT CONNECT ON DATABASE %I TO "
            f"{GUARD} WITH GRANT OPTION', current_database());"
            " EXECUTE format('GRANT CONNECT ON DATABASE %I TO "
            f"{BACKUP}', current_database());"
            " EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());"
            " END $do$;"
        ),
    ]
    return "\n".join(parts)


def _schema() -> str:
    everyone = f"{USER}, {GUARD}, {AUDIT}, {BACKUP}, {OWNER}"
    # What tells nothing about a row and costs less than 10 is asked before the policy, so that
    # a search looks only at notes that have the word.
    return f"""
CREATE SCHEMA IF NOT EXISTS {SCHEMA};
CREATE SCHEMA IF NOT EXISTS {INSIDE};
REVOKE ALL ON SCHEMA public, {SCHEMA}, {INSIDE} FROM PUBLIC;
GRANT USAGE ON SCHEMA public, {SCHEMA} TO {everyone};
GRANT USAGE ON SCHEMA {INSIDE} TO {GUARD};
GRANT CREATE ON SCHEMA public TO {OWNER};
ALTER FUNCTION pg_catalog.ts_match_vq(tsvector, tsquery) LEAKPROOF COST 9;
CREATE OR REPLACE FUNCTION sec.drop_policies(of regclass) RETURNS void LANGUAGE plpgsql AS $body$
DECLARE one record; BEGIN
FOR one IN SELECT polname FROM pg_policy WHERE polrelid = of LOOP
    EXECUTE format('DROP POLICY %I ON %s', one.polname, of);
END LOOP; END $body$;
"""


def _planner() -> str:
    # An office is read from memory; compiling its many short questions takes longer than they do.
    return "".join(
        "DO $do$ BEGIN EXECUTE format('ALTER DATABASE %I SET "
        f"{setting}', current_database()); END $do$;"
        for setting in ("jit = off", "random_page_cost = 1.1")
    )


def _close() -> str:
    parts = [
        f"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public, {SCHEMA}, {INSIDE} FROM PUBLIC;",
        f"REVOKE ALL ON ALL TABLES IN SCHEMA public, {SCHEMA} FROM PUBLIC;",
        f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public, {SCHEMA} FROM PUBLIC;",
    ]
    everyone = f"{USER}, {GUARD}, {AUDIT}, {BACKUP}, {OWNER}"
    parts += [
        *(f"GRANT EXECUTE ON FUNCTION {name} TO {everyone};" for name in _CALLED_BY_ALL),
        *(f"GRANT EXECUTE ON FUNCTION {name} TO {USER};" for name in _CALLED_BY_POLICIES),
    ]
    parts.append(f"GRANT EXECUTE ON FUNCTION sec.need(text[]), sec.is_owner() TO {AUDIT};")
    return "\n".join(parts)
