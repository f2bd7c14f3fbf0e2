"""What a new appointment begins with: a person, somebody who waits, or a call on the phone line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, or_, select

from app.clients.rules import full_name
from app.mobile_advice.booking.rules import Booking, Source
from db.access import is_known_to_me
from db.advice import Callback
from db.base import Key
from db.people import Person

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

_PERSON = select(Person.given_name, Person.family_name).where(
    Person.id == bindparam("person_id", type_=Key()), is_known_to_me(Person.id)
)
_CALL = select(
    Callback.person_id,
    Callback.caller,
    Callback.phone,
    Callback.wish,
    Callback.topic,
    Callback.language,
).where(
    Callback.id == bindparam("call_id", type_=Key()),
    or_(Callback.person_id.is_(None), is_known_to_me(Callback.__table__.c.person_id)),
)


class WaitRow(NamedTuple):
    """Somebody who waits for a free time at a stop."""

    id: UUID
    version: int
    stop_id: UUID
    stop: str
    person_id: UUID | None
    given_name: str | None
    family_name: str | None
    typed_name: str
    typed_phone: str
    person_phone: str | None
    person_mobile: str | None
    since: date
    wish: str
    place: int
    """At the stop, from 1: who came first is offered a time first."""

    @property
    def name(self) -> str:
        """The name as it is spoken."""
        if self.person_id is None:
            return self.typed_name
        return full_name(self.given_name or "", self.family_name or "")

    @property
    def phone(self) -> str:
        """How the person is rung."""
        return self.typed_phone or self.person_mobile or self.person_phone or ""


def begun(
    connection: Connection,
    person_id: UUID | None,
    waiting: WaitRow | None,
    call_id: UUID | None,
) -> tuple[Booking, str]:
    """Answer the appointment as it begins, and the name of whoever has a card."""
    if waiting is not None:
        booking = Booking(
            person_id=waiting.person_id,
            name=waiting.typed_name,
            phone=waiting.typed_phone,
            note=waiting.wish,
            source=Source.PHONE,
        )
        return booking, waiting.name if waiting.person_id is not None else ""
    if call_id is not None:
        return _of_call(connection, call_id)
    if person_id is None:
        return Booking(source=Source.PHONE), ""
    return Booking(person_id=person_id, source=Source.CARD), _name(connection, person_id)


def _of_call(connection: Connection, call_id: UUID) -> tuple[Booking, str]:
    """Answer what the caller said, so that nobody is asked or typed twice."""
    call = connection.execute(_CALL, {"call_id": call_id}).first()
    if call is None:
        return Booking(source=Source.PHONE), ""
    booking = Booking(
        person_id=call.person_id,
        name="" if call.person_id is not None else call.caller,
        phone=call.phone,
        note=call.wish,
        topic=call.topic,
        language=call.language,
        source=Source.PHONE,
    )
    return booking, _name(connection, call.person_id) if call.person_id is not None else ""


def _name(connection: Connection, person_id: UUID) -> str:
    person = connection.execute(_PERSON, {"person_id": person_id}).first()
    return full_name(*person) if person is not None else ""
