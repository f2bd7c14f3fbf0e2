"""Which rows of which table are about a person: the dictionary's paths as clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import ColumnElement, LargeBinary, Table, false, or_, select

from db.dictionary import DICTIONARY
from db.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from sqlalchemy import Column

    from db.dictionary import TableEntry

Clause: TypeAlias = ColumnElement[bool]

BY_SUBJECT = "subject"
"""The path of drafts: their subject is the key of whatever record they are about."""


def about_people() -> Iterator[tuple[TableEntry, Table]]:
    """Answer every table with rows about people, in the order of the dictionary."""
    for entry in DICTIONARY:
        if entry.whose:
            yield entry, metadata.tables[entry.table]


def belongs(entry: TableEntry, people: Sequence[UUID]) -> Clause:
    """Answer the clause over a table for the rows that are about these cards.

    Drafts are left out: their rows are found by the keys of all others, see `BY_SUBJECT`.
    """
    clauses = (path_clause(entry, path, people) for path in entry.whose if path != BY_SUBJECT)
    return or_(false(), *clauses)


def path_clause(entry: TableEntry, path: str, people: Sequence[UUID]) -> Clause:
    """Answer the clause over a table for the rows that one path leads from to these cards."""
    table = metadata.tables[entry.table]
    near, _, far = path.partition(".")
    column, _, pointing = near.partition("<")
    here: Column[Any] = table.c[column]
    if pointing:
        other = metadata.tables[pointing]
        back = next(key.parent for key in other.foreign_keys if key.column is here)
        return here.in_(select(back).where(other.c[far].in_(people)))
    if far:
        (key,) = here.foreign_keys
        return here.in_(select(key.column).where(key.column.table.c[far].in_(people)))
    return here.in_(people)


def contents(table: Table) -> tuple[Column[Any], ...]:
    """Answer the columns that hold files, which are told by size instead of shown."""
    return tuple(column for column in table.c if isinstance(column.type, LargeBinary))
