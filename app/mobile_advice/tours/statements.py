"""The questions about stops, tours and their days in SQL, each built once."""

from __future__ import annotations

from sqlalchemy import Date, Integer, and_, bindparam, func, or_, select

from app.mobile_advice.tours.rules import DayState, HaltState
from db.access import is_known_to_me
from db.areas import Area
from db.base import Key
from db.booking import Appointment, InterpreterRequest
from db.institutions import Institution
from db.tours import (
    Crew,
    Stop,
    Timetable,
    Tour,
    TourCrew,
    TourDay,
    TourHalt,
    TourStop,
    Vehicle,
)

_STOP, _AREA, _TOUR, _VEHICLE = Stop.__table__, Area.__table__, Tour.__table__, Vehicle.__table__
_TOUR_STOP, _TIMETABLE, _DAY = TourStop.__table__, Timetable.__table__, TourDay.__table__
_HALT, _CREW, _TOUR_CREW = TourHalt.__table__, Crew.__table__, TourCrew.__table__
_APPOINTMENT, _INSTITUTION = Appointment.__table__, Institution.__table__
_REQUEST = InterpreterRequest.__table__
_ID = bindparam("id", type_=Key())
_FIRST, _LAST = bindparam("first", type_=Date()), bindparam("last", type_=Date())

STANDING = ("booked", "waiting", "called")
"""See `app.mobile_advice.booking.rules.State`, which stands on this part."""
ASKED_STATES = ("requested", "confirmed")
"""States of a request for a mediator who is expected."""

STOPS = (
    select(*_STOP.c, _AREA.c.name.label("area"), _INSTITUTION.c.name.label("institution"))
    .join_from(_STOP, _AREA, _STOP.c.area_id == _AREA.c.id, isouter=True)
    .join(_INSTITUTION, _STOP.c.institution_id == _INSTITUTION.c.id, isouter=True)
    .order_by(func.lower(_STOP.c.name), _STOP.c.id)
)
ONE_STOP = STOPS.where(_STOP.c.id == _ID)
TOURS_OF_STOPS = (
    select(_TOUR_STOP.c.stop_id, _TOUR.c.name)
    .join_from(_TOUR_STOP, _TOUR, _TOUR_STOP.c.tour_id == _TOUR.c.id)
    .where(_TOUR.c.is_active)
    .distinct()
    .order_by(_TOUR.c.name)
)
VEHICLES = select(*_VEHICLE.c).order_by(func.lower(_VEHICLE.c.name), _VEHICLE.c.id)

TOURS = (
    select(*_TOUR.c, _VEHICLE.c.name.label("vehicle"))
    .join_from(_TOUR, _VEHICLE, _TOUR.c.vehicle_id == _VEHICLE.c.id, isouter=True)
    .order_by(func.lower(_TOUR.c.name), _TOUR.c.id)
)
RHYTHMS = select(*_TIMETABLE.c).order_by(_TIMETABLE.c.starts_on, _TIMETABLE.c.id)
TOUR_STOPS = (
    select(*_TOUR_STOP.c, _STOP.c.name)
    .join_from(_TOUR_STOP, _STOP, _TOUR_STOP.c.stop_id == _STOP.c.id)
    .order_by(_TOUR_STOP.c.tour_id, _TOUR_STOP.c.position)
)
NEXT_DAYS = (
    select(_DAY.c.tour_id, func.min(_DAY.c.day).label("day"))
    .where(_DAY.c.day >= _FIRST, _DAY.c.state != DayState.CANCELLED.value)
    .group_by(_DAY.c.tour_id)
)
# Whoever may not be known of goes along unnamed: the line is left out.
_MATE_IS_KNOWN = or_(_CREW.c.person_id.is_(None), is_known_to_me(_CREW.c.person_id))
_USUAL_MATE_IS_KNOWN = or_(_TOUR_CREW.c.person_id.is_(None), is_known_to_me(_TOUR_CREW.c.person_id))
USUAL_CREW = (
    select(*_TOUR_CREW.c)
    .where(_TOUR_CREW.c.tour_id == _ID, _USUAL_MATE_IS_KNOWN)
    .order_by(_TOUR_CREW.c.position, _TOUR_CREW.c.id)
)

