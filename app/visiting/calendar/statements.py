"""The calendar's questions in SQL, each built once."""

from __future__ import annotations

from sqlalchemy import DateTime, String, Uuid, and_, bindparam, or_, select, type_coerce
from sqlalchemy.orm import aliased

from app.visiting.statements import BETWEEN, VISIT_COLUMNS
from db.admin import OfficeCard
from db.areas import Area
from db.people import Person

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

RAW_IN_AREA = RAW.where(Person.__table__.c.area_id.in_(_WITHIN))

COUNTRY = select(OfficeCard.country).limit(1)
