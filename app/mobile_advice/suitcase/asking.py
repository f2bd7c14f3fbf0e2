"""What a person must know to decide about a row: whose it is, and both sides field by field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import select

from app.clients.rules import full_name
from db.access import is_known_to_me
from db.dictionary import DICTIONARY
from db.institutions import Institution
from db.people import Person
from db.suitcase_lines import values_of
from db.tables import metadata
from db.tours import Stop

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

    from app.mobile_advice.suitcase.fitting import Blocked
    from app.mobile_advice.suitcase.returning import Asked
    from app.mobile_advice.suitcase.rules import Verdict

_TITLES = {entry.table: entry.title for entry in DICTIONARY}
_PEOPLE = select(Person.id, Person.given_name, Person.family_name)
_OTHERS = ((Institution.id, Institution.name), (Stop.id, Stop.name))


@dataclass(frozen=True, slots=True)
class AskedField:
    """One field in which both sides differ; values as the tables hold them."""

    column: str
    home: Any
    came: Any
    base: Any
    """What was packed; None where there was nothing."""
    is_proposed: bool
    """Whether only the suitcase has something new in it."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A row about which somebody must decide, as a window shows it."""

    asked: Asked
    table: str
    title: str
    """English name of the table."""
    person: str
    """Whom it is about; "" where nobody is named."""
    verdict: Verdict
    blocked: Blocked | None
    fields: tuple[AskedField, ...]
    names: Mapping[UUID, str]
    """Names of what the values point at."""


def asking(connection: Connection, asked: Asked) -> Asking:
    """Answer what is to be decided, with the names that the reader may know."""
    table = metadata.tables[asked.change.table]
    came = values_of(table, asked.change.came or {})
    home = values_of(table, asked.home or {})
    base = values_of(table, asked.change.base or {})
    fields = tuple(
        AskedField(name, home.get(name), came.get(name), base.get(name), name in asked.proposed)
        for name in asked.differing
        if name in table.c and name != "id"
    )
    both = {**home, **came}
    names = _names(connection, {value for value in both.values() if isinstance(value, UUID)})
    whose = both.get("person_id", both.get("id"))
    person = str(both.get("name") or "") or names.get(whose, "") if whose else ""
    return Asking(
        asked,
        table.name,
        _TITLES[table.name],
        person,
        asked.verdict,
        asked.blocked,
        fields,
        names,
    )


def _names(connection: Connection, keys: Iterable[UUID]) -> dict[UUID, str]:
    wanted = list(keys)
    people = _PEOPLE.where(Person.id.in_(wanted), is_known_to_me(Person.id))
    found = {
        row.id: full_name(row.given_name, row.family_name) for row in connection.execute(people)
    }
    for key, name in _OTHERS:
        rows = connection.execute(select(key, name).where(key.in_(wanted)))
        found |= {row[0]: row[1] for row in rows}
    return found