_DAYS = (
    select(
        _DAY.c.id,
        _DAY.c.version,
        _DAY.c.tour_id,
        _TOUR.c.name.label("tour"),
        _VEHICLE.c.name.label("vehicle"),
        _DAY.c.day,
        _DAY.c.occurs_on,
        _DAY.c.state,
        func.min(_HALT.c.from_time).label("from_minute"),
        func.max(_HALT.c.until_time).label("until_minute"),
        func.count(_HALT.c.id).label("stops"),
        func.count(_HALT.c.id)
        .filter(_HALT.c.state == HaltState.CANCELLED.value)
        .label("cancelled_stops"),
        _DAY.c.reason,
    )
    .join_from(_DAY, _TOUR, _DAY.c.tour_id == _TOUR.c.id)
    .join(_VEHICLE, _DAY.c.vehicle_id == _VEHICLE.c.id, isouter=True)
    .join(_HALT, _HALT.c.tour_day_id == _DAY.c.id, isouter=True)
    .group_by(_DAY.c.id, _TOUR.c.id, _VEHICLE.c.id)
    .order_by(_DAY.c.day, func.min(_HALT.c.from_time), _TOUR.c.name, _DAY.c.id)
)
DAYS = _DAYS.where(_DAY.c.day >= _FIRST, _DAY.c.day <= _LAST)
DAYS_OF_TOUR = _DAYS.where(_DAY.c.tour_id == _ID, _DAY.c.day >= _FIRST).limit(
    bindparam("most", type_=Integer())
)
DAYS_OF_STOP = _DAYS.where(
    _DAY.c.id.in_(select(_HALT.c.tour_day_id).where(_HALT.c.stop_id == _ID)),
    _DAY.c.day >= _FIRST,
).limit(bindparam("most", type_=Integer()))
ONE_DAY = select(*_DAY.c).where(_DAY.c.id == _ID)
ONE_DAY_ROW = _DAYS.where(_DAY.c.id == _ID)

