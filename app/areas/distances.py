"""The office's own distances between districts: what it writes down, and what is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import aliased

from app.errors import N_, Problem, Refused
from db.areas import Area
from db.distances import Distance

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Act

MOST_MINUTES = 600
MOST_TENTHS = 5000
"""Ten hours and 500 km: more is a slip of the keyboard."""
NO_AREA = N_("Please choose a district.")
NO_MINUTES = N_("Please enter how many minutes it takes, up to {most}.")
NO_KILOMETRES = N_("Please enter how many kilometres it is, up to {most}.")
GONE = N_("This distance is not written down any more.")

_there = aliased(Area)
_ALL = (
    select(
        Distance.from_area,
        Distance.to_area,
        Area.name,
        _there.name,
        Distance.minutes,
        Distance.kilometres,
    )
    .join(Area, Area.id == Distance.from_area)
    .join(_there, _there.id == Distance.to_area)
    .order_by(Area.name, _there.name)
)


@dataclass(frozen=True, slots=True)
class DistanceDetails:
    """A distance as its form has it; both ways alike."""

    from_area: UUID | None = None
    to_area: UUID | None = None
    minutes: int | None = None
    kilometres: int | None = None
    """Tenths."""


class DistanceRow(NamedTuple):
    """A distance that the office wrote down."""

    from_area: UUID
    to_area: UUID
    from_name: str
    to_name: str
    minutes: int
    kilometres: int
    """Tenths."""


def distances(connection: Connection) -> tuple[DistanceRow, ...]:
    """Answer all distances by the names of the districts."""
    return tuple(DistanceRow(*row) for row in connection.execute(_ALL))


def save_distance(act: Act, details: DistanceDetails) -> DistanceDetails | None:
    """Write a distance down, in place of an older one of the two; answer the older one."""
    problems = tuple(_check(details))
    if problems or details.from_area is None or details.to_area is None:
        raise Refused(*problems)
    row = _between(act, details.from_area, details.to_area)
    before = None
    if row is None:
        row = Distance(from_area=details.from_area, to_area=details.to_area)
    else:
        before = DistanceDetails(row.from_area, row.to_area, row.minutes, row.kilometres)
    row.minutes, row.kilometres = details.minutes or 0, details.kilometres or 0
    act.session.add(row)
    act.touch("areas", details.from_area)
    return before


def remove_distance(act: Act, from_area: UUID, to_area: UUID) -> DistanceDetails:
    """Strike a distance out; answer what it was."""
    row = _between(act, from_area, to_area)
    if row is None:
        raise Refused(Problem(GONE))
    was = DistanceDetails(row.from_area, row.to_area, row.minutes, row.kilometres)
    act.session.delete(row)
    act.touch("areas", from_area)
    return was


def _check(details: DistanceDetails) -> list[Problem]:
    found = [
        Problem(NO_AREA, name)
        for name in ("from_area", "to_area")
        if getattr(details, name) is None
    ]
    if details.minutes is None or not 0 <= details.minutes <= MOST_MINUTES:
        found.append(Problem(NO_MINUTES, "minutes", {"most": MOST_MINUTES}))
    if details.kilometres is None or not 0 <= details.kilometres <= MOST_TENTHS:
        found.append(Problem(NO_KILOMETRES, "kilometres", {"most": MOST_TENTHS // 10}))
    return found


def _between(act: Act, here: UUID, there: UUID) -> Distance | None:
    one_way = and_(Distance.from_area == here, Distance.to_area == there)
    other_way = and_(Distance.from_area == there, Distance.to_area == here)
    return act.session.scalar(select(Distance).where(or_(one_way, other_way)))
