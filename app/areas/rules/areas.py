"""What an area is: a district, a quarter or a postal town of a municipality's list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


class AreaLevel(StrEnum):
    """The kind of an area."""

    DISTRICT = "district"
    """A part of a city with a council of its own; in Düsseldorf it has only a number."""
    QUARTER = "quarter"
    TOWN = "town"
    """A postal town of a municipality."""


@dataclass(frozen=True, slots=True)
class ListedArea:
    """One area of a list, in the order that the list has."""

    code: str
    level: AreaLevel
    name: str
    """Empty where the area has only a number: its code."""
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class AreaList:
    """A municipality's list of areas, with where it comes from."""

    id: str
    name: str
    country: str
    municipality: str
    """The official key: Amtlicher Gemeindeschlüssel or kommunekode."""
    source: str
    licence: str
    valid_from: date
    areas: tuple[ListedArea, ...]


def read_area_list(data: Mapping[str, Any]) -> AreaList:
    """Answer an area list from its JSON form.

    Raises `ValueError` when a code stands there twice or a parent is missing.
    """
    areas = tuple(
        ListedArea(row["code"], AreaLevel(row["level"]), row["name"], row.get("parent"))
        for row in data["areas"]
    )
    codes = {area.code for area in areas}
    if len(codes) < len(areas):
        message = f"the area list {data['id']} has a code twice"
        raise ValueError(message)
    if not {area.parent for area in areas} - {None} <= codes:
        message = f"the area list {data['id']} has an area without its parent"
        raise ValueError(message)
    texts = {
        name: data[name] for name in ("id", "name", "country", "municipality", "source", "licence")
    }
    return AreaList(**texts, valid_from=date.fromisoformat(data["valid_from"]), areas=areas)
