"""What can be asked around imports: who is known, which rows wait, was this file here before."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, func, select

from app.clients.queries.hits import as_birth
from app.clients.rules import ClientDetails, full_name, write_birth
from app.importing.people_rows import as_stored
from app.importing.twins import KnownPerson, card_of
from db.access import is_known_to_me, is_listed
from db.exchange import HeldRow, ImportRun
from db.people import Person

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection


class OpenRow(NamedTuple):
    """A held row that waits for a decision, beside the person it looks like."""

    id: UUID
    version: int
    line: int
    file_name: str
    details: ClientDetails
    """What the row would fill, as it is stored."""
    twin_id: UUID
    twin: ClientDetails
    """What the card says of it that a row can say, without notes."""
    score: float
    """How likely both are one, 0 to 1."""
    reasons: tuple[str, ...]


class EarlierImport(NamedTuple):
    """When and by whom a file was imported before."""

    at: datetime
    """Aware, UTC."""
    who: str
    added: int


_COMPARED = (
    Person.given_name, Person.family_name, Person.birth_date, Person.birth_precision,
    Person.phone, Person.mobile, Person.email, Person.country, Person.care_of, Person.street,
    Person.house_number, Person.floor, Person.door, Person.postal_code, Person.city,
    Person.address_protected,
)  # fmt: skip
_PEOPLE = select(Person.id, *_COMPARED).where(is_listed(Person.id)).order_by(Person.id)
_OPEN = (
    select(
        HeldRow.id.label("held_id"), HeldRow.version, HeldRow.number, HeldRow.fields,
        HeldRow.twin_id, HeldRow.score, HeldRow.reasons, ImportRun.file_name, *_COMPARED,
    )
    .join(ImportRun, ImportRun.id == HeldRow.import_run_id)
    .join(Person, Person.id == HeldRow.twin_id)
    .where(HeldRow.decision == "", is_known_to_me(HeldRow.twin_id))
    .order_by(ImportRun.at, ImportRun.id, HeldRow.number)
)  # fmt: skip
_COUNT = select(func.count()).select_from(_OPEN.subquery())
_EARLIER = (
    select(ImportRun.at, ImportRun.who, ImportRun.added)
    .where(ImportRun.sha256 == bindparam("sha256"))
    .order_by(ImportRun.at.desc())
    .limit(1)
)


def known_people(connection: Connection) -> tuple[KnownPerson, ...]:
    """Answer everybody of the office whom the person at work may know of, to be compared."""
    return tuple(_known(row) for row in connection.execute(_PEOPLE))


def open_rows(connection: Connection) -> tuple[OpenRow, ...]:
    """Answer the held rows that nobody decided about, file by file, as they stand in it."""
    return tuple(
        OpenRow(
            row.held_id, row.version, row.number, row.file_name, as_stored(form_of(row.fields)),
            row.twin_id, _details(row), row.score, tuple(json.loads(row.reasons)),
        )
        for row in connection.execute(_OPEN)
    )  # fmt: skip


def count_open_rows(connection: Connection) -> int:
    """Answer how many held rows wait for a decision."""
    return connection.execute(_COUNT).scalar_one()


def earlier_import(connection: Connection, sha256: str) -> EarlierImport | None:
    """Answer when a file was imported the last time; None when it is new."""
    row = connection.execute(_EARLIER, {"sha256": sha256}).one_or_none()
    return EarlierImport(*row) if row else None


def form_of(fields: str) -> ClientDetails:
    """Answer the form that a held row fills."""
    kept = json.loads(fields)
    return ClientDetails(**(kept | {"languages": tuple(kept.get("languages", ()))}))


def twin_name(row: OpenRow) -> str:
    """Answer the name of the person that a held row looks like."""
    return full_name(row.twin.given_name, row.twin.family_name)


def _known(row: Any) -> KnownPerson:  # noqa: ANN401 - a row of `_PEOPLE`
    card = card_of(
        row.id,
        (row.given_name, row.family_name),
        write_birth(as_birth(row.birth_date, row.birth_precision)),
        (row.street, row.house_number, row.floor, row.door),
        (row.postal_code, row.city),
        (row.phone, row.mobile, row.email),
    )
    return KnownPerson(row.id, card)


def _details(row: Any) -> ClientDetails:  # noqa: ANN401 - a row of `_OPEN`
    return ClientDetails(
        given_name=row.given_name,
        family_name=row.family_name,
        birth=write_birth(as_birth(row.birth_date, row.birth_precision)),
        phone=row.phone,
        mobile=row.mobile,
        email=row.email,
        country=row.country,
        care_of=row.care_of,
        street=row.street,
        house_number=row.house_number,
        floor=row.floor,
        door=row.door,
        postal_code=row.postal_code,
        city=row.city,
        address_protected=row.address_protected,
    )
