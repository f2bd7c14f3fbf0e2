"""The one way in which core records go: a function that follows the dictionary, as `db.erasing`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.access.rules import RIGHTS, Right, Role
from db.belongings import BY_SUBJECT, about_people
from db.erasing import (
    ABOUT_NOBODY,
    EMPTIED,
    LAST,
    LEFT_ALONE,
    first_column,
    pointing_at,
)
from db.server.identity import function
from db.server.names import USER, groups, quoted
from db.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Table

_ERASERS = [role for role in Role if role in RIGHTS[Right.DELETE]]
_NEED = f"PERFORM sec.need(ARRAY[{quoted(role.value for role in _ERASERS)}]);"
_IF_MAY = (
    f"IF NOT coalesce(sec.role() IN ({quoted(role.value for role in _ERASERS)}), false)"
    " AND NOT sec.is_owner() THEN RETURN 0; END IF;"
)
OLD_ROWS = (
    ("look", "last_at"),
    ("draft", "saved_at"),
    ("held_row", "decided_at"),
    ("enquiry", "closed_at"),
    ("housing_case", "closed_on"),
)
"""Tables whose rows go one by one, and by which column."""

_BEGIN = """
DECLARE homes uuid[]; keys text[]; counts jsonb := '{}'; n bigint; one record; BEGIN
homes := ARRAY(SELECT DISTINCT household_id FROM public.household_member
    WHERE person_id = ANY (people));
FOR one IN SELECT DISTINCT ON (n.id) n.id, p.person_id AS other FROM public.note n
    JOIN public.note_person p ON p.note_id = n.id
    WHERE n.person_id = ANY (people) AND p.person_id <> ALL (people) LOOP
    UPDATE public.note SET person_id = one.other WHERE id = one.id;
    DELETE FROM public.note_person WHERE note_id = one.id AND person_id = one.other;
END LOOP;"""
_DRAFTS = """
DELETE FROM public.draft d WHERE d.subject = ANY (keys)
    OR EXISTS (SELECT FROM unnest(people) p WHERE strpos(d.fields, p::text) > 0);
GET DIAGNOSTICS n = ROW_COUNT; counts := counts || jsonb_build_object('draft', n);
IF cleared = '{}' THEN
    UPDATE public.person SET linked_to = NULL WHERE linked_to = ANY (people);
END IF;"""
_HOMES = """
DELETE FROM public.household h WHERE h.id = ANY (homes) AND NOT EXISTS
    (SELECT FROM public.household_member m WHERE m.household_id = h.id);
GET DIAGNOSTICS n = ROW_COUNT; counts := counts || jsonb_build_object('household', n);
DELETE FROM sec.removed r WHERE r.people && end_file.people;"""
_CLEAR = """
UPDATE public.person SET birth_date = date_trunc('year', birth_date), birth_precision = 'year'
    WHERE id = ANY (people) AND birth_date IS NOT NULL AND cleared <> '{}';
