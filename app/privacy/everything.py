"""Everything that is held on a person: each table's rows, by the dictionary, over all cards."""

from __future__ import annotations

import json
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import String, bindparam, cast, func, or_, select

from app.clients.rules import full_name
from app.drafts.rules import FILE_FORM, unpack
from db.access import cards_of, is_known_to_me
from db.belongings import BY_SUBJECT, about_people, belongs, contents
from db.drafts import Draft
from db.enquiry_access import is_visible
from db.institutions import Institution
from db.office_lists import CustomField
from db.people import Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Table


@dataclass(frozen=True, slots=True)
class HeldTable:
    """The rows of one table that are about a person, as they are stored."""

    table: str
    title: str
    """English, translated where it is shown."""
    rows: tuple[Mapping[str, Any], ...]
    """Values by column; of a file only "size" and, where known, "sha256"."""


@dataclass(frozen=True, slots=True)
class Everything:
    """All rows about one human being, and the names of whom they point at."""

    person_id: UUID
    """The card that speaks."""
    name: str
    cards: tuple[UUID, ...]
    tables: tuple[HeldTable, ...]
    """Only those that have rows."""
    names: Mapping[UUID, str]
    """Names of other people, institutions and own fields; of people known to the reader."""

    def rows(self, table: str) -> tuple[Mapping[str, Any], ...]:
        """Answer the rows of one table."""
        return next((held.rows for held in self.tables if held.table == table), ())


_CARDS = select(Person.id, Person.given_name, Person.family_name, Person.linked_to).where(
    Person.id.in_(cards_of(bindparam("person_id"))), is_visible(Person.id)
)
_PEOPLE = select(Person.id, Person.given_name, Person.family_name).where(
    Person.id.in_(bindparam("ids", expanding=True)), is_known_to_me(Person.id)
)
_INSTITUTIONS = select(Institution.id, Institution.name).where(
    Institution.id.in_(bindparam("ids", expanding=True))
)
_OWN_FIELDS = select(
    CustomField.id, CustomField.label_de, CustomField.label_da, CustomField.label_en
).where(CustomField.id.in_(bindparam("ids", expanding=True)))
_WHOM = MappingProxyType({"visit": "client_id", "visit_series": "person_id"})
"""Tables that tell of two people, by the column of the one whose file it is."""
_OF_THE_HELPER = frozenset(
    {"planned_start", "planned_end", "actual_start", "actual_end", "status", "kind", "visitor"}
    | {"kilometres", "frequency", "starts_on", "until", "start_time", "minutes"}
)
"""What of them is told to the one who helps: never whom, where, and how it was."""
_AT_ONCE = 500
"""Keys in one question."""


def everything_on(connection: Connection, person_id: UUID) -> Everything | None:
    """Answer everything on a person; None for someone whom the reader may not know of."""
    cards = connection.execute(_CARDS, {"person_id": person_id}).all()
    if not cards:
        return None
    speaker = next((card for card in cards if card.linked_to is None), cards[0])
    people = tuple(card.id for card in cards)
    tables = _tables(connection, people)
    name = full_name(speaker.given_name, speaker.family_name)
    return Everything(speaker.id, name, people, tables, _names(connection, tables, people))


def _tables(connection: Connection, people: Sequence[UUID]) -> tuple[HeldTable, ...]:
    found: dict[str, HeldTable] = {}
    # Drafts come last: they are found by the keys of everything else.
    for entry, table in sorted(about_people(), key=lambda one: BY_SUBJECT in one[0].whose):
        if BY_SUBJECT in entry.whose:
            rows = _drafts(connection, table, people, found.values())
        else:
            rows = _rows(connection, table, belongs(entry, people))
            rows = tuple(_share(entry.table, row, people) for row in rows)
        found[entry.table] = HeldTable(entry.table, entry.title, rows)
    return tuple(found[name] for name in sorted(found) if found[name].rows)


def _share(table: str, row: Mapping[str, Any], people: Sequence[UUID]) -> Mapping[str, Any]:
    """Answer what of a row is a person's to know: of somebody else's file only her own part.

    GDPR, article 15 (4): the copy must not touch the rights of others.
    """
    if table not in _WHOM or row[_WHOM[table]] in people:
        return row
    return {name: value for name, value in row.items() if name in _OF_THE_HELPER}


def _rows(connection: Connection, table: Table, clause: Any) -> tuple[Mapping[str, Any], ...]:  # noqa: ANN401 - a clause over any table
    files = contents(table)
    shown = [column for column in table.c if column not in files]
    sizes = [func.length(column).label("size") for column in files if "size" not in table.c]
    rows = connection.execute(
        select(*shown, *sizes).where(clause).order_by(*table.primary_key.columns)
    ).mappings()
    return tuple(dict(row) for row in rows)


def _drafts(
    connection: Connection,
    table: Table,
    people: Sequence[UUID],
    others: Iterable[HeldTable],
) -> tuple[Mapping[str, Any], ...]:
    """Answer the drafts about any record of a person, and those that name the person."""
    keys = {str(row["id"]) for held in others for row in held.rows if "id" in row}
    keys |= {str(person) for person in people}
    subjects = connection.execute(select(Draft.id, Draft.subject)).all()
    mine = [row.id for row in subjects if row.subject in keys]
    named = (cast(table.c.fields, String).contains(str(person)) for person in people)
    rows = _rows(connection, table, or_(table.c.id.in_(mine), *named))
    return tuple(map(_without_contents, rows))


def _without_contents(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Answer a draft; of a file that waits for a note its name alone, as of other files."""
    if not row["form"].startswith(FILE_FORM):
        return row
    return {**row, "fields": json.dumps({"file": unpack(row["fields"])["name"]})}


def _names(
    connection: Connection, tables: Sequence[HeldTable], people: Sequence[UUID]
) -> dict[UUID, str]:
    mentioned = {
        value for held in tables for row in held.rows for value in row.values() if _is_key(value)
    } - set(people)
    keys = sorted(mentioned)
    names: dict[UUID, str] = {}
    for start in range(0, len(keys), _AT_ONCE):
        values = {"ids": keys[start : start + _AT_ONCE]}
        for row in connection.execute(_PEOPLE, values):
            names[row.id] = full_name(row.given_name, row.family_name)
        names |= {row.id: row.name for row in connection.execute(_INSTITUTIONS, values)}
        for key, *labels in connection.execute(_OWN_FIELDS, values):
            names[key] = next(filter(None, labels), "")
    return names


def _is_key(value: object) -> bool:
    return isinstance(value, UUID)
