"""Lists about appointments: of one person, to be reminded, waiting at stops, and one for a form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, bindparam, func, or_, select

from app.mobile_advice.booking.figures import figures_on
from app.mobile_advice.booking.queries.beginning import WaitRow, begun
from app.mobile_advice.booking.rules import Booking, Kind, Place, Source, State, WaitingState
from app.mobile_advice.booking.statements import (
    BY_ID,
    CANCELLED,
    AppointmentRow,
    appointments,
)
from db.access import cards_of, is_known_to_me
from db.base import Key
from db.booking import Appointment, StopWaiting
from db.people import Person
from db.tasks import Task
from db.tours import Stop, Tour, TourDay, TourHalt

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

_OF_PERSON = (
    appointments()
    .where(Appointment.person_id.in_(cards_of(bindparam("person_id", type_=Key()))))
    .order_by(Appointment.day.desc(), Appointment.starts_at.desc(), Appointment.id)
)
_TO_REMIND = (
    appointments()
    .where(
        Appointment.day >= bindparam("first"),
        Appointment.day <= bindparam("last"),
        Appointment.state == State.BOOKED.value,
        Appointment.kind != Kind.WALK_IN.value,
        or_(TourHalt.id.is_(None), TourHalt.state != CANCELLED),
        TourDay.state != CANCELLED,
    )
    .order_by(Appointment.day, Appointment.starts_at, Appointment.id)
)


_TOLD_BY_TASK = select(Task.person_id).where(
    Task.origin_id == bindparam("tour_day_id", type_=Key()), Task.person_id.is_not(None)
)
"""Whom the cancelling of a day noted as to be told: not those who had cancelled before."""
_TO_TELL = (
    appointments()
    .where(
        Appointment.tour_day_id == bindparam("tour_day_id", type_=Key()),
        Appointment.person_id.is_not(None),
        or_(
            Appointment.state == State.BOOKED.value,
            and_(
                Appointment.state == State.CANCELLED.value,
                Appointment.person_id.in_(_TOLD_BY_TASK),
            ),
        ),
        or_(TourDay.state == CANCELLED, TourHalt.state == CANCELLED),
    )
    .order_by(Appointment.starts_at, Appointment.id)
)


_PLACE = func.row_number().over(
    partition_by=StopWaiting.stop_id, order_by=(StopWaiting.since, StopWaiting.id)
)
_WAITING = (
    select(
        StopWaiting.id,
        StopWaiting.version,
        StopWaiting.stop_id,
        Stop.name,
        StopWaiting.person_id,
        Person.given_name,
        Person.family_name,
        StopWaiting.name,
        StopWaiting.phone,
        Person.phone,
        Person.mobile,
        StopWaiting.since,
        StopWaiting.wish,
        _PLACE,
    )
    .join(Stop, Stop.id == StopWaiting.stop_id)
    .outerjoin(Person, Person.id == StopWaiting.person_id)
    .where(
        StopWaiting.state == WaitingState.WAITING.value,
        or_(StopWaiting.person_id.is_(None), is_known_to_me(StopWaiting.__table__.c.person_id)),
    )
    .order_by(StopWaiting.since, StopWaiting.id)
)
_WAITING_AT = _WAITING.where(StopWaiting.stop_id == bindparam("stop_id", type_=Key()))
_TOUR_DAYS = (
    select(TourDay.id, TourDay.day, Tour.name)
    .join(Tour, Tour.id == TourDay.tour_id)
    .where(
        TourDay.day >= bindparam("first"),
        TourDay.day <= bindparam("last"),
        TourDay.state != CANCELLED,
        Tour.vehicle_id.is_not(None),
    )
    .order_by(TourDay.day, Tour.name, TourDay.id)
)
_STOPS = select(Stop.id, Stop.name, Stop.area_id).where(Stop.is_active).order_by(Stop.name, Stop.id)
_AREA = select(Person.area_id).where(
    Person.id == bindparam("person_id", type_=Key()), is_known_to_me(Person.id)
)


class TourDayRow(NamedTuple):
    """A day of a tour on whose way a home can be visited."""

    id: UUID
    day: date
    tour: str


class StopName(NamedTuple):
    """A stop that people can wait for."""

    id: UUID
    name: str
    area_id: UUID | None


class AppointmentToEdit(NamedTuple):
    """An appointment as its form shows it, or what is known of a new one."""

    row: AppointmentRow | None
    booking: Booking
    name: str
    """Of the person with a card."""
    area_id: UUID | None
    """Where the person lives."""
    tour_days: tuple[TourDayRow, ...]
    home_minutes: int
    waiting_id: UUID | None = None


def appointments_of(connection: Connection, person_id: UUID) -> tuple[AppointmentRow, ...]:
    """Answer the appointments of one human being, the latest first; none of a hidden one."""
    rows = connection.execute(_OF_PERSON, {"person_id": person_id})
    return tuple(AppointmentRow(*row) for row in rows)


def appointment_row(connection: Connection, appointment_id: UUID) -> AppointmentRow | None:
    """Answer one appointment."""
    row = connection.execute(BY_ID, {"appointment_id": appointment_id}).first()
    return AppointmentRow(*row) if row is not None else None


def to_remind(
    connection: Connection, today: date, *, all_of_them: bool = False
) -> tuple[AppointmentRow, ...]:
    """Answer who comes within the days of a reminder and was not reminded, or all who come."""
    last = today + timedelta(days=figures_on(today).remind_days)
    rows = connection.execute(_TO_REMIND, {"first": today, "last": last})
    found = (AppointmentRow(*row) for row in rows)
    return tuple(row for row in found if all_of_them or row.reminded_on is None)


def to_be_told(connection: Connection, tour_day_id: UUID) -> tuple[AppointmentRow, ...]:
    """Answer who is booked at cancelled stops of a day and has a card to write to."""
    rows = connection.execute(_TO_TELL, {"tour_day_id": tour_day_id})
    return tuple(AppointmentRow(*row) for row in rows)


def waiting_people(connection: Connection, stop_id: UUID | None = None) -> tuple[WaitRow, ...]:
    """Answer who waits for a time, at one stop or all, who came first first."""
    asked: Any = _WAITING if stop_id is None else _WAITING_AT
    values = {} if stop_id is None else {"stop_id": stop_id}
    return tuple(WaitRow(*row) for row in connection.execute(asked, values))


def stop_names(connection: Connection) -> tuple[StopName, ...]:
    """Answer the stops in use."""
    return tuple(StopName(*row) for row in connection.execute(_STOPS))


def appointment_to_edit(
    connection: Connection,
    today: date,
    appointment_id: UUID | None = None,
    *,
    person_id: UUID | None = None,
    waiting_id: UUID | None = None,
    call_id: UUID | None = None,
    place: Place | None = None,
) -> AppointmentToEdit | None:
    """Answer what a form begins with: an appointment, a person, place, waiting entry or call.

    None when the appointment or the person is gone.
    """
    figures = figures_on(today)
    last = today + timedelta(days=figures.look_ahead_days)
    days = connection.execute(_TOUR_DAYS, {"first": today, "last": last})
    tour_days = tuple(TourDayRow(*row) for row in days)
    row = None
    if appointment_id is not None:
        row = appointment_row(connection, appointment_id)
        if row is None:
            return None
        booking = _booking_of(row)
        name = row.name if row.person_id is not None else ""
    else:
        who = (one for one in waiting_people(connection) if waiting_id is not None)
        waiting = next((one for one in who if one.id == waiting_id), None)
        booking, name = begun(connection, person_id, waiting, call_id)
        if person_id is not None and not name:
            return None
    if place is not None:
        booking = replace(booking, place=place)
    area = _area_of(connection, booking.person_id)
    return AppointmentToEdit(
        row, booking, name, area, tour_days, figures.home_visit_minutes, waiting_id
    )


def _booking_of(row: AppointmentRow) -> Booking:
    place = None
    if row.halt_id is not None and row.starts_at is not None:
        place = Place(row.halt_id, row.starts_at, row.counter)
    return Booking(
        place,
        row.person_id,
        row.typed_name,
        row.typed_phone,
        Kind(row.kind),
        Source(row.source),
        row.minutes,
        row.tour_day_id,
        row.starts_at,
        row.language,
        row.topic,
        row.bring,
        row.note,
    )


def _area_of(connection: Connection, person_id: UUID | None) -> UUID | None:
    return connection.scalar(_AREA, {"person_id": person_id}) if person_id is not None else None
