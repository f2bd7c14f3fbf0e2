"""The table of rights in words: for each role and each table of the schema what it may do."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.access.rules import TABLE_RIGHTS, Reads, Role, Verb, may_write
from app.errors import N_
from db.dictionary import DICTIONARY

if TYPE_CHECKING:
    from collections.abc import Mapping

READS_WORDS: Mapping[Reads, str] = MappingProxyType(
    {
        Reads.NOTHING: N_("nothing"),
        Reads.OWN: N_("what bears the own name"),
        Reads.VISITED: N_("of people whom they visit"),
        Reads.KNOWN: N_("all but restricted people"),
        Reads.ALL: N_("everything"),
        Reads.GROUP: N_("of groups with an own seat, once opened"),
    }
)


@dataclass(frozen=True, slots=True)
class ToldRights:
    """What a role may do with one table."""

    table: str
    title: str
    """English name, translated where it is shown."""
    reads: Reads
    adds: bool
    changes: bool
    some_columns: bool
    """Whether it changes some details only."""
    deletes: bool


def rights_of(role: Role) -> tuple[ToldRights, ...]:
    """Answer what a role may do, table by table, as the database enforces it."""
    return tuple(_told(entry.table, entry.title, role) for entry in DICTIONARY)


def _told(table: str, title: str, role: Role) -> ToldRights:
    rights = TABLE_RIGHTS[table]
    some = rights.columns.get(role)
    return ToldRights(
        table,
        title,
        rights.reads(role),
        adds=may_write(table, role, Verb.INSERT),
        changes=role in rights.update or bool(some),
        some_columns=some is not None,
        deletes=may_write(table, role, Verb.DELETE),
    )
