"""Erasing a person: every row of every table by the dictionary, the word index among them."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Date,
    Table,
    and_,
    bindparam,
    delete,
    exists,
    func,
    or_,
    select,
    text,
    update,
)

from db.belongings import BY_SUBJECT, about_people, path_clause
from db.drafts import Draft
from db.guarded import is_guarded
from db.households import Household, HouseholdMember
from db.journal import Note, NotePerson
from db.people import Person
from db.tables import metadata
from db.word_index import drop_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Column, ColumnElement, Connection, ForeignKey

    from db.dictionary import TableEntry

EMPTIED = frozenset(
    {
        ("member", "person_id"),
        ("intake", "source_person_id"),
        ("interpreter_request", "mediator_id"),
        ("visit", "visitor_id"),
        ("visit", "match_id.visitor_id"),
        ("visit_series", "visitor_id"),
        ("visit_series", "match_id.visitor_id"),
        # Whoever only rang is not whom it is about.
        ("enquiry", "contact_id.person_id"),
        # A case is about whom its enquiry is about; without one it stands for itself.
        ("housing_case", "enquiry_id.person_id"),
    }
)
"""Paths of rows that are about someone else: they stay and only stop to point here."""
ABOUT_NOBODY: Mapping[str, str] = MappingProxyType({"enquiry": "", "housing_case": "enquiry_id"})
"""Tables whose old rows go with all their parts, where they are about nobody: what is about
somebody goes with that file. Beside them the column of a row that may be about somebody."""
NAMELESS = "—"
"""Stands where a name was."""
LEFT_ALONE = frozenset({("person", "linked_to"), ("note", "id<note_person.person_id")})
"""Paths whose rows are dealt with in another way."""
LAST = frozenset({("household", "id<household_member.person_id")})
"""Paths whose rows go only when nobody is left in them."""

_END_FILE = text("SELECT sec.end_file(:people, CAST(:cleared AS jsonb))")
_ERASE_OLD = text("SELECT sec.erase_old(:name, :before)")
_COUNT_OLD = text("SELECT sec.count_old(:name, :before)")

_SHARED = select(Note.id, NotePerson.person_id.label("other")).join(
    NotePerson, NotePerson.note_id == Note.id
)


def erase(connection: Connection, people: Sequence[UUID]) -> dict[str, int]:
    """Delete all cards of one human being with everything on them; answer rows by table.

    A note that is about others as well stays on the card of the next of them. A household
    that nobody lives in any more goes. The caller has asked for the right and the backup.
    """
    if is_guarded(connection):
        return _end_file(connection, people, {})
    homes = _homes_of(connection, people)
    _hand_shared_notes_on(connection, people)
    counts = _forget_drafts(connection, people)
    _unlink(connection, people)
    counts |= _delete_rows(connection, people, kept={})
    _leave_homes(connection, homes, counts)
    return {table: count for table, count in counts.items() if count}


def make_nameless(
    connection: Connection, people: Sequence[UUID], cleared: Mapping[str, Sequence[str]]
) -> dict[str, int]:
    """Empty the `cleared` columns of the cards and delete the rows of all other tables.

    What stays can be counted and leads to nobody: of the date of birth only the year.
    """
    if is_guarded(connection):
        return _end_file(connection, people, cleared)
    homes = _homes_of(connection, people)
    _hand_shared_notes_on(connection, people)
    counts = _forget_drafts(connection, people)
    counts |= _delete_rows(connection, people, kept=cleared)
    _leave_homes(connection, homes, counts)
    for name, columns in cleared.items():
        counts[name] = _clear(connection, metadata.tables[name], columns, people)
    _round_birth(connection, people)
    return {table: count for table, count in counts.items() if count}


def first_column(path: str) -> str:
    """Answer the column of the row itself with which a path begins."""
    return path.partition(".")[0]


def erase_old_rows(
    connection: Connection, table: str, clauses: Iterable[Any], before: datetime
) -> int:
    """Delete the rows of one table that these clauses choose; answer how many.

    On a guarded server nobody deletes by clauses of their own: it only takes the instant.
    """
    if is_guarded(connection):
        return int(connection.execute(_ERASE_OLD, {"name": table, "before": before}).scalar_one())
    old = metadata.tables[table]
    if table in ABOUT_NOBODY:
        rows = select(old.c.id).where(*clauses)
        for column in pointing_at(old):
            part = column.table
            if column.nullable:
                emptied = update(part).where(column.in_(rows)).values({column.name: None})
                connection.execute(emptied)
            else:
                connection.execute(delete(part).where(column.in_(rows)))
    return connection.execute(delete(old).where(*clauses)).rowcount


def about_nobody(name: str) -> tuple[ColumnElement[bool], ...]:
    """Answer the clauses of the rows of a table of `ABOUT_NOBODY` that are about nobody."""
    table = metadata.tables[name]
    clauses: tuple[ColumnElement[bool], ...] = (table.c.person_id.is_(None),)
    if further := ABOUT_NOBODY[name]:
        column = table.c[further]
        (key,) = column.foreign_keys
        other = key.column.table.c
        about = select(other.id).where(other.person_id.is_(None))
        clauses += (or_(column.is_(None), column.in_(about)),)
    return clauses


def pointing_at(table: Table) -> tuple[Column[Any], ...]:
    """Answer the columns of other tables that lead to a row; parts of it are not null."""
    return tuple(
        key.parent
        for other in metadata.sorted_tables
        for key in sorted(other.foreign_keys, key=_column_name)
        if key.column.table is table and other is not table
    )


def _column_name(key: ForeignKey) -> str:
    return key.parent.name


def count_old_rows(
    connection: Connection, table: str, clauses: Iterable[Any], before: datetime
) -> int:
    """Answer how many rows `erase_old_rows` would delete, those of all colleagues."""
    if is_guarded(connection):
        return int(connection.execute(_COUNT_OLD, {"name": table, "before": before}).scalar_one())
    counted = select(func.count()).select_from(metadata.tables[table]).where(*clauses)
    return int(connection.execute(counted).scalar_one())


def _end_file(
    connection: Connection, people: Sequence[UUID], cleared: Mapping[str, Sequence[str]]
) -> dict[str, int]:
    emptied = {
        name: {column: _empty(metadata.tables[name].c[column]) for column in columns}
        for name, columns in cleared.items()
    }
    values = {"people": list(people), "cleared": json.dumps(emptied)}
    counts: dict[str, int] = connection.execute(_END_FILE, values).scalar_one()
    return {table: count for table, count in counts.items() if count}


def _delete_rows(
    connection: Connection, people: Sequence[UUID], kept: Mapping[str, Sequence[str]]
) -> dict[str, int]:
    entries = {entry.table: entry for entry, _table in about_people()}
    counts: dict[str, int] = {}
    for table in reversed(metadata.sorted_tables):
        entry = entries.get(table.name)
        if entry is not None and entry.table not in kept and entry.whose != (BY_SUBJECT,):
            counts[entry.table] = _delete_from(connection, table, entry, people)
    return counts


def _delete_from(
    connection: Connection, table: Table, entry: TableEntry, people: Sequence[UUID]
) -> int:
    count = 0
    for path in entry.whose:
        if (entry.table, path) in LEFT_ALONE | LAST:
            continue
        clause = path_clause(entry, path, people)
        if (entry.table, path) in EMPTIED:
            connection.execute(update(table).where(clause).values({first_column(path): None}))
            continue
        if entry.table == "note":
            drop_words(connection, connection.scalars(select(Note.serial).where(clause)).all())
        count += connection.execute(delete(table).where(clause)).rowcount
    return count


def _hand_shared_notes_on(connection: Connection, people: Sequence[UUID]) -> None:
    """Let notes that are about somebody else as well stand on that person's card."""
    shared = _SHARED.where(Note.person_id.in_(people), NotePerson.person_id.not_in(people))
    others = {row.id: row.other for row in connection.execute(shared)}
    for note, other in others.items():
        people_of = metadata.tables["note_person"]
        connection.execute(
            update(metadata.tables["note"]).where(Note.id == note).values(person_id=other)
        )
        connection.execute(
            delete(people_of).where(NotePerson.note_id == note, NotePerson.person_id == other)
        )


