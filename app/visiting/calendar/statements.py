"""The calendar's questions in SQL, each built once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import DateTime, String, Uuid, and_, bindparam, or_, select, type_coerce
from sqlalchemy.orm import aliased

from app.visiting.statements import BETWEEN, IS_BETWEEN, VISIT_COLUMNS
from db.areas import Area
from db.people import Person
from db.visiting import Visit

if TYPE_CHECKING:
    from sqlalchemy import Select

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


def _span(*, in_area: bool) -> Select[*tuple[Any, ...]]:
    """Answer the visits of a span of time in no order, from an index alone if no area matters."""
    visit, person = Visit.__table__, Person.__table__
    span = select(visit.c.planned_start).where(*IS_BETWEEN)
    return span.join_from(visit, person, visit.c.client_id == person.c.id) if in_area else span


_IN_AREA = Person.__table__.c.area_id.in_(_WITHIN)
_OF_VISITOR = Visit.__table__.c.visitor == bindparam("visitor", type_=String())

_NARROWED = {
    (False, False): (),
    (False, True): (_OF_VISITOR,),
    (True, False): (_IN_AREA,),
    (True, True): (_IN_AREA, _OF_VISITOR),
}
FIRST_OF = {
    which: RAW.where(*clauses).limit(bindparam("most")) for which, clauses in _NARROWED.items()
}
"""The first visits of a span of time, by whether an area and a visitor narrow them down."""
ARE_MORE = {
    which: _span(in_area=which[0]).where(*clauses).limit(1).offset(bindparam("most"))
    for which, clauses in _NARROWED.items()
}
"""A row where a span of time has more than `most` visits: counted on, but not read."""
