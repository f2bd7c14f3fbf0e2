"""Row policies and grants of every table, made from the table of rights."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from app.access.rules import TABLE_RIGHTS, Reads, Role, TableRights, Verb
from db.server.names import BACKUP, GUARD, OWNER, USER, groups, quoted
from db.server.paths import (
    among,
    is_change_allowed,
    is_new_allowed,
    mostly,
    names_its_role,
    predicate,
)
from db.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Table

_SEES_NOTE = mostly("EXISTS (SELECT FROM note n WHERE n.serial = note_words.serial)")
_SEES_FEW_NOTES = among("serial", "sec_inside.visited_notes()")
"""The same for those who see few: a search goes by their notes, and not by all of a word."""
WITHOUT_RIGHTS = ("alembic_version", "note_words")
"""Tables beside the models: the version of the schema, and the index of words."""


def policies_script() -> str:
    """Answer the SQL that puts every table under its policies, and grants what is left."""
    return "\n".join(_statements())


def _statements() -> Iterator[str]:
    for name in (*sorted(metadata.tables), *WITHOUT_RIGHTS):
        yield f"ALTER TABLE public.{name} OWNER TO {OWNER};"
        yield f"ALTER TABLE public.{name} ENABLE ROW LEVEL SECURITY;"
        yield f"ALTER TABLE public.{name} FORCE ROW LEVEL SECURITY;"
        yield _drop_all(name)
        yield f"REVOKE ALL ON public.{name} FROM PUBLIC, {USER}, {groups(Role)}, {BACKUP};"
        yield f"GRANT SELECT ON public.{name} TO {BACKUP};"
        yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON public.{name} TO {GUARD};"
        yield f"CREATE POLICY owner_all ON public.{name} TO {OWNER} USING (true) WITH CHECK (true);"
    for name, rights in TABLE_RIGHTS.items():
        yield from _of_table(metadata.tables[name], rights)
    yield from _of_others()


def _drop_all(table: str) -> str:
    return f"SELECT sec.drop_policies('public.{table}');"


def _of_table(table: Table, rights: TableRights) -> Iterator[str]:
    yield from _grants(table, rights)
    readers = _by_reading(
        rights, (role for role in Role if rights.reads(role) is not Reads.NOTHING)
    )
    for reads, roles in readers.items():
        seen = predicate(table, reads, _named(roles))
        if names_its_role(table, reads):
            yield f"{_policy_for(table.name, 'select', reads, roles)} USING ({seen});"
        else:
            yield _policy(table.name, "select", reads, roles, using=seen)
    for reads, roles in _by_reading(rights, rights.insert).items():
        check = is_new_allowed(table, reads)
        yield _policy(table.name, "insert", reads, roles, check=check)
    for reads, roles in _by_reading(rights, rights.update | set(rights.columns)).items():
        seen = is_change_allowed(table, reads)
        yield _policy(table.name, "update", reads, roles, using=seen, check=seen)
    for reads, roles in _by_reading(rights, rights.delete).items():
        yield _policy(table.name, "delete", reads, roles, using=predicate(table, reads))


def _by_reading(rights: TableRights, roles: Iterable[Role]) -> dict[Reads, frozenset[Role]]:
    found: defaultdict[Reads, set[Role]] = defaultdict(set)
    for role in roles:
        found[rights.reads(role)].add(role)
    return {reads: frozenset(some) for reads, some in found.items()}


def _policy(
    table: str, verb: str, reads: Reads, roles: Iterable[Role], *, using: str = "", check: str = ""
) -> str:
    wanted = frozenset(roles)
    # The list of colleagues decides, also in a session that is older than its last change.
    is_role = f"(SELECT CASE WHEN sec.role() IN ({_named(wanted)}) THEN 1 END) IS NOT NULL"
    parts = [_policy_for(table, verb, reads, wanted)]
    if using:
        parts.append(f"USING ({is_role} AND {using})")
    if check:
        parts.append(f"WITH CHECK ({is_role} AND {check})")
    return " ".join(parts) + ";"


def _named(roles: frozenset[Role]) -> str:
    return quoted(role.value for role in Role if role in roles)


def _policy_for(table: str, verb: str, reads: Reads, roles: Iterable[Role]) -> str:
    whose = groups(frozenset(roles))
    return f"CREATE POLICY {verb}_{reads} ON public.{table} FOR {verb.upper()} TO {whose}"


def _grants(table: Table, rights: TableRights) -> Iterator[str]:
    # Whom no policy lets read anything reads nothing, as in a file without rows: no error.
    yield f"GRANT SELECT ON public.{table.name} TO {USER};"
    for verb in (Verb.INSERT, Verb.DELETE):
        if (roles := rights.writers(verb)) and not rights.by_function:
            yield f"GRANT {verb.value.upper()} ON public.{table.name} TO {groups(roles)};"
    whole = rights.update - set(rights.columns)
    changing = [column.name for column in table.c if column.name != "id"]
    if whole:
        yield _update(table.name, changing, whole)
    for role, columns in rights.columns.items():
        counted = {"version"} & set(table.c.keys())
        yield _update(table.name, sorted(columns | counted), {role})


def _update(table: str, columns: Iterable[str], roles: Iterable[Role]) -> str:
    # Some columns are called what SQL calls something else.
    named = ", ".join(f'"{column}"' for column in columns)
    return f"GRANT UPDATE ({named}) ON public.{table} TO {groups(roles)};"


def _of_others() -> Iterator[str]:
    yield f"GRANT SELECT ON public.alembic_version TO {USER};"
    yield f"CREATE POLICY select_all ON public.alembic_version FOR SELECT TO {USER} USING (true);"
    reads_note = TABLE_RIGHTS["note"].reads
    readers = [role for role in Role if reads_note(role) is not Reads.NOTHING]
    yield f"GRANT SELECT ON public.note_words TO {groups(readers)};"
    for reads, roles in _by_reading(TABLE_RIGHTS["note"], readers).items():
        if reads is Reads.VISITED:  # the function asks for the role itself
            yield f"{_policy_for('note_words', 'select', reads, roles)} USING ({_SEES_FEW_NOTES});"
        else:
            yield _policy("note_words", "select", reads, roles, using=_SEES_NOTE)
    # Words are written a moment before their note, and nobody can replace those of another.
    for verb, clause in (("insert", {"check": "true"}), ("delete", {"using": _SEES_NOTE})):
        writers = TABLE_RIGHTS["note"].writers(Verb(verb))
        yield f"GRANT {verb.upper()} ON public.note_words TO {groups(writers)};"
        yield _policy("note_words", verb, Reads.KNOWN, writers, **clause)
