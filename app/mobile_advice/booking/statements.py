"""The statements about halts and appointments, built once.

An appointment is left out with a person who may not be known; its time then looks free.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, bindparam, func, or_, select, type_coerce

from app.clients.rules import full_name
from app.mobile_advice.booking.rules import (
    HaltTimes,
    Held,
    Kind,
    Source,
    State,
)
from app.mobile_advice.tours.rules.hours import read_hours
from db.access import is_known_to_me
from db.base import KeyDigits
from db.booking import Appointment, InterpreterRequest
from db.people import Person
from db.tours import Stop, Tour, TourDay, TourHalt

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import ColumnElement, Select

    AnySelect = Select[*tuple[Any, ...]]

CANCELLED = "cancelled"
"""Of a halt or the day of a tour: see `app.mobile_advice.tours.rules`."""
TAKEN = tuple(
    state.value for state in (State.BOOKED, State.WAITING, State.CALLED, State.DONE, State.NO_SHOW)
)


class HaltRow(NamedTuple):
    """A halt as somebody books there."""

    id: UUID
    tour_day_id: UUID
    day: date
    stop_id: UUID
    stop: str
    tour: str
    from_time: int
    until_time: int
    counters: int
    slot_minutes: int
    halt_state: str
    day_state: str
    needs_permit: bool
    permit_until: date | None
    opens: str
    languages: str
    meeting_point: str
    area_id: UUID | None
    reason: str
    """Why the halt was cancelled, or the day."""

    @property
    def times(self) -> HaltTimes:
        """When it is, and in what steps it is booked."""
        hours, weekday = read_hours(self.opens), self.day.isoweekday()
        spans = tuple((first, last) for day, first, last in hours if day == weekday)
        return HaltTimes(
            self.from_time,
            self.until_time,
            self.slot_minutes,
            self.counters,
            spans if hours else None,
        )

    @property
    def is_cancelled(self) -> bool:
        """Whether nobody can be advised there."""
        return CANCELLED in {self.halt_state, self.day_state}

    @property
    def lacks_permit(self) -> bool:
        """Whether the stop needs a permit that it does not have on that day."""
        until = self.permit_until
        return self.needs_permit and (until is None or until < self.day)


_HALT_COLUMNS = (
    TourHalt.id,
    TourHalt.tour_day_id,
    TourDay.day,
    TourHalt.stop_id,
    Stop.name,
    Tour.name,
    TourHalt.from_time,
    TourHalt.until_time,
    TourHalt.counters,
    Tour.slot_minutes,
    TourHalt.state,
    TourDay.state,
    Stop.needs_permit,
    Stop.permit_until,
    Stop.opens,
    Tour.languages,
    Stop.meeting_point,
    Stop.area_id,
    func.coalesce(func.nullif(TourHalt.reason, ""), TourDay.reason),
)


def halts() -> AnySelect:
    """Answer the question for halts in the order of `HaltRow`."""
    return (
        select(*_HALT_COLUMNS)
        .join(TourDay, TourDay.id == TourHalt.tour_day_id)
        .join(Tour, Tour.id == TourDay.tour_id)
        .join(Stop, Stop.id == TourHalt.stop_id)
    )


HALT = halts().where(TourHalt.id == bindparam("halt_id", type_=TourHalt.id.type))
HALTS_BETWEEN = (
    halts()
    .where(TourDay.day >= bindparam("first"), TourDay.day <= bindparam("last"))
    .order_by(TourDay.day, TourHalt.from_time, Stop.name, TourHalt.id)
)


HALTS_AMONG = halts().where(TourHalt.id.in_(bindparam("halts", expanding=True)))
_HALT, _DAY = TourHalt.__table__.c, TourDay.__table__.c
HALT_KEYS = (
    select(
        type_coerce(_HALT.id, KeyDigits()),
        type_coerce(_HALT.stop_id, KeyDigits()),
        type_coerce(_DAY.tour_id, KeyDigits()),
    )
    .join(TourDay, _DAY.id == _HALT.tour_day_id)
    .where(
        _DAY.day >= bindparam("first"),
        _DAY.day <= bindparam("last"),
        or_(_DAY.day > bindparam("today"), _HALT.until_time > bindparam("minute")),
        _DAY.state != CANCELLED,
        _HALT.state != CANCELLED,
    )
    .order_by(_DAY.day, _HALT.from_time, _HALT.id)
)
"""Halts to come by their keys alone: an office has thousands of them, and few are looked at.

