"""Triggers that say no, or keep what goes: versions, closed records, removed rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.access.rules import TABLE_RIGHTS
from db.dictionary import DICTIONARY, Retention
from db.erasing import NAMELESS
from db.server.identity import function
from db.server.names import AUDIT, BACKUP, GUARD, OWNER
from db.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Table

    from db.dictionary import TableEntry

CLOSED = "NB001"
"""The code of the refusal to change what is closed."""
IS_COLLEAGUE = (
    f"current_user NOT IN ('{GUARD}', '{OWNER}') AND current_setting('is_superuser') <> 'on'"
)
"""Not a function of the guard, and nobody who looks after the server."""

_REMOVED = f"""
CREATE TABLE IF NOT EXISTS sec.removed (
    n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(),
    who text NOT NULL, login text NOT NULL DEFAULT session_user,
    table_name text NOT NULL, people uuid[] NOT NULL, held jsonb NOT NULL);
CREATE INDEX IF NOT EXISTS ix_removed_people ON sec.removed USING gin (people);
ALTER TABLE sec.removed OWNER TO {AUDIT};
REVOKE ALL ON sec.removed FROM PUBLIC;
GRANT SELECT, INSERT, DELETE ON sec.removed TO {GUARD};
GRANT SELECT ON sec.removed TO {BACKUP};
"""
_KEEP = """
DECLARE about uuid[]; BEGIN
EXECUTE 'SELECT array_remove(' || TG_ARGV[0] || ', NULL)' INTO about USING OLD;
INSERT INTO sec.removed (who, table_name, people, held)
    VALUES (public.nahbar_me(), TG_TABLE_NAME, coalesce(about, '{}'), to_jsonb(OLD));
RETURN OLD; END"""
_IS_STALE = (
    "BEGIN RAISE serialization_failure USING MESSAGE ="
    " 'this row was changed meanwhile, or its version was not counted'; END"
)
_IS_CLOSED = f"""
BEGIN IF TG_TABLE_NAME <> 'person' AND NOT EXISTS (SELECT FROM public.person p
    WHERE p.id = NEW.client_id AND p.status = 'deceased') THEN RETURN NEW; END IF;
RAISE EXCEPTION 'this file is closed and can only be read' USING ERRCODE = '{CLOSED}'; END"""
_FORGET = "BEGIN DELETE FROM public.note_words w WHERE w.serial = OLD.serial; RETURN OLD; END"
_CLOSED_WHEN = {
    "person": ("UPDATE", f"OLD.family_name = '{NAMELESS}' AND OLD.given_name = ''"),
    "visit": ("INSERT", "NEW.status = 'planned'"),
    "letter": ("INSERT", "true"),
}
"""A card without a name; visits and letters to somebody who has died."""

_UNCOUNTED = {"person": "last_contact"}
"""What is worked out from other rows, so that no form that is open becomes stale by it."""


def triggers_script() -> str:
    """Answer the SQL of these triggers."""
    parts = [
        _REMOVED,
        function("sec.keep_removed()", "trigger", _KEEP),
        function("sec.is_stale()", "trigger", _IS_STALE),
        function("sec.is_closed()", "trigger", _IS_CLOSED),
        function("sec.forget_words()", "trigger", _FORGET),
        (
            "CREATE OR REPLACE TRIGGER forget_words AFTER DELETE ON public.note"
            " FOR EACH ROW EXECUTE FUNCTION sec.forget_words();"
        ),
    ]
    for name, (verb, when) in _CLOSED_WHEN.items():
        parts.append(_trigger("is_closed", verb, name, when))
    entries = {entry.table: entry for entry in DICTIONARY}
    for table in metadata.sorted_tables:
        parts += guards(table, entries[table.name])
    return "\n".join(parts)


def guards(table: Table, entry: TableEntry) -> Iterator[str]:
    """Answer the triggers of one table: count versions, keep what colleagues remove."""
    if "version" in table.c:
        yield _trigger("is_stale", "UPDATE", table.name, _stale(table))
    if entry.retention is Retention.CASE and TABLE_RIGHTS[table.name].delete:
        about = " || ".join(_people(table, path) for path in entry.whose) or "ARRAY[]::uuid[]"
        yield _trigger("keep_removed", "DELETE", table.name, "true", f"'{about}'")


def _stale(table: Table) -> str:
    uncounted = _UNCOUNTED.get(table.name)
    if uncounted is None:
        return "NEW.version <> OLD.version + 1"
    same = " AND ".join(
        f'NEW."{column.name}" IS NOT DISTINCT FROM OLD."{column.name}"'
        for column in table.c
        if column.name != uncounted
    )
    return f"NEW.version <> OLD.version + 1 AND NOT ({same})"


def _trigger(name: str, verb: str, table: str, when: str, argument: str = "") -> str:
    return (
        f"CREATE OR REPLACE TRIGGER {name} BEFORE {verb} ON public.{table} FOR EACH ROW"
        f" WHEN ({when} AND {IS_COLLEAGUE}) EXECUTE FUNCTION sec.{name}({argument});"
    )


def _people(table: Table, path: str) -> str:
    """Answer the SQL for whom a removed row ($1) was about."""
    near, _, far = path.partition(".")
    column, _, pointing = near.partition("<")
    if pointing:
        other = metadata.tables[pointing]
        back = next(key.parent for key in other.foreign_keys if key.column.table is table)
        return f"ARRAY(SELECT {far} FROM public.{pointing} WHERE {back.name} = ($1).{column})"
    if far:
        (key,) = table.c[column].foreign_keys
        target = key.column.table.name
        return f"ARRAY(SELECT {far} FROM public.{target} WHERE id = ($1).{column})"
    return f"ARRAY[($1).{column}]"
