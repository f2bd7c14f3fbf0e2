"""What planning asks of the office, in SQL."""

from __future__ import annotations

from sqlalchemy import bindparam, or_, select

from db.access import is_known_to_me
from db.admin import OfficeCard
from db.base import Key
from db.booking import Appointment
from db.people import Person
from db.tours import Stop, TourDay, TourHalt

_ID = bindparam("id", type_=Key())
STANDING = ("booked", "waiting", "called")
"""See `app.mobile_advice.booking.rules.OPEN`."""
DAY = select(TourDay.id, TourDay.version, TourDay.day, TourDay.state, TourDay.tour_id).where(
    TourDay.id == _ID
)
HALTS = (
    select(
        TourHalt.id,
        TourHalt.stop_id,
        Stop.name,
        Stop.country,
        Stop.street,
        Stop.house_number,
        Stop.postal_code,
        Stop.city,
        Stop.meeting_point,
        Stop.area_id,
        Stop.latitude,
        Stop.longitude,
        Stop.opens,
        TourHalt.from_time,
        TourHalt.until_time,
    )
    .join(Stop, Stop.id == TourHalt.stop_id)
    .where(TourHalt.tour_day_id == _ID, TourHalt.state != "cancelled")
    .order_by(TourHalt.position, TourHalt.id)
)
_PERSON = Appointment.__table__.c.person_id
_IS_KNOWN = or_(_PERSON.is_(None), is_known_to_me(_PERSON))
HOMES = (
    select(
        Appointment.id,
        Appointment.version,
        Appointment.person_id,
        Appointment.name,
        Person.given_name,
        Person.family_name,
        Person.area_id,
        Person.country,
        Person.street,
        Person.house_number,
        Person.postal_code,
        Person.city,
        Person.address_protected,
        Appointment.starts_at,
        Appointment.minutes,
    )
    .join(Person, Person.id == Appointment.person_id)
    .where(
        Appointment.tour_day_id == _ID,
        Appointment.tour_halt_id.is_(None),
        Appointment.kind == "home_visit",
        Appointment.state == "booked",
        Appointment.starts_at.is_not(None),
        _IS_KNOWN,
    )
    .order_by(Appointment.starts_at, Appointment.id)
)
BOOKED = (
    select(
        Appointment.id,
        Appointment.version,
        Appointment.tour_halt_id,
        Appointment.name,
        Appointment.phone,
        Person.given_name,
        Person.family_name,
        Appointment.starts_at,
    )
    .join(TourHalt, TourHalt.id == Appointment.tour_halt_id)
    .join(Person, Person.id == Appointment.person_id, isouter=True)
    .where(TourHalt.tour_day_id == _ID, Appointment.state.in_(STANDING), _IS_KNOWN)
    .order_by(Appointment.starts_at, Appointment.id)
)
ANY_BOOKED = (
    # Also those whom the reader may not know of keep their stop where it is.
    select(Appointment.tour_halt_id)
    .join(TourHalt, TourHalt.id == Appointment.tour_halt_id)
    .where(TourHalt.tour_day_id == _ID, Appointment.state.in_(STANDING))
)
OFFICE = select(
    OfficeCard.country, OfficeCard.street, OfficeCard.postal_code, OfficeCard.city
).limit(1)
