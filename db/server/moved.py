"""What is kept of an office that is brought to a server: its parts, and what waits for the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db.channel import CHANNEL
from db.server.names import AUDIT, BACKUP, USER
from db.tables import metadata

if TYPE_CHECKING:
    from datetime import datetime

    from db.lines import Raw

_TABLES = f"""
CREATE TABLE IF NOT EXISTS sec.moved (
    office uuid PRIMARY KEY, name text NOT NULL, begun_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz, kept_lines uuid[] NOT NULL, connections integer NOT NULL,
    indexes text[] NOT NULL, rows bigint);
CREATE TABLE IF NOT EXISTS sec.moved_part (
    office uuid NOT NULL REFERENCES sec.moved, table_name text NOT NULL, number integer NOT NULL,
    first_row bigint NOT NULL, last_row bigint NOT NULL, rows bigint NOT NULL,
    left_sum numeric NOT NULL, right_sum numeric NOT NULL,
    PRIMARY KEY (office, table_name, number));
ALTER TABLE sec.moved OWNER TO {AUDIT};
ALTER TABLE sec.moved_part OWNER TO {AUDIT};
REVOKE ALL ON sec.moved, sec.moved_part FROM PUBLIC;
GRANT SELECT ON sec.moved, sec.moved_part TO {BACKUP};
"""
_SESSION = """
SET timezone = 'UTC'; SET datestyle = 'ISO'; SET bytea_output = 'hex';
SET extra_float_digits = 1; SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0;
SET maintenance_work_mem = '256MB'; SET search_path = pg_catalog;
"""
_LOCK = "SELECT pg_try_advisory_lock(hashtext('nahbar server'))"
"""The same lock as that of a set-up or an upgrade, for the whole session."""
_LEFT_OUT = frozenset({"office", "office_setting", "member", "audit_line", "last_here"})
"""What setting up, letting in and looking around leave in an office that is still new."""
_INDEXES = """
SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = 'public'::regnamespace
AND NOT i.indisprimary AND NOT EXISTS (
    SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)"""
_BEGIN = (
    "INSERT INTO sec.moved (office, name, kept_lines, connections, indexes)"
    " SELECT %s, %s, coalesce((SELECT array_agg(id) FROM public.audit_line), '{}'),"
    " datconnlimit, %s FROM pg_database WHERE datname = current_database()"
)
_SHUT_OUT = f"""
SELECT pg_terminate_backend(s.pid) FROM pg_stat_activity s JOIN pg_roles r ON r.oid = s.usesysid
WHERE s.datname = current_database() AND s.pid <> pg_backend_pid() AND NOT r.rolsuper
AND pg_has_role(r.oid, '{USER}', 'MEMBER')"""
_AUDIT = (
    "WITH w AS (INSERT INTO sec.audit (who, table_name, verb, said)"
    " VALUES (%s, %s, 'insert', 'rows: ' || %s::text) RETURNING n)"
    " INSERT INTO sec.audit_open (xid, first_n) SELECT pg_current_xact_id(), n FROM w"
    " ON CONFLICT DO NOTHING"
)


class Move(NamedTuple):
    """An office that was, or is being, brought to a server."""

    office: str
    name: str
    begun_at: datetime
    ended_at: datetime | None


def prepare(driver: Raw) -> bool:
    """Make the session and the tables ready; answer whether nobody else is at it."""
    driver.execute(_SESSION)
    is_alone: bool = driver.execute(_LOCK).fetchone()[0]
    if is_alone:
        driver.execute(_TABLES)
    return is_alone


def moves(driver: Raw) -> list[Move]:
    """Answer every office that was brought to this database."""
    rows = driver.execute("SELECT office::text, name, begun_at, ended_at FROM sec.moved").fetchall()
    return [Move(*row) for row in rows]


def in_the_way(driver: Raw) -> list[str]:
    """Answer the tables in which something is that a new office does not hold."""
    return [
        table.name
        for table in metadata.sorted_tables
        if table.name not in _LEFT_OUT
        and driver.execute(f"SELECT EXISTS (SELECT FROM public.{table.name})").fetchone()[0]
    ]


def begin(driver: Raw, office: str, name: str) -> None:
    """Begin a move: shut colleagues out, drop what only slows it down, note it all."""
    with driver.transaction():
        indexes = driver.execute(_INDEXES).fetchall()
        driver.execute(_BEGIN, (office, name, [made for _name, made in indexes]))
        for index, _made in indexes:
            driver.execute(f"DROP INDEX {index}")
        _empty(driver, ("office", "office_setting", "last_here"))
    shut_out(driver)


def shut_out(driver: Raw) -> None:
    """Let nobody in but who looks after the server, until the move has ended."""
    _limit(driver, 0)
    driver.execute(_SHUT_OUT)


def start_anew(driver: Raw, office: str) -> None:
    """Take back every part, because the office was changed since."""
    with driver.transaction():
        driver.execute("DELETE FROM sec.moved_part WHERE office = %s", (office,))
        names = [t.name for t in metadata.sorted_tables if t.name not in {"member", "audit_line"}]
        _empty(driver, (*names, "note_words"))
        driver.execute("SET LOCAL session_replication_role = replica")
        driver.execute(
            "DELETE FROM public.audit_line a USING sec.moved m WHERE m.office = %s"
            " AND a.id <> ALL (m.kept_lines)",
            (office,),
        )


def set_indexes(driver: Raw, office: str, told: Raw) -> None:
    """Make the indexes again that are still missing; `told` hears of each: done, of all."""
    made = driver.execute("SELECT indexes FROM sec.moved WHERE office = %s", (office,)).fetchone()
    for number, index in enumerate(made[0]):
        told(number, len(made[0]))
        driver.execute(index.replace(" INDEX ", " INDEX IF NOT EXISTS ", 1))
    # Counts are read from an index alone only where the server knows that all may see the rows.
    driver.execute("VACUUM (ANALYZE)")


def end(driver: Raw, office: str, who: str, rows: dict[str, int]) -> None:
    """Note in the audit what came, and that the move has ended; colleagues may come."""
    for table, many in rows.items():
        if many:
            driver.execute(_AUDIT, (who, table, many))
    driver.execute(
        "UPDATE sec.moved SET ended_at = now(), rows = %s WHERE office = %s",
        (sum(rows.values()), office),
    )
    limit = driver.execute("SELECT connections FROM sec.moved WHERE office = %s", (office,))
    _limit(driver, limit.fetchone()[0])
    driver.execute(f"SELECT pg_notify('{CHANNEL}', 'office::')")


def _empty(driver: Raw, tables: tuple[str, ...]) -> None:
    driver.execute("SET LOCAL session_replication_role = replica")
    for name in tables:
        driver.execute(f"DELETE FROM public.{name}")
    driver.execute("SET LOCAL session_replication_role = origin")


def _limit(driver: Raw, many: int) -> None:
    driver.execute(
        "DO $do$ BEGIN EXECUTE format('ALTER DATABASE %I CONNECTION LIMIT "
        f"{many}', current_database()); END $do$"
    )
