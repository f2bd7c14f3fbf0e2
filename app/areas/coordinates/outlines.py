"""Outlines of districts: taken from a GeoJSON file, and asked for to be drawn."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from app.access.actions import need_right
from app.access.rules import Right
from app.areas.coordinates.troubles import MEGABYTE, NO_FILE, NOT_READABLE, TOO_LARGE, refusal
from app.areas.rules.outlines import (
    is_in_metres,
    match_shapes,
    read_shapes,
    simple,
)
from app.errors import N_, Problem, Refused, Unavailable
from app.text_rules import check_text
from db.areas import Area
from db.coordinates import AreaOutline

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Connection

    from app.areas.rules.outlines import Ring, Shape
    from app.office import Act

NO_GEOJSON = N_("The file {file} is not a GeoJSON file with outlines.")
NO_MATCH = N_("No outline of {file} has the name or number of one of your areas.")
MOST_BYTES = 50 * MEGABYTE
LONGEST_SOURCE = 300
_ZONE = 32
_DECIMALS = 6
"""A tenth of a metre."""

_AREAS = select(Area.id, Area.code, Area.name, Area.level).order_by(Area.code_list, Area.position)
_OUTLINES = (
    select(AreaOutline.area_id, Area.name, Area.code, AreaOutline.outline, AreaOutline.source)
    .join(Area, Area.id == AreaOutline.area_id)
    .order_by(Area.code_list, Area.position)
)


class OutlineRow(NamedTuple):
    """A district as it is drawn."""

    area_id: UUID
    name: str
    """Empty where the district has only a number."""
    code: str
    rings: tuple[Ring, ...]
    source: str


@dataclass(frozen=True, slots=True)
class FoundOutlines:
    """What a file has for the areas of the office."""

    name: str
    shapes: tuple[Shape, ...]


def read_outlines(file: Path) -> FoundOutlines:
    """Read a GeoJSON file; raises `Refused` or `Unavailable` where that cannot be done."""
    try:
        size = file.stat().st_size
        if size > MOST_BYTES:
            sizes = {"size": -(-size // MEGABYTE), "most": MOST_BYTES // MEGABYTE}
            raise refusal(TOO_LARGE, file=file.name, **sizes)
        shapes = read_shapes(json.loads(file.read_bytes()))
    except FileNotFoundError:
        raise Unavailable(NO_FILE, file=file.name) from None
    except OSError as trouble:
        reason = trouble.strerror or type(trouble).__name__
        raise Unavailable(NOT_READABLE, file=file.name, reason=reason) from None
    except (ValueError, RecursionError):
        raise refusal(NO_GEOJSON, file=file.name) from None
    if not shapes:
        raise refusal(NO_GEOJSON, file=file.name)
    return FoundOutlines(file.name, _in_degrees(shapes) if is_in_metres(shapes) else shapes)


def import_outlines(act: Act, found: FoundOutlines, source: str) -> int:
    """Keep the outlines of those areas that the file has, in place of older ones; answer how many.

    Raises `Refused` without the right to import, or when no area has a name of the file.
    """
    need_right(act, Right.IMPORT)
    if problems := check_text(source, "source", longest=LONGEST_SOURCE):
        raise Refused(*problems)
    areas = [(row.id, row.code, row.name) for row in act.session.execute(_AREAS)]
    matched = match_shapes(found.shapes, areas)
    if not matched:
        raise Refused(Problem(NO_MATCH, "file", {"file": found.name}))
    known = {row.area_id: row for row in act.session.scalars(select(AreaOutline))}
    for area, shape in matched.items():
        row = known.get(area) or AreaOutline(area_id=area)
        row.outline, row.source = _written(shape.rings), source.strip()
        act.session.add(row)
    act.touch("areas")
    return len(matched)


def remove_outlines(act: Act) -> int:
    """Take all outlines out again; answer how many there were."""
    need_right(act, Right.IMPORT)
    rows = act.session.scalars(select(AreaOutline)).all()
    for row in rows:
        act.session.delete(row)
    act.touch("areas")
    return len(rows)


def outlines(connection: Connection) -> tuple[OutlineRow, ...]:
    """Answer all outlines in the order of the lists of areas."""
    return tuple(
        OutlineRow(row.area_id, row.name, row.code, _read(row.outline), row.source)
        for row in connection.execute(_OUTLINES)
    )


def _read(outline: str) -> tuple[Ring, ...]:
    return tuple(tuple((x, y) for x, y in ring) for ring in json.loads(outline))


def _written(rings: tuple[Ring, ...]) -> str:
    plain = [
        [[round(x, _DECIMALS), round(y, _DECIMALS)] for x, y in simple(ring)] for ring in rings
    ]
    return json.dumps(plain, separators=(",", ":"))


def _in_degrees(shapes: tuple[Shape, ...]) -> tuple[Shape, ...]:
    import numpy as np  # noqa: PLC0415 - slow to import, and only few files need it
    import utm  # noqa: PLC0415 - as above

    def turned(ring: Ring) -> Ring:
        easts, norths = np.array(ring).T
        try:
            highs, wides = utm.to_latlon(easts, norths, _ZONE, northern=True)
        except utm.OutOfRangeError:
            raise refusal(NO_GEOJSON, file="") from None
        return tuple(zip(wides.tolist(), highs.tolist(), strict=True))

    return tuple(shape._replace(rings=tuple(map(turned, shape.rings))) for shape in shapes)
