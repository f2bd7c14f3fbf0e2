"""The calendar's questions in SQL, each built once."""

from __future__ import annotations

from sqlalchemy import Uuid, and_, bindparam, or_, select
from sqlalchemy.orm import aliased

from app.visiting.statements import BETWEEN
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

IN_AREA = BETWEEN.where(Person.__table__.c.area_id.in_(_WITHIN))

COUNTRY = select(OfficeCard.country).limit(1)
