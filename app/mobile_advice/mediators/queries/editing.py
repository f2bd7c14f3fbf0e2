"""What the form of a request for a mediator begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, or_, select

from app.clients.rules import full_name
from app.mobile_advice.mediators.figures import figures_on
from app.mobile_advice.mediators.queries.requests import request_row
from app.mobile_advice.mediators.rules import RequestDetails
from db.access import is_known_to_me
from db.base import Key
from db.booking import Appointment
from db.people import Person
from db.tours import Stop, TourHalt

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection


class RequestToEdit(NamedTuple):
    """What the form of a request begins with."""

    request_id: UUID | None
    version: int
    details: RequestDetails
    requester: str
    """The name of the institution that asks."""
    person: str
    mediator: str
    usual_minutes: int


_ABOUT = (
    select(
        Appointment.day,
        Appointment.starts_at,
        Appointment.minutes,
        Appointment.language,
        Appointment.person_id,
        Stop.name,
        Person.given_name,
        Person.family_name,
        Person.address_protected,
    )
    .outerjoin(TourHalt, TourHalt.id == Appointment.tour_halt_id)
    .outerjoin(Stop, Stop.id == TourHalt.stop_id)
    .outerjoin(Person, Person.id == Appointment.person_id)
    .where(
        Appointment.id == bindparam("appointment_id", type_=Key()),
        or_(Appointment.person_id.is_(None), is_known_to_me(Appointment.__table__.c.person_id)),
    )
)


def request_to_edit(
    connection: Connection,
    today: date,
    request_id: UUID | None = None,
    *,
    appointment_id: UUID | None = None,
    person_id: UUID | None = None,
) -> RequestToEdit | None:
    """Answer what a form begins with: a request, an appointment, a person, or nothing."""
    minutes = figures_on(today).usual_minutes
    if request_id is not None:
        row = request_row(connection, request_id)
        if row is None:
            return None
        return RequestToEdit(
            row.id,
            row.version,
            row.as_details(),
            row.institution or "",
            row.person,
            row.mediator,
            minutes,
        )
    if appointment_id is not None:
        return _of_appointment(connection, appointment_id, minutes)
    name = ""
    if person_id is not None:
        asked = select(Person.given_name, Person.family_name).where(
            Person.id == person_id, is_known_to_me(Person.id)
        )
        person = connection.execute(asked).first()
        name = full_name(*person) if person is not None else ""
    details = RequestDetails(person_id=person_id if name else None)
    return RequestToEdit(None, 0, details, "", name, "", minutes)


def _of_appointment(
    connection: Connection, appointment_id: UUID, minutes: int
) -> RequestToEdit | None:
    found = connection.execute(_ABOUT, {"appointment_id": appointment_id}).first()
    if found is None:
        return None
    day, start, length, language, person_id, stop, given, family, _protected = found
    details = RequestDetails(
        language=language,
        day=day,
        from_time=start,
        until_time=None if start is None else start + length,
        place=stop or "",
        person_id=person_id,
        appointment_id=appointment_id,
    )
    name = full_name(given or "", family or "")
    return RequestToEdit(None, 0, details, "", name, "", minutes)
