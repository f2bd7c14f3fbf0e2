"""What the papers of the calendar ask for; nobody reads of people who are hidden from them."""

from __future__ import annotations

from sqlalchemy import String, Text, bindparam, literal, or_, select, union
from sqlalchemy.orm import aliased

from app.visiting.rules import VisitStatus
from db.access import is_known_to_me
from db.admin import OfficeCard
from db.matches import Match
from db.people import Person
from db.visiting import Visit

OFFICE = select(OfficeCard.name, OfficeCard.country, OfficeCard.phone).limit(1)

_WHO = bindparam("visitor", type_=String())
_IN_DAYS = (
    Visit.planned_start >= bindparam("start"),
    Visit.planned_start < bindparam("end"),
    Visit.status.in_([VisitStatus.PLANNED.value, VisitStatus.HELD.value]),
    is_known_to_me(Visit.client_id),
)

PLANNED = (
    select(
        Visit.client_id,
        Visit.visitor,
        Visit.planned_start,
        Visit.planned_end,
        Visit.place,
        Visit.place_note,
        Person.given_name,
        Person.family_name,
        Person.address_protected,
        Person.phone,
        Person.mobile,
        Person.country,
        Person.care_of,
        Person.street,
        Person.house_number,
        Person.floor,
        Person.door,
        Person.postal_code,
        Person.city,
    )
    .join_from(Visit, Person, Visit.client_id == Person.id)
    .where(*_IN_DAYS, or_(_WHO == "", Visit.visitor == _WHO))
    .order_by(Visit.planned_start, Visit.planned_end, Visit.visitor)
)

_VISITED = select(Visit.client_id, Visit.visitor_id, Visit.visitor).where(*_IN_DAYS)
_MATCHED = select(
    Match.person_id.label("client_id"), Match.visitor_id, literal("", Text).label("visitor")
).where(
    # Nobody is told of who was only proposed.
    Match.stage.in_(["introduced", "trial", "running", "paused"]),
    is_known_to_me(Match.person_id),
    is_known_to_me(Match.visitor_id),
)
_PAIRS = union(_VISITED, _MATCHED).subquery("pairs")
_Visitor = aliased(Person)

PHONES = (
    select(
        _PAIRS.c.client_id,
        _PAIRS.c.visitor_id,
        _PAIRS.c.visitor,
        Person.given_name,
        Person.family_name,
        Person.phone,
        Person.mobile,
        _Visitor.given_name.label("visitor_given"),
        _Visitor.family_name.label("visitor_family"),
        _Visitor.phone.label("visitor_phone"),
        _Visitor.mobile.label("visitor_mobile"),
    )
    .join_from(_PAIRS, Person, _PAIRS.c.client_id == Person.id)
    .outerjoin(_Visitor, _Visitor.id == _PAIRS.c.visitor_id)
    .where(
        or_(
            _WHO == "",
            _PAIRS.c.visitor == _WHO,
            _Visitor.given_name + " " + _Visitor.family_name == _WHO,
        )
    )
)
"""Who visits whom: open matches, and visits of some days."""
