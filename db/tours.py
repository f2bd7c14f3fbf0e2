"""The tables of mobile advice: stops and sites, vehicles, tours, their timetable and their days."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import (
    Boolean,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record


class Stop(Record):
    """Where a bus stops, or a room in which hours are held without one."""

    __tablename__ = "stop"
    __table_args__ = (Index(None, "area_id"), Index(None, "institution_id"))

    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    """See `app.mobile_advice.tours.rules.StopKind`: "stop", or "site" for a room."""
    country: Mapped[str] = mapped_column(String(2))
    street: Mapped[str] = mapped_column(Text, default="")
    house_number: Mapped[str] = mapped_column(Text, default="")
    postal_code: Mapped[str] = mapped_column(Text, default="")
    city: Mapped[str] = mapped_column(Text, default="")
    meeting_point: Mapped[str] = mapped_column(Text, default="")
    area_id: Mapped[UUID | None] = mapped_column(ForeignKey("area.id"))
    institution_id: Mapped[UUID | None] = mapped_column(ForeignKey("institution.id"))
    """Whose room it is: a practice, a pharmacy, a centre for older people."""
    latitude: Mapped[float | None] = mapped_column(Float)
    longitude: Mapped[float | None] = mapped_column(Float)
    """Degrees of WGS 84."""
    access: Mapped[str] = mapped_column(Text, default="")
    """See `app.mobile_advice.tours.rules.Access`; "" is not known."""
    has_power: Mapped[bool | None] = mapped_column(Boolean)
    """None is not known."""
    toilet: Mapped[str] = mapped_column(Text, default="")
    """Where the nearest one is."""
    needs_permit: Mapped[bool] = mapped_column(Boolean, default=False)
    permit_number: Mapped[str] = mapped_column(Text, default="")
    permit_until: Mapped[date | None] = mapped_column(Date)
    """Last day of the permit to stand there."""
    contact_name: Mapped[str] = mapped_column(Text, default="")
    contact_phone: Mapped[str] = mapped_column(Text, default="")
    """Who is on the spot."""
    bad_weather: Mapped[str] = mapped_column(Text, default="")
    """Where people are received in bad weather."""
    counters: Mapped[int] = mapped_column(Integer, default=1)
    """How many people are advised at a time."""
    opens: Mapped[str] = mapped_column(Text, default="")
    """Hours of the week, see `app.mobile_advice.tours.rules.read_hours`; "" is at any time."""
    note: Mapped[str] = mapped_column(Text, default="")
    is_active: Mapped[bool] = mapped_column(Boolean, default=True)


class Vehicle(Record):
    """A bus or car that goes round, and what is on board."""

    __tablename__ = "vehicle"

    name: Mapped[str] = mapped_column(Text)
    plate: Mapped[str] = mapped_column(Text, default="")
    equipment: Mapped[str] = mapped_column(Text, default="")
    seats: Mapped[int] = mapped_column(Integer, default=0)
    """Seats beside the driver's; 0 is not known."""
    note: Mapped[str] = mapped_column(Text, default="")
    is_active: Mapped[bool] = mapped_column(Boolean, default=True)


class Tour(Record):
    """Stops in a fixed order, or consultation hours without a vehicle."""

    __tablename__ = "tour"
    # Finds the few tours of which days are still to be made.
    __table_args__ = (Index(None, "vehicle_id"), Index(None, "made_until"))

    name: Mapped[str] = mapped_column(Text)
    vehicle_id: Mapped[UUID | None] = mapped_column(ForeignKey("vehicle.id"))
    """None for consultation hours."""
    languages: Mapped[str] = mapped_column(Text, default="")
    """Tags of languages in which advice is given, parted by spaces."""
    slot_minutes: Mapped[int] = mapped_column(Integer, default=20)
    """How long an appointment is."""
    note: Mapped[str] = mapped_column(Text, default="")
    is_active: Mapped[bool] = mapped_column(Boolean, default=True)
    made_until: Mapped[date] = mapped_column(Date)
    """Last day up to which the days of the timetable stand in `tour_day`."""


class TourStop(Record):
    """A stop of a tour in its fixed order, and when the bus stands there."""

    __tablename__ = "tour_stop"
    __table_args__ = (Index(None, "tour_id", "position"), Index(None, "stop_id"))

    tour_id: Mapped[UUID] = mapped_column(ForeignKey("tour.id"))
    stop_id: Mapped[UUID] = mapped_column(ForeignKey("stop.id"))
    position: Mapped[int] = mapped_column(Integer)
    from_time: Mapped[int] = mapped_column(Integer)
    until_time: Mapped[int] = mapped_column(Integer)
    """Minutes after midnight of the local day."""


