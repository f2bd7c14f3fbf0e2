"""What can be asked about areas: the choice in a form, and all lists with what is in use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from app.areas.rules import AreaLevel
from db.access import is_listed
from db.areas import Area
from db.people import Person

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One area as lists show it."""

    id: UUID
    code_list: str
    code: str
    parent_code: str | None
    level: str
    """An `AreaLevel`."""
    name: str
    """Empty where the area has only a number: its code."""
    in_use: bool
    version: int


@dataclass(frozen=True, slots=True)
class AreaGroup:
    """The areas of one district, or of a list without districts."""

    district: AreaRow | None
    areas: tuple[AreaRow, ...]


_COLUMNS = (
    Area.id,
    Area.code_list,
    Area.code,
    Area.parent_code,
    Area.level,
    Area.name,
    Area.in_use,
    Area.version,
)
_IN_ORDER = (Area.code_list, Area.position)
_LOADED = select(*_COLUMNS).order_by(*_IN_ORDER)
_CLIENTS = select(Person.area_id, func.count()).where(is_listed(Person.id)).group_by(Person.area_id)


def area_choices(connection: Connection, kept: UUID | None = None) -> tuple[AreaGroup, ...]:
    """Answer the areas in use, grouped by district; `kept` is offered though out of use.

    A district heads its group even when it is itself out of use.
    """
    groups = _grouped(tuple(AreaRow(*row) for row in connection.execute(_LOADED)))
    chosen = (
        AreaGroup(group.district, tuple(a for a in group.areas if a.in_use or a.id == kept))
        for group in groups
    )
    return tuple(group for group in chosen if group.areas or _offered(group.district, kept))


def all_areas(connection: Connection) -> tuple[AreaGroup, ...]:
    """Answer every loaded area, grouped by district."""
    return _grouped(tuple(AreaRow(*row) for row in connection.execute(_LOADED)))


def clients_in_areas(connection: Connection) -> dict[UUID | None, int]:
    """Answer how many people live in each area; None counts those without an area."""
    return {row[0]: row[1] for row in connection.execute(_CLIENTS)}


def _offered(district: AreaRow | None, kept: UUID | None) -> bool:
    return district is not None and (district.in_use or district.id == kept)


def _grouped(rows: tuple[AreaRow, ...]) -> tuple[AreaGroup, ...]:
    """Group areas under their districts, in the order of the lists."""
    districts: dict[tuple[str, str | None], AreaRow] = {
        (row.code_list, row.code): row for row in rows if row.level == AreaLevel.DISTRICT
    }
    groups: dict[tuple[str, str | None], list[AreaRow]] = {key: [] for key in districts}
    for row in rows:
        if row.level != AreaLevel.DISTRICT:
            groups.setdefault((row.code_list, row.parent_code), []).append(row)
    return tuple(AreaGroup(districts.get(key), tuple(areas)) for key, areas in groups.items())
