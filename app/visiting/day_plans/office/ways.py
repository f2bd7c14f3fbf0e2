"""How far it is between districts: as the office wrote it down, or by what the areas say."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from app.areas.rules.spots import Spot, kilometres
from app.visiting.day_plans.office import statements as ask
from app.visiting.day_plans.office.day import Way
from app.visiting.day_plans.office.wish import Travel, read_travel
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection


@cache
def _versions() -> tuple[Travel, ...]:
    return read_travel(tomllib.loads(read_text("visiting", "travel.toml")))


def travel_on(day: date) -> Travel:
    """Answer how ways are counted on a day: the newest version that has begun."""
    return max((one for one in _versions() if one.valid_from <= day), key=_began)


def _began(travel: Travel) -> date:
    return travel.valid_from


class Place(NamedTuple):
    """Where somebody is, as exactly as the office knows it."""

    area_id: UUID | None
    spot: Spot | None = None
    """By an official address file that the office read in."""


@dataclass(frozen=True, slots=True)
class WayBook:
    """Answers ways between places and between districts."""

    travel: Travel
    own: Mapping[tuple[UUID, UUID], Way]
    areas: Mapping[UUID, tuple[str, str]]
    """Code list and district of each area."""

    def between(self, here: Place, there: Place) -> Way:
        """Answer the way from a place to another: by coordinates where both have them."""
        if here.spot is None or there.spot is None:
            return self.way(here.area_id, there.area_id)
        tenths = round(kilometres(here.spot, there.spot) * 10 * self.travel.detour)
        return Way(self.travel.minutes(tenths), tenths)

    def way(self, here: UUID | None, there: UUID | None) -> Way:
        """Answer the way from a district to another; None is somewhere unknown."""
        if here is not None and there is not None:
            own = self.own.get((here, there)) or self.own.get((there, here))
            if own is not None:
                return own
        tenths = round(self._straight(here, there) * self.travel.detour)
        return Way(self.travel.minutes(tenths), tenths)

    def _straight(self, here: UUID | None, there: UUID | None) -> int:
        if here is None or there is None:
            return self.travel.unknown
        if here == there:
            return self.travel.same_area
        is_near = self.areas.get(here) == self.areas.get(there)
        return self.travel.same_district if is_near else self.travel.elsewhere


def way_book(connection: Connection, travel: Travel) -> WayBook:
    """Answer the ways of the office, counted as `travel` says."""
    own = {
        (here, there): Way(minutes, tenths, is_own=True)
        for here, there, minutes, tenths in connection.execute(ask.DISTANCES)
    }
    areas = {row.id: (row.code_list, row.parent_code or row.code) for row in _areas(connection)}
    return WayBook(travel, own, areas)


def _areas(connection: Connection) -> list:  # type: ignore[type-arg] # rows of one select
    return list(connection.execute(ask.AREAS))