RETURN counts; END"""


def erasing_script() -> str:
    """Answer the SQL of these functions."""
    end, old = "sec.end_file(people uuid[], cleared jsonb)", _OLD_NAME
    parts = [function(end, "jsonb", "\n".join(_body()))]
    parts.append(function(old, "bigint", _old_body("DELETE")))
    count = "sec.count_old(of text, before timestamptz)"
    parts.append(function(count, "bigint", _old_body("PERFORM")))
    parts += [f"GRANT EXECUTE ON FUNCTION {name} TO {groups(_ERASERS)};" for name in (end, old)]
    parts.append(f"GRANT EXECUTE ON FUNCTION {count} TO {USER};")
    return "\n".join(parts)


_OLD_NAME = "sec.erase_old(of text, before timestamptz)"


def _body() -> Iterator[str]:
    head, begun = _BEGIN.split("BEGIN\n", 1)
    yield f"#variable_conflict use_variable\n{head} BEGIN {_NEED}\n{begun}"
    parts = [
        f"SELECT id::text FROM public.{entry.table} WHERE {where(table, path)}"
        for entry, table in about_people()
        if "id" in table.c and BY_SUBJECT not in entry.whose
        for path in entry.whose
    ]
    yield f"keys := ARRAY({' UNION '.join(parts)}) || people::text[];"
    yield _DRAFTS
    entries = {entry.table: entry for entry, _table in about_people()}
    for table in reversed(metadata.sorted_tables):
        entry = entries.get(table.name)
        if entry is not None and entry.whose != (BY_SUBJECT,):
            yield from _delete(table, entry.whose)
    yield _HOMES
    for entry, table in about_people():
        if entry.whose != (BY_SUBJECT,):
            yield from _clear(table, entry.whose)
    for name in ("person_name_key", "person_language"):
        yield f"DELETE FROM public.{name} WHERE person_id = ANY (people);"
    yield _CLEAR


def _delete(table: Table, paths: tuple[str, ...]) -> Iterator[str]:
    yield f"IF NOT cleared ? '{table.name}' THEN"
    for path in paths:
        if (table.name, path) in LEFT_ALONE | LAST:
            continue
        if (table.name, path) in EMPTIED:
            yield _empty(table, path)
            continue
        yield f"DELETE FROM public.{table.name} WHERE {where(table, path)};"
        yield _count(table.name)
    yield "END IF;"


def _empty(table: Table, path: str) -> str:
    """Answer the SQL that lets rows about someone else stop to point at these people."""
    return f"UPDATE public.{table.name} SET {first_column(path)} = NULL WHERE {where(table, path)};"


def _clear(table: Table, paths: tuple[str, ...]) -> Iterator[str]:
    """Empty the named columns of a table that stays; values come with their column names."""
    yield f"IF cleared ? '{table.name}' THEN"
    for path in paths:
        if (table.name, path) in EMPTIED:
            yield _empty(table, path)
        elif (table.name, path) not in LEFT_ALONE:
            set_all = (
                "SELECT string_agg(format('%1$I = (jsonb_populate_record("
                f"NULL::public.{table.name}, $2)).%1$I', c), ', ')"
                f" FROM jsonb_object_keys(cleared->'{table.name}') c"
            )
            yield (
                f"EXECUTE 'UPDATE public.{table.name} SET ' || ({set_all}) ||"
                f" ' WHERE {where(table, path, '$1')}'"
                f" USING people, cleared->'{table.name}';"
            )
            yield _count(table.name)
    yield "END IF;"


def _count(table: str) -> str:
    return (
        "GET DIAGNOSTICS n = ROW_COUNT; counts := counts || jsonb_build_object("
        f"'{table}', coalesce((counts->>'{table}')::bigint, 0) + n);"
    )


def where(table: Table, path: str, people: str = "people") -> str:
    """Answer the SQL over a table for the rows that one path leads from to some people."""
    near, _, far = path.partition(".")
    column, _, pointing = near.partition("<")
    if pointing:
        other = metadata.tables[pointing]
        back = next(key.parent for key in other.foreign_keys if key.column.table is table)
        return (
            f"{column} IN (SELECT x.{back.name} FROM public.{pointing} x"
            f" WHERE x.{far} = ANY ({people}))"
        )
    if far:
        (key,) = table.c[column].foreign_keys
        target = key.column.table.name
        return f"{column} IN (SELECT x.id FROM public.{target} x WHERE x.{far} = ANY ({people}))"
    return f"{column} = ANY ({people})"


def _parts(table: Table, rows: str) -> Iterator[str]:
    """Answer the SQL by which the parts of old rows go, and whatever else points to them stays."""
    for column in pointing_at(table):
        here = f"{column.name} IN (SELECT id {rows})"
        if column.nullable:
            yield f"UPDATE public.{column.table.name} SET {column.name} = NULL WHERE {here};"
        else:
            yield f"DELETE FROM public.{column.table.name} WHERE {here};"


def _nobody(table: Table) -> str:
    """Answer the SQL of `db.erasing.about_nobody`."""
    further = ABOUT_NOBODY[table.name]
    if not further:
        return " AND person_id IS NULL"
    (key,) = table.c[further].foreign_keys
    about = f"SELECT o.id FROM public.{key.column.table.name} o WHERE o.person_id IS NULL"
    return f" AND person_id IS NULL AND ({further} IS NULL OR {further} IN ({about}))"


def _old_body(verb: str) -> str:
    """Answer a body that deletes old rows of any colleague, or only counts them."""
    branches = []
    for name, column in OLD_ROWS:
        table = metadata.tables[name]
        known = [
            f" AND ({key.parent.name} IS NULL"
            f" OR NOT (SELECT sec_inside.hidden(NULL)) ? {key.parent.name}::text)"
            for key in table.foreign_keys
            if key.column.table.name == "person"
        ]
        nobody = _nobody(table) if name in ABOUT_NOBODY else ""
        rows = f"FROM public.{name} WHERE {column} < before{''.join(known)}{nobody}"
        parts = " ".join(_parts(table, rows)) if nobody and verb == "DELETE" else ""
        branches.append(f"IF of = '{name}' THEN {parts} {verb} {rows};")
    return (
        f"DECLARE n bigint; BEGIN {_NEED if verb == 'DELETE' else _IF_MAY}"
        f" {' ELS'.join(branches)}"
        " ELSE RAISE invalid_parameter_value USING MESSAGE = of; END IF;"
        " GET DIAGNOSTICS n = ROW_COUNT; RETURN n; END"
    )
