"""What the demo asks of the office that it fills: which visits come, who has time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from db.areas import Area
from db.journal import Note
from db.people import Person, PersonRole
from db.visiting import Visit

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

_COMING = (
    select(Visit.id)
    .join(Person, Person.id == Visit.client_id)
    .where(
        Visit.planned_start >= bindparam("start"),
        Visit.status == "planned",
        Visit.visitor == bindparam("visitor"),
        Person.address_protected.is_(False),
    )
    .order_by(Visit.planned_start, Visit.id)
    .limit(bindparam("most"))
)
_BUSY = select(Visit.client_id).where(
    Visit.planned_start >= bindparam("start"), Visit.planned_start < bindparam("end")
)
_CLIENTS = select(PersonRole.person_id).where(PersonRole.role == "client")
_FREE = (
    select(Person.id)
    .where(
        Person.address_protected.is_(False),
        Person.id.in_(_CLIENTS),
        Person.id.not_in(_BUSY),
    )
    .order_by(Person.sort_key_de, Person.id)
    .limit(1)
)

_NOTES = (
    select(Note.id, Note.person_id)
    .join(Person, Person.id == Note.person_id)
    .where(Note.author == bindparam("author"), Note.access == "team")
    .order_by(Note.serial.desc())
    .limit(bindparam("most"))
)

_AREAS = select(Area.name, Area.id).where(Area.code_list == bindparam("code_list"), Area.name != "")


def areas_by_name(connection: Connection, code_list: str) -> dict[str, UUID]:
    """Answer the record of each named area of a loaded list."""
    rows = connection.execute(_AREAS, {"code_list": code_list})
    return {row.name: row.id for row in rows}


def first_notes(connection: Connection, author: str, most: int) -> tuple[tuple[UUID, UUID], ...]:
    """Answer the newest notes of an author for the team, each with its person."""
    rows = connection.execute(_NOTES, {"author": author, "most": most})
    return tuple((row.id, row.person_id) for row in rows)


def coming_visits(connection: Connection, visitor: str, after: date, most: int) -> tuple[UUID, ...]:
    """Answer the next planned visits of a visitor after a day, at most `most`."""
    start = datetime.combine(after + timedelta(days=1), time.min)
    values = {"start": start, "visitor": visitor, "most": most}
    return tuple(connection.execute(_COMING, values).scalars())


def free_client(connection: Connection, first: date, last: date) -> UUID:
    """Answer the first client by name whom nobody visits from a day to another, inclusive."""
    span = {
        "start": datetime.combine(first, time.min),
        "end": datetime.combine(last + timedelta(days=1), time.min),
    }
    return connection.execute(_FREE, span).scalar_one()