def _forget_drafts(connection: Connection, people: Sequence[UUID]) -> dict[str, int]:
    """Delete drafts about any record of the cards, and those that name one of them."""
    keys = {str(person) for person in people}
    for entry, table in about_people():
        if "id" in table.c and BY_SUBJECT not in entry.whose:
            for path in entry.whose:
                clause = path_clause(entry, path, people)
                keys |= {str(key) for key in connection.scalars(select(table.c.id).where(clause))}
    drafts = connection.execute(select(Draft.id, Draft.subject, Draft.fields)).all()
    named = tuple(str(person) for person in people)
    mine = [
        draft.id
        for draft in drafts
        if draft.subject in keys or any(person in draft.fields for person in named)
    ]
    for key in mine:
        connection.execute(delete(metadata.tables["draft"]).where(Draft.id == key))
    return {"draft": len(mine)}


def _unlink(connection: Connection, people: Sequence[UUID]) -> None:
    connection.execute(
        update(metadata.tables["person"]).where(Person.linked_to.in_(people)).values(linked_to=None)
    )


def _homes_of(connection: Connection, people: Sequence[UUID]) -> tuple[UUID, ...]:
    members = select(HouseholdMember.household_id).where(HouseholdMember.person_id.in_(people))
    return tuple(connection.scalars(members.distinct()))


def _leave_homes(connection: Connection, homes: Sequence[UUID], counts: dict[str, int]) -> None:
    empty = and_(
        Household.id.in_(homes), ~exists().where(HouseholdMember.household_id == Household.id)
    )
    counts["household"] = connection.execute(
        delete(metadata.tables["household"]).where(empty)
    ).rowcount


def _clear(
    connection: Connection, table: Table, columns: Sequence[str], people: Sequence[UUID]
) -> int:
    entry = next(entry for entry, known in about_people() if known is table)
    count = 0
    values = {name: _empty(table.c[name]) for name in columns}
    for path in entry.whose:
        if (entry.table, path) in EMPTIED:
            clause = path_clause(entry, path, people)
            connection.execute(update(table).where(clause).values({first_column(path): None}))
        elif (entry.table, path) not in LEFT_ALONE:
            clause = path_clause(entry, path, people)
            count += connection.execute(update(table).where(clause).values(values)).rowcount
    return count


def _empty(column: Column[Any]) -> object:
    """Answer what a column holds when it says nothing."""
    if column.name == "family_name":
        return NAMELESS
    if column.nullable:
        return None
    return getattr(column.default, "arg", "")


def _round_birth(connection: Connection, people: Sequence[UUID]) -> None:
    """Leave only the year of birth, and no words or languages that could be searched."""
    born = select(Person.id, Person.birth_date).where(
        Person.id.in_(people), Person.birth_date.is_not(None)
    )
    for row in connection.execute(born).all():
        year = row.birth_date.replace(month=1, day=1)
        connection.execute(
            update(metadata.tables["person"])
            .where(Person.id == row.id)
            .values(birth_date=bindparam("year", year, Date()), birth_precision="year")
        )
    for name in ("person_name_key", "person_language"):
        table = metadata.tables[name]
        connection.execute(delete(table).where(table.c.person_id.in_(people)))
