"""More about the people of a list, read only where columns show it: status, roles, languages."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, func, or_, select, type_coerce

from app.clients.queries.windows import client_window
from app.clients.rules import NO_NARROWING
from db.access import is_listed
from db.areas import Area
from db.base import KeyDigits
from db.office_lists import CustomValue
from db.people import Person, PersonLanguage, PersonRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy import BindParameter, Connection, Row

    from app.clients.queries.hits import ClientHit
    from app.clients.rules import ClientFilter, Narrowing, PersonStatus


class PersonFacts(NamedTuple):
    """What lists can show of a person besides name, birth and address; a tuple for speed."""

    key: str
    """The 32 hexadecimal digits of the person's id."""
    phone: str
    mobile: str
    email: str
    country: str
    floor: str
    door: str
    area_name: str
    area_code: str
    status: str
    status_from: date | None
    status_until: date | None
    responsible: str
    last_contact: date | None
    roles: tuple[str, ...]
    """Those that last on the day asked for, each once."""
    languages: tuple[str, ...]
    """BCP 47 tags, best spoken first."""
    own: Mapping[str, str] = MappingProxyType({})
    """What stands in the office's own fields, by the 32 hexadecimal digits of their ids."""


class PersonRow(NamedTuple):
    """One person as a list shows it, with the further facts."""

    hit: ClientHit
    facts: PersonFacts


MOST_AT_ONCE = 1000
"""People whose facts are read by one statement."""

_KEYS: BindParameter[UUID] = bindparam("keys", expanding=True)
_CARDS = (
    select(
        type_coerce(Person.id, KeyDigits()),
        Person.phone,
        Person.mobile,
        Person.email,
        Person.country,
        Person.floor,
        Person.door,
        func.coalesce(Area.name, ""),
        func.coalesce(Area.code, ""),
        Person.status,
        Person.status_from,
        Person.status_until,
        Person.responsible,
        Person.last_contact,
    )
    .outerjoin(Area, Area.id == Person.area_id)
    .where(Person.id.in_(_KEYS), is_listed(Person.id.expression))
)
_ROLES = (
    select(type_coerce(PersonRole.person_id, KeyDigits()), PersonRole.role)
    .where(
        PersonRole.person_id.in_(_KEYS),
        or_(PersonRole.until.is_(None), PersonRole.until >= bindparam("today")),
        or_(PersonRole.since.is_(None), PersonRole.since <= bindparam("today")),
    )
    .order_by(PersonRole.since, PersonRole.role)
)
_LANGUAGES = (
    select(type_coerce(PersonLanguage.person_id, KeyDigits()), PersonLanguage.tag)
    .where(PersonLanguage.person_id.in_(_KEYS))
    .order_by(PersonLanguage.person_id, PersonLanguage.position)
)
_OWN = select(
    type_coerce(CustomValue.person_id, KeyDigits()),
    type_coerce(CustomValue.field_id, KeyDigits()),
    CustomValue.entry,
).where(CustomValue.person_id.in_(_KEYS))


def person_facts(
    connection: Connection, hits: Sequence[ClientHit], today: date
) -> dict[str, PersonFacts]:
    """Answer the facts of people that a list has found, by their keys; roles as of `today`."""
    found: dict[str, PersonFacts] = {}
    for start in range(0, len(hits), MOST_AT_ONCE):
        keys = [hit.id for hit in hits[start : start + MOST_AT_ONCE]]
        values = {"keys": keys}
        roles = _by_person(connection.execute(_ROLES, values | {"today": today}))
        languages = _by_person(connection.execute(_LANGUAGES, values))
        own = _own_entries(connection.execute(_OWN, values))
        for row in connection.execute(_CARDS, values):
            key = row[0]
            several = (roles.get(key, ()), languages.get(key, ()), own.get(key, {}))
            found[key] = PersonFacts._make((*row, *several))
    return found


def rows_of(
    connection: Connection, hits: Sequence[ClientHit], today: date
) -> tuple[PersonRow, ...]:
    """Answer people with their facts; who was taken away meanwhile is left out."""
    facts = person_facts(connection, hits, today)
    return tuple(PersonRow(hit, facts[hit.key]) for hit in hits if hit.key in facts)


def found_rows(
    connection: Connection, offset: int, limit: int, *, hits: Sequence[ClientHit], today: date
) -> tuple[PersonRow, ...]:
    """Answer a part of what a search has found with the facts."""
    return rows_of(connection, hits[offset : offset + limit], today)


def people_rows(
    connection: Connection,
    offset: int,
    limit: int,
    *,
    kind: ClientFilter,
    status: PersonStatus | None,
    language: str,
    today: date,
    more: Narrowing = NO_NARROWING,
) -> tuple[PersonRow, ...]:
    """Answer a window of the list of people with their facts; see `client_window`."""
    hits = client_window(
        connection,
        offset,
        limit,
        kind=kind,
        status=status,
        language=language,
        today=today,
        more=more,
    )
    return rows_of(connection, hits, today)


def _own_entries(rows: Iterable[Row[str, str, str]]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for key, field, entry in rows:
        found.setdefault(key, {})[field] = entry
    return found


def _by_person(rows: Iterable[Row[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for key, value in rows:
        found.setdefault(key, {})[value] = None
    return {key: tuple(values) for key, values in found.items()}