_BOOKING_IS_KNOWN = or_(
    _APPOINTMENT.c.person_id.is_(None), is_known_to_me(_APPOINTMENT.c.person_id)
)
_BOOKED = (
    select(func.count())
    .where(
        _APPOINTMENT.c.tour_halt_id == _HALT.c.id,
        _APPOINTMENT.c.state.in_(STANDING),
        _BOOKING_IS_KNOWN,
    )
    .scalar_subquery()
)
HALTS = (
    select(
        *_HALT.c,
        _STOP.c.name.label("stop"),
        _STOP.c.street,
        _STOP.c.house_number,
        _STOP.c.meeting_point,
        _STOP.c.access,
        _STOP.c.contact_name,
        _STOP.c.contact_phone,
        _STOP.c.bad_weather,
        _BOOKED.label("booked"),
    )
    .join_from(_HALT, _STOP, _HALT.c.stop_id == _STOP.c.id)
    .where(_HALT.c.tour_day_id == _ID)
    .order_by(_HALT.c.position, _HALT.c.from_time)
)
STANDING_ON_DAY = (
    select(_APPOINTMENT.c.tour_halt_id, _REQUEST.c.id.label("request_id"))
    .join_from(
        _APPOINTMENT,
        _REQUEST,
        and_(
            _APPOINTMENT.c.interpreter_request_id == _REQUEST.c.id,
            _REQUEST.c.state.in_(ASKED_STATES),
        ),
        isouter=True,
    )
    .where(
        or_(
            _APPOINTMENT.c.tour_day_id == _ID,
            _APPOINTMENT.c.tour_halt_id.in_(select(_HALT.c.id).where(_HALT.c.tour_day_id == _ID)),
        ),
        _APPOINTMENT.c.state.in_(STANDING),
        _BOOKING_IS_KNOWN,
    )
)
"""The appointments of a day, at its stops and at home, with the mediators asked for them."""
CREW = (
    select(*_CREW.c)
    .where(_CREW.c.tour_day_id == _ID, _MATE_IS_KNOWN)
    .order_by(_CREW.c.position, _CREW.c.id)
)
ENGAGED = (
    select(
        _DAY.c.id.label("tour_day_id"),
        _CREW.c.person_id,
        _CREW.c.name,
        _CREW.c.duty,
        _TOUR.c.name.label("tour"),
        func.coalesce(_CREW.c.from_time, func.min(_HALT.c.from_time)).label("from_minute"),
        func.coalesce(_CREW.c.until_time, func.max(_HALT.c.until_time)).label("until_minute"),
    )
    .join_from(_CREW, _DAY, _CREW.c.tour_day_id == _DAY.c.id)
    .join(_TOUR, _DAY.c.tour_id == _TOUR.c.id)
    .join(_HALT, _HALT.c.tour_day_id == _DAY.c.id)
    .where(
        _DAY.c.day == _FIRST,
        _DAY.c.state != DayState.CANCELLED.value,
        _HALT.c.state != HaltState.CANCELLED.value,
        _MATE_IS_KNOWN,
    )
    .group_by(_CREW.c.id, _DAY.c.id, _TOUR.c.id)
)
"""Who is on which tour of a day."""
VEHICLES_OUT = (
    select(
        _DAY.c.id,
        _VEHICLE.c.id,
        _VEHICLE.c.name,
        _TOUR.c.name,
        func.min(_HALT.c.from_time),
        func.max(_HALT.c.until_time),
    )
    .join_from(_DAY, _VEHICLE, _DAY.c.vehicle_id == _VEHICLE.c.id)
    .join(_TOUR, _DAY.c.tour_id == _TOUR.c.id)
    .join(_HALT, _HALT.c.tour_day_id == _DAY.c.id)
    .where(
        _DAY.c.day == _FIRST,
        _DAY.c.state != DayState.CANCELLED.value,
        _HALT.c.state != HaltState.CANCELLED.value,
    )
    .group_by(_DAY.c.id, _VEHICLE.c.id, _TOUR.c.id)
)
"""Which vehicle is on which tour of a day."""
CANDIDATES = (
    select(_TOUR_CREW.c.person_id, _TOUR_CREW.c.name, _TOUR_CREW.c.duty)
    .where(_USUAL_MATE_IS_KNOWN)
    .distinct()
    .order_by(_TOUR_CREW.c.name)
)
"""Who goes along on tours at all."""
ON_BOARD = select(_CREW.c.tour_day_id).where(
    _CREW.c.name == bindparam("who"),
    _CREW.c.tour_day_id.in_(bindparam("days", type_=Key(), expanding=True)),
)
PERMITS = (
    STOPS.where(
        _STOP.c.is_active,
        _STOP.c.needs_permit,
        or_(_STOP.c.permit_until.is_(None), _STOP.c.permit_until <= _LAST),
        _STOP.c.id.in_(
            select(_TOUR_STOP.c.stop_id)
            .join(_TOUR, _TOUR_STOP.c.tour_id == _TOUR.c.id)
            .where(_TOUR.c.is_active)
        ),
    )
    .order_by(None)
    .order_by(_STOP.c.permit_until, _STOP.c.name)
)
"""Stops in use whose permit ends by a day, or that have none."""
TO_CONFIRM = (
    select(func.count())
    .select_from(_DAY)
    .where(_DAY.c.day >= _FIRST, _DAY.c.day <= _LAST, _DAY.c.state == DayState.PLANNED.value)
)
PUBLIC = (
    select(
        _DAY.c.id,
        _DAY.c.tour_id,
        _DAY.c.day,
        _DAY.c.occurs_on,
        _DAY.c.state,
        _TOUR.c.name.label("tour"),
        _TOUR.c.languages,
        _TOUR.c.vehicle_id,
        _HALT.c.id.label("halt_id"),
        _HALT.c.from_time,
        _HALT.c.until_time,
        _HALT.c.state.label("halt_state"),
        _STOP.c.id.label("stop_id"),
        _STOP.c.name.label("stop"),
        _STOP.c.street,
        _STOP.c.house_number,
        _STOP.c.postal_code,
        _STOP.c.city,
        _STOP.c.meeting_point,
        _STOP.c.access,
        _STOP.c.bad_weather,
        _STOP.c.latitude,
        _STOP.c.longitude,
    )
    .join_from(_HALT, _DAY, _HALT.c.tour_day_id == _DAY.c.id)
    .join(_TOUR, _DAY.c.tour_id == _TOUR.c.id)
    .join(_STOP, _HALT.c.stop_id == _STOP.c.id)
    .where(_DAY.c.day >= _FIRST, _DAY.c.day <= _LAST)
    .order_by(_DAY.c.day, _HALT.c.from_time, _STOP.c.name, _HALT.c.id)
)
"""What the public is told: no crew, no contact, no note."""
