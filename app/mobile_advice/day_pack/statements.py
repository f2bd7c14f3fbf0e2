"""What a day pack asks of the office, in SQL; nobody reads of people who are hidden from them."""

from __future__ import annotations

from sqlalchemy import Date, String, and_, bindparam, or_, select
from sqlalchemy.orm import aliased

from db.access import is_known_to_me, is_listed
from db.admin import OfficeCard
from db.base import Key
from db.booking import Appointment, InterpreterPool, InterpreterRequest
from db.coordinates import AddressFile
from db.institutions import Institution
from db.office_lists import CustomField, CustomValue
from db.people import Person, PersonLanguage
from db.preventive import PreventiveOffer
from db.tasks import Task
from db.tours import Stop, Tour, TourDay, TourHalt, Vehicle

_ID = bindparam("id", type_=Key())
_FIRST, _LAST = bindparam("first", type_=Date()), bindparam("last", type_=Date())
_AREAS = bindparam("areas", type_=Key(), expanding=True)
OFFICE = select(OfficeCard.name, OfficeCard.country).limit(1)
DAY = (
    select(
        TourDay.day,
        TourDay.note,
        Tour.name.label("tour"),
        Vehicle.name.label("vehicle"),
        Vehicle.plate,
        Vehicle.equipment,
    )
    .join(Tour, Tour.id == TourDay.tour_id)
    .join(Vehicle, Vehicle.id == TourDay.vehicle_id, isouter=True)
    .where(TourDay.id == _ID)
)
STOPS = (
    select(
        TourHalt.id,
        Stop.name,
        Stop.street,
        Stop.house_number,
        Stop.postal_code,
        Stop.city,
        Stop.meeting_point,
        Stop.access,
        Stop.has_power,
        Stop.toilet,
        Stop.needs_permit,
        Stop.permit_number,
        Stop.permit_until,
        Stop.contact_name,
        Stop.contact_phone,
        Stop.bad_weather,
        Stop.note,
        Stop.area_id,
    )
    .join(Stop, Stop.id == TourHalt.stop_id)
    .where(TourHalt.tour_day_id == _ID, TourHalt.state != "cancelled")
)
_PERSON = Appointment.__table__.c.person_id
_mediator = aliased(Person)
APPOINTMENTS = (
    select(
        Appointment.id,
        Appointment.tour_halt_id,
        Appointment.person_id,
        Appointment.name,
        Appointment.phone.label("own_phone"),
        Appointment.starts_at,
        Appointment.queue_number,
        Appointment.language,
        Appointment.bring,
        Appointment.kind,
        Person.given_name,
        Person.family_name,
        Person.phone,
        Person.mobile,
        Person.address_protected,
        Person.care_of,
        Person.country,
        Person.street,
        Person.house_number,
        Person.floor,
        Person.door,
        Person.postal_code,
        Person.city,
        InterpreterRequest.language.label("interpreted"),
        InterpreterRequest.state.label("interpreting"),
        _mediator.given_name.label("mediator_given"),
        _mediator.family_name.label("mediator_family"),
        InterpreterPool.name.label("pool"),
    )
    .join(TourHalt, TourHalt.id == Appointment.tour_halt_id, isouter=True)
    .join(Person, Person.id == Appointment.person_id, isouter=True)
    .join(
        InterpreterRequest,
        InterpreterRequest.id == Appointment.interpreter_request_id,
        isouter=True,
    )
    .join(
        _mediator,
        and_(_mediator.id == InterpreterRequest.mediator_id, is_known_to_me(_mediator.id)),
        isouter=True,
    )
    .join(InterpreterPool, InterpreterPool.id == InterpreterRequest.pool_id, isouter=True)
    .where(
        or_(TourHalt.tour_day_id == _ID, Appointment.tour_day_id == _ID),
        Appointment.state.in_(["booked", "waiting", "called"]),
        or_(_PERSON.is_(None), is_known_to_me(_PERSON)),
    )
    .order_by(Appointment.starts_at, Appointment.queue_number, Appointment.id)
)
SPOKEN = (
    select(PersonLanguage.person_id, PersonLanguage.tag)
    .where(
        PersonLanguage.person_id.in_(bindparam("people", type_=Key(), expanding=True)),
        is_known_to_me(PersonLanguage.person_id),
    )
    .order_by(PersonLanguage.person_id, PersonLanguage.position)
)
# Where somebody lives whose address is protected is not told by what is due near a stop.
_NEAR = (Person.area_id.in_(_AREAS), Person.address_protected.is_(False), is_listed(Person.id))
TASKS = (
    select(
        Person.id, Person.area_id, Person.given_name, Person.family_name,
        Task.due_on.label("day"), Task.title,
    )
    .join(Person, Person.id == Task.person_id)
    .where(*_NEAR, Task.state == "open", Task.due_on >= _FIRST, Task.due_on <= _LAST)
)  # fmt: skip
OFFERED = (
    select(
        Person.id, Person.area_id, Person.given_name, Person.family_name,
        PreventiveOffer.due_on.label("day"),
    )
    .join(Person, Person.id == PreventiveOffer.person_id)
    .where(
        *_NEAR,
        PreventiveOffer.state.in_(["due", "offered", "moved"]),
        PreventiveOffer.due_on >= _FIRST,
        PreventiveOffer.due_on <= _LAST,
    )
)  # fmt: skip
OWN_DAYS = (
    # Days stand as ISO 8601 in own fields, so that they compare as words do.
    select(
        Person.id, Person.area_id, Person.given_name, Person.family_name,
        CustomValue.entry, CustomField.label_de, CustomField.label_da, CustomField.label_en,
    )
    .join(Person, Person.id == CustomValue.person_id)
    .join(CustomField, CustomField.id == CustomValue.field_id)
    .where(
        *_NEAR,
        CustomField.kind == "date",
        CustomField.is_active,
        CustomValue.entry >= bindparam("first_words", type_=String()),
        CustomValue.entry <= bindparam("last_words", type_=String()),
    )
)  # fmt: skip
OFFERS = (
    select(
        Institution.area_id, Institution.name, Institution.street, Institution.house_number,
        Institution.opening_hours, Institution.phone,
    )
    .where(Institution.area_id.in_(_AREAS), Institution.is_active)
    .order_by(Institution.sort_key_de, Institution.id)
)  # fmt: skip
SOURCES = select(AddressFile.source).where(AddressFile.source != "").distinct()