class Timetable(Record):
    """One rhythm in which a tour goes; a tour may have several."""

    __tablename__ = "timetable"
    __table_args__ = (Index(None, "tour_id"),)

    tour_id: Mapped[UUID] = mapped_column(ForeignKey("tour.id"))
    rhythm: Mapped[str] = mapped_column(Text)
    """See `app.mobile_advice.tours.rules.Rhythm`."""
    weekday: Mapped[int | None] = mapped_column(Integer)
    """1 is Monday, 7 is Sunday; None for listed dates."""
    nth: Mapped[int | None] = mapped_column(Integer)
    """Of a monthly rhythm which such weekday of its month, -1 for the last."""
    starts_on: Mapped[date] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)
    on_holidays: Mapped[str] = mapped_column(Text, default="skip")
    """See `app.mobile_advice.tours.rules.OnHolidays`."""
    dates: Mapped[str] = mapped_column(Text, default="")
    """Listed days as ISO dates, parted by spaces."""


class TourCrew(Record):
    """Who usually goes on a tour."""

    __tablename__ = "tour_crew"
    __table_args__ = (Index(None, "tour_id", "position"), Index(None, "person_id"))

    tour_id: Mapped[UUID] = mapped_column(ForeignKey("tour.id"))
    position: Mapped[int] = mapped_column(Integer, default=0)
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    """The card of a volunteer or mediator; None for somebody who has none."""
    name: Mapped[str] = mapped_column(Text)
    duty: Mapped[str] = mapped_column(Text)
    """See `app.mobile_advice.tours.rules.Duty`."""
    languages: Mapped[str] = mapped_column(Text, default="")
    """Tags of languages, parted by spaces."""


class TourDay(Record):
    """A tour on one day; it follows the timetable until somebody changes it."""

    __tablename__ = "tour_day"
    __table_args__ = (
        UniqueConstraint("tour_id", "day"),
        Index(None, "day", "state"),
        Index(None, "vehicle_id"),
    )

    tour_id: Mapped[UUID] = mapped_column(ForeignKey("tour.id"))
    day: Mapped[date] = mapped_column(Date)
    occurs_on: Mapped[date | None] = mapped_column(Date)
    """Its day in the timetable, where it was moved from; None for a day added by hand."""
    is_fixed: Mapped[bool] = mapped_column(Boolean, default=False)
    """Whether it was changed by hand: a new timetable leaves it as it is."""
    vehicle_id: Mapped[UUID | None] = mapped_column(ForeignKey("vehicle.id"))
    state: Mapped[str] = mapped_column(Text)
    """See `app.mobile_advice.tours.rules.DayState`."""
    confirmed_by: Mapped[str] = mapped_column(Text, default="")
    confirmed_on: Mapped[date | None] = mapped_column(Date)
    reason: Mapped[str] = mapped_column(Text, default="")
    """Why it was cancelled."""
    kilometres: Mapped[int | None] = mapped_column(Integer)
    """Tenths of a kilometre that were driven."""
    note: Mapped[str] = mapped_column(Text, default="")


class TourHalt(Record):
    """A stop on one day; appointments are booked here."""

    __tablename__ = "tour_halt"
    __table_args__ = (Index(None, "tour_day_id", "position"), Index(None, "stop_id"))

    tour_day_id: Mapped[UUID] = mapped_column(ForeignKey("tour_day.id"))
    stop_id: Mapped[UUID] = mapped_column(ForeignKey("stop.id"))
    position: Mapped[int] = mapped_column(Integer)
    from_time: Mapped[int] = mapped_column(Integer)
    until_time: Mapped[int] = mapped_column(Integer)
    """Minutes after midnight of the local day."""
    counters: Mapped[int] = mapped_column(Integer, default=1)
    state: Mapped[str] = mapped_column(Text)
    """See `app.mobile_advice.tours.rules.HaltState`."""
    reason: Mapped[str] = mapped_column(Text, default="")
    """Why it was cancelled."""


class Crew(Record):
    """Who goes on a tour on one day."""

    __tablename__ = "crew"
    __table_args__ = (Index(None, "tour_day_id", "position"), Index(None, "person_id"))

    tour_day_id: Mapped[UUID] = mapped_column(ForeignKey("tour_day.id"))
    position: Mapped[int] = mapped_column(Integer, default=0)
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str] = mapped_column(Text)
    duty: Mapped[str] = mapped_column(Text)
    """See `app.mobile_advice.tours.rules.Duty`."""
    languages: Mapped[str] = mapped_column(Text, default="")
    from_time: Mapped[int | None] = mapped_column(Integer)
    until_time: Mapped[int | None] = mapped_column(Integer)
    """Minutes after midnight; None is for the whole tour."""
