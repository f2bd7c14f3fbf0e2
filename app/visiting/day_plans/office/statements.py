"""What a day plan asks of the office, in SQL."""

from __future__ import annotations

from sqlalchemy import Date, bindparam, func, or_, select

from db.access import is_known_to_me, is_listed
from db.areas import Area
from db.distances import Distance
from db.matches import Exclusion
from db.people import Person
from db.visiting import Visit
from db.volunteers import Absence, FreeTime, Volunteer

ADDRESS = (
    Person.country,
    Person.street,
    Person.house_number,
    Person.postal_code,
    Person.city,
)
_DAY = bindparam("day", type_=Date())
_AWAY = (
    select(Absence.id)
    .where(
        Absence.volunteer_id == Volunteer.id,
        Absence.from_day <= _DAY,
        or_(Absence.until_day.is_(None), Absence.until_day >= _DAY),
    )
    .exists()
)
VOLUNTEERS = (
    select(
        Volunteer.person_id,
        Person.given_name,
        Person.family_name,
        func.coalesce(Volunteer.area_id, Person.area_id).label("area_id"),
        Volunteer.reach_km,
        Volunteer.area_id.is_not(None).label("starts_elsewhere"),
        *ADDRESS,
        _AWAY.label("is_away"),
    )
    .join(Person, Person.id == Volunteer.person_id)
    .where(
        is_listed(Volunteer.person_id),
        or_(Volunteer.active_from.is_(None), Volunteer.active_from <= _DAY),
        or_(Volunteer.left_on.is_(None), Volunteer.left_on >= _DAY),
    )
    .order_by(Person.sort_key_de, Person.id)
)
TIMES = select(FreeTime.person_id, FreeTime.from_minute, FreeTime.until_minute).where(
    FreeTime.weekday == bindparam("weekday"), is_known_to_me(FreeTime.person_id)
)
HAS_TIMES = select(FreeTime.person_id).where(is_known_to_me(FreeTime.person_id)).distinct()
VISITS = (
    select(
        Visit.id,
        Visit.version,
        Visit.client_id,
        Person.given_name,
        Person.family_name,
        Person.area_id,
        *ADDRESS,
        Visit.visitor,
        Visit.planned_start,
        Visit.planned_end,
        Visit.place,
        Visit.status,
    )
    .join(Person, Person.id == Visit.client_id)
    .where(
        Visit.planned_start >= bindparam("start"),
        Visit.planned_start < bindparam("end"),
        Visit.status.in_(["planned", "held"]),
        is_known_to_me(Visit.client_id),
    )
    .order_by(Visit.planned_start, Visit.id)
)
APART = select(Exclusion.person_id, Exclusion.visitor_id).where(
    is_known_to_me(Exclusion.person_id), is_known_to_me(Exclusion.visitor_id)
)
AREAS = select(Area.id, Area.code_list, Area.code, Area.parent_code)
DISTANCES = select(Distance.from_area, Distance.to_area, Distance.minutes, Distance.kilometres)
