"""The calendar's questions in SQL, each built once."""

from __future__ import annotations

from sqlalchemy import DateTime, String, Uuid, and_, bindparam, or_, select, type_coerce
from sqlalchemy.orm import aliased

from app.visiting.statements import BETWEEN, VISIT_COLUMNS
from db.areas import Area
from db.people import Person
from db.visiting import Visit

_district = aliased(Area)
_WITHIN = (
    select(Area.id)
    .join(
        _district,
        or_(
            Area.id == _district.id,
            and_(Area.code_list == _district.code_list, Area.parent_code == _district.code),
        ),
    )
    .where(_district.id == bindparam("area_id", type_=Uuid()))
)
"""An area, and those that it is made of."""

_AS_KEPT = tuple(
    type_coerce(column, String) if isinstance(column.type, Uuid | DateTime) else column
    for column in VISIT_COLUMNS
)
"""The same columns, ids and times as the database keeps them."""

RAW = BETWEEN.with_only_columns(*_AS_KEPT)

_IN_AREA = Person.__table__.c.area_id.in_(_WITHIN)
_OF_VISITOR = Visit.__table__.c.visitor == bindparam("visitor", type_=String())

FIRST_OF = {
    (in_area, of_visitor): RAW.where(
        *((_IN_AREA,) if in_area else ()), *((_OF_VISITOR,) if of_visitor else ())
    ).limit(bindparam("most"))
    for in_area in (False, True)
    for of_visitor in (False, True)
}
"""The first visits of a span of time, by whether an area and a visitor narrow them down."""