Of `today`, those that have ended by `minute`, counted from midnight, are over.
"""
STOP_WORDS = select(type_coerce(Stop.id, KeyDigits()), Stop.name, Stop.meeting_point)
TOUR_WORDS = select(type_coerce(Tour.id, KeyDigits()), Tour.name)
STOPS_IN_AREA = select(type_coerce(Stop.id, KeyDigits())).where(
    Stop.area_id == bindparam("area_id", type_=Stop.id.type)
)


class AppointmentRow(NamedTuple):
    """One appointment, number in the queue or visit at home."""

    id: UUID
    version: int
    halt_id: UUID | None
    tour_day_id: UUID | None
    day: date
    starts_at: int | None
    minutes: int
    counter: int
    queue_number: int | None
    person_id: UUID | None
    given_name: str | None
    family_name: str | None
    typed_name: str
    typed_phone: str
    person_phone: str | None
    person_mobile: str | None
    address_protected: bool | None
    needs_interpreter: bool | None
    kind: str
    state: str
    source: str
    language: str
    topic: str
    bring: str
    note: str
    booked_by: str
    reminded_on: date | None
    letter_id: UUID | None
    moved_to_id: UUID | None
    request_id: UUID | None
    request_state: str | None
    request_language: str | None
    stop_id: UUID | None
    stop: str | None
    tour: str | None

    @property
    def has_mediator(self) -> bool:
        """Whether a mediator is asked for its time."""
        return self.request_state in {"requested", "confirmed"}

    @property
    def name(self) -> str:
        """The name as it is spoken; "" for somebody nameless."""
        if self.person_id is None:
            return self.typed_name
        return full_name(self.given_name or "", self.family_name or "")

    @property
    def phone(self) -> str:
        """How the person is rung."""
        return self.typed_phone or self.person_mobile or self.person_phone or ""

    @property
    def where(self) -> str:
        """The stop, or the tour on whose way a home is visited."""
        return self.stop or self.tour or ""

    @property
    def held(self) -> Held:
        """The time that it takes."""
        return Held(self.starts_at or 0, self.minutes, self.counter)

    @property
    def is_open(self) -> bool:
        """Whether it is still to come or under way."""
        return self.state in {State.BOOKED, State.WAITING, State.CALLED}

    @property
    def is_walk_in(self) -> bool:
        """Whether it is a number in the queue."""
        return self.kind == Kind.WALK_IN

    @property
    def is_from_tour(self) -> bool:
        """Whether it was noted on the tour."""
        return self.source == Source.SUITCASE


def appointments(*more: ColumnElement[Any]) -> AnySelect:
    """Answer the question for appointments in the order of `AppointmentRow`."""
    return (
        select(
            Appointment.id,
            Appointment.version,
            Appointment.tour_halt_id,
            Appointment.tour_day_id,
            Appointment.day,
            Appointment.starts_at,
            Appointment.minutes,
            Appointment.counter,
            Appointment.queue_number,
            Appointment.person_id,
            Person.given_name,
            Person.family_name,
            Appointment.name,
            Appointment.phone,
            Person.phone,
            Person.mobile,
            Person.address_protected,
            Person.needs_interpreter,
            Appointment.kind,
            Appointment.state,
            Appointment.source,
            Appointment.language,
            Appointment.topic,
            Appointment.bring,
            Appointment.note,
            Appointment.booked_by,
            Appointment.reminded_on,
            Appointment.letter_id,
            Appointment.moved_to_id,
            InterpreterRequest.id,
            InterpreterRequest.state,
            InterpreterRequest.language,
            TourHalt.stop_id,
            Stop.name,
            Tour.name,
            *more,
        )
        .outerjoin(TourHalt, TourHalt.id == Appointment.tour_halt_id)
        .outerjoin(Stop, Stop.id == TourHalt.stop_id)
        .outerjoin(TourDay, TourDay.id == Appointment.tour_day_id)
        .outerjoin(Tour, Tour.id == TourDay.tour_id)
        .outerjoin(Person, Person.id == Appointment.person_id)
        .outerjoin(InterpreterRequest, InterpreterRequest.id == Appointment.interpreter_request_id)
        .where(is_told())
    )


def is_told() -> ColumnElement[bool]:
    """Answer the clause of appointments that the person at work may know of."""
    return or_(Appointment.person_id.is_(None), is_known_to_me(Appointment.__table__.c.person_id))


AT_HALT = appointments().where(
    Appointment.tour_halt_id == bindparam("halt_id", type_=TourHalt.id.type)
)
HOME_VISITS_OF_DAY = appointments().where(
    Appointment.tour_day_id == bindparam("tour_day_id", type_=TourDay.id.type),
    Appointment.tour_halt_id.is_(None),
)
BY_ID = appointments().where(
    Appointment.id == bindparam("appointment_id", type_=Appointment.id.type)
)

IS_HELD = and_(Appointment.state.in_(TAKEN), Appointment.starts_at.is_not(None))
"""The clause of appointments that hold a time, those of people who may not be known, too."""
_C = Appointment.__table__.c
HELD_AT = select(_C.tour_halt_id, _C.starts_at, _C.minutes, _C.counter).where(
    Appointment.tour_halt_id.in_(bindparam("halts", expanding=True)), IS_HELD, is_told()
)
COUNTED_AT = (
    select(_C.tour_halt_id, _C.kind, _C.state, func.count())
    .where(Appointment.tour_halt_id.in_(bindparam("halts", expanding=True)), is_told())
    .group_by(Appointment.tour_halt_id, Appointment.kind, Appointment.state)
)
