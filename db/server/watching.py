"""Triggers that write the audit and tell the other desks, once for each statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.channel import CHANNEL
from db.dictionary import DICTIONARY, Retention
from db.server.identity import function
from db.server.names import AUDIT
from db.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Table

MOST_TOLD = 20
"""Rows of one transaction that are told by their keys; of more only the table is told."""
_QUIET = frozenset({Retention.TYPING, Retention.SEARCH, Retention.AUDIT, Retention.PSP})
"""What nobody's page shows."""
_QUIET_TABLES = frozenset({"look", "last_here"})
_SEARCH = frozenset(entry.table for entry in DICTIONARY if entry.retention is Retention.SEARCH)
UNWATCHED = _SEARCH | {"address_point", "draft", "last_here"}
"""What is made again at any time (from its file, too), or only being typed, is not audited."""
_APART = frozenset(entry.table for entry in DICTIONARY if entry.retention is Retention.PSP)
_TOLD = frozenset(
    entry.table
    for entry in DICTIONARY
    if entry.retention not in _QUIET and entry.table not in _QUIET_TABLES
)


def watching_script() -> str:
    """Answer the SQL of the triggers of every table."""
    return "\n".join(
        piece
        for table in metadata.sorted_tables
        if table.name not in UNWATCHED | _APART  # those get their own, see `db.server.psp`
        for piece in watch(table, is_told=table.name in _TOLD)
    )


def watch(table: Table, *, is_told: bool = True, is_psp: bool = False) -> Iterator[str]:
    """Answer the SQL that audits one table; of a PSP table neither keys nor columns are kept."""
    name = f"sec.watch_{table.name}()"
    yield function(name, "trigger", _body(table, is_told=is_told, is_psp=is_psp), AUDIT)
    for verb, rows in (
        ("INSERT", "NEW TABLE AS new_rows"),
        ("UPDATE", "OLD TABLE AS old_rows NEW TABLE AS new_rows"),
        ("DELETE", "OLD TABLE AS old_rows"),
    ):
        yield (
            f"CREATE OR REPLACE TRIGGER watch_{verb.lower()} AFTER {verb} ON public.{table.name}"
            f" REFERENCING {rows} FOR EACH STATEMENT EXECUTE FUNCTION {name};"
        )


def _body(table: Table, *, is_told: bool, is_psp: bool) -> str:
    branches = {
        "INSERT": ("new_rows r", "NULL::text[]"),
        "DELETE": ("old_rows r", "NULL::text[]"),
        "UPDATE": (f"new_rows r JOIN old_rows o USING ({_keys(table)})", _changed(table)),
    }
    written = " ELS".join(
        f"IF TG_OP = '{verb}' THEN {_write(table, *parts, is_psp=is_psp)}"
        for verb, parts in branches.items()
    )
    told = _tell(table, is_psp=is_psp) if is_told else ""
    return f"""
DECLARE me text := public.nahbar_me(); first bigint; rows bigint; BEGIN
IF sec.is_owner() THEN {_in_bulk(table)} ELSE {written} END IF; END IF;
IF first IS NULL THEN RETURN NULL; END IF;
INSERT INTO sec.audit_open (xid, first_n) VALUES (pg_current_xact_id(), first)
    ON CONFLICT DO NOTHING;
{told}
RETURN NULL; END"""


def _write(table: Table, rows: str, columns: str, *, is_psp: bool) -> str:
    version = "r.version" if "version" in table.c else "NULL"
    key, said = _key(table), _said(table)
    if is_psp:
        version = key = said = columns = "NULL"
    return f"""
WITH written AS (INSERT INTO sec.audit (who, table_name, verb, key, version, columns, said)
    SELECT me, '{table.name}', lower(TG_OP), {key}, {version}, {columns}, {said} FROM {rows}
    RETURNING n)
SELECT min(n), count(*) INTO first, rows FROM written;"""


def _in_bulk(table: Table) -> str:
    """Answer the SQL of one line for all rows: a server that is moved writes millions."""
    return f"""
IF TG_OP = 'DELETE' THEN SELECT count(*) INTO rows FROM old_rows;
ELSE SELECT count(*) INTO rows FROM new_rows; END IF;
IF rows > 0 THEN
    INSERT INTO sec.audit (who, table_name, verb, said)
        VALUES (me, '{table.name}', lower(TG_OP), 'rows: ' || rows) RETURNING n INTO first;
END IF;"""


def _tell(table: Table, *, is_psp: bool) -> str:
    whole = f"PERFORM pg_notify('{CHANNEL}', '{table.name}::');"
    if is_psp or "id" not in table.c or "version" not in table.c:
        return whole
    told = f"PERFORM pg_notify('{CHANNEL}', '{table.name}:' || r.id || ':' || r.version)"
    return (
        "rows := rows + coalesce(nullif(current_setting('nahbar.told', true), ''), '0')::bigint;"
        " PERFORM set_config('nahbar.told', rows::text, true);"
        f" IF rows > {MOST_TOLD} OR sec.is_owner() THEN {whole}"
        f" ELSIF TG_OP = 'DELETE' THEN {told} FROM old_rows r;"
        f" ELSE {told} FROM new_rows r; END IF;"
    )


def _keys(table: Table) -> str:
    return ", ".join(f'"{column.name}"' for column in table.primary_key)


def _key(table: Table) -> str:
    return "concat_ws('/', " + ", ".join(f'r."{c.name}"' for c in table.primary_key) + ")"


def _changed(table: Table) -> str:
    plain = [c.name for c in table.c if not c.primary_key and c.name != "version"]
    told = ", ".join(
        f'CASE WHEN r."{name}" IS DISTINCT FROM o."{name}" THEN \'{name}\' END' for name in plain
    )
    return f"array_remove(ARRAY[{told}]::text[], NULL)"


def _said(table: Table) -> str:
    """Answer the SQL of what a line keeps beside the key: of an act's own line all of it."""
    if table.name == "audit_line":
        return "concat_ws(' ', r.at AT TIME ZONE 'UTC', r.who, r.action, r.touched)"
    return "NULL"
