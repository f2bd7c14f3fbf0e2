"""A drawn map on paper: outlines or a grid, the route, numbered stops, scale and north."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

from app.areas.rules.map_drawing import frame_of, spread
from forms.dates import grouped
from forms.lists.list_paper import printable
from forms.paper import ACCENT, BLACK, GREY, HAIRLINE, Paper

if TYPE_CHECKING:
    from app.areas.rules.map_drawing import MapFrame, Point
    from app.areas.rules.outlines import Ring
    from app.areas.rules.spots import Spot
    from forms.operators import Ink
    from forms.tags import Path

Lines: TypeAlias = "tuple[tuple[Point, Point], ...]"
_MARGIN = 12.0
_MARK = 3.4
"""Radius of a stop's circle, in millimetres."""
_SIDES = 24
_HALF = 1.4
"""Half a side of the square of the office."""
_BAR = 40.0
_SIZE = 9.0
_OUTLINE = (0.55, 0.57, 0.6)


@dataclass(frozen=True, slots=True)
class MapStop:
    """A stop with its number in the order of the day."""

    number: int
    spot: Spot


@dataclass(frozen=True, slots=True)
class TourMap:
    """What the map shows."""

    stops: tuple[MapStop, ...]
    outlines: tuple[tuple[Ring, ...], ...] = ()
    office: Spot | None = None


def draw_map(
    paper: Paper, facts: TourMap, box: tuple[float, float, float, float], instead: str,
    language: str,
    office: str,
) -> None:  # fmt: skip
    """Draw into a box of left, top, width and height in millimetres.

    `instead` is read aloud; `office` is the word beside the place of the office.
    """
    left, top, width, height = box
    spots = [stop.spot for stop in facts.stops] + ([facts.office] if facts.office else [])
    frame = frame_of(spots, width, height, _MARGIN)
    if frame is None:
        return
    pen = _Pen(paper, paper.drawing(instead, left, top, width, height), left, top)
    if facts.outlines:
        for ring in (ring for rings in facts.outlines for ring in rings):
            pen.polygon(_inside(frame.ring(ring), width, height))
    else:
        _draw_grid(pen, frame)
    points = spread([frame.place(stop.spot) for stop in facts.stops], 2 * _MARK + 0.6)
    _draw_route(pen, points, frame.place(facts.office) if facts.office else None)
    if facts.office is not None:
        x, y = frame.place(facts.office)
        pen.words(x + 2.6, y + 1.1, office, center=False)
    for stop, (x, y) in zip(facts.stops, points, strict=True):
        pen.circle(x, y)
        pen.words(x, y + 1.15, str(stop.number))
    _draw_bar(pen, frame, language)
    _draw_north(pen, width)
    paper.frame(left, top, width, height)


@dataclass(frozen=True, slots=True)
class _Pen:
    """Draws within one figure, from the upper left corner of the map."""

    paper: Paper
    inside: Path
    left: float
    top: float

    def line(self, here: Point, there: Point, *, width: float = 0.5, ink: Ink = HAIRLINE) -> None:
        self.paper.rule(
            self.left + here[0], self.top + here[1], self.left + there[0], self.top + there[1],
            width=width, ink=ink, inside=self.inside,
        )  # fmt: skip

    def polygon(self, lines: Lines) -> None:
        for here, there in lines:
            self.line(here, there, width=0.6, ink=_OUTLINE)

    def circle(self, x: float, y: float) -> None:
        turns = [2 * math.pi * at / _SIDES for at in range(_SIDES + 1)]
        ring = [(x + _MARK * math.cos(turn), y + _MARK * math.sin(turn)) for turn in turns]
        for here, there in pairwise(ring):
            self.line(here, there, width=1.2, ink=ACCENT)

    def words(self, x: float, y: float, words: str, *, center: bool = True) -> None:
        align: Literal["left", "center"] = "center" if center else "left"
        self.paper.text(
            self.left + x, self.top + y, printable(words), _SIZE,
            bold=center, align=align, ink=BLACK, inside=self.inside,
        )  # fmt: skip


def _draw_grid(pen: _Pen, frame: MapFrame) -> None:
    across, down, _step = frame.grid()
    for x in across:
        pen.line((x, 0), (x, frame.height))
    for y in down:
        pen.line((0, y), (frame.width, y))


def _draw_route(pen: _Pen, points: tuple[Point, ...], office: Point | None) -> None:
    for here, there in pairwise(points):
        _between(pen, here, there, 1.4)
    if office is not None and points:
        for point in (points[0], points[-1]):
            _between(pen, office, point, 0.6, first=_HALF)
        half = _HALF
        corners = [(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)]
        for (x, y), (to_x, to_y) in pairwise(corners):
            here, there = (office[0] + x, office[1] + y), (office[0] + to_x, office[1] + to_y)
            pen.line(here, there, width=1.2, ink=GREY)


def _between(pen: _Pen, here: Point, there: Point, width: float, *, first: float = _MARK) -> None:
    """Draw a way that ends at the edges of the circles, so that the numbers stay free."""
    long = math.dist(here, there)
    if long <= first + _MARK:
        return
    x, y = (there[0] - here[0]) / long, (there[1] - here[1]) / long
    start = here[0] + x * first, here[1] + y * first
    end = there[0] - x * _MARK, there[1] - y * _MARK
    pen.line(start, end, width=width, ink=ACCENT)


def _draw_bar(pen: _Pen, frame: MapFrame, language: str) -> None:
    kilometres, long = frame.bar(_BAR)
    left, low = 4.0, frame.height - 4
    pen.line((left, low), (left + long, low), width=1.2, ink=BLACK)
    for x in (left, left + long):
        pen.line((x, low - 1.5), (x, low), width=1.2, ink=BLACK)
    far = f"{round(kilometres * 1000)} m"
    if kilometres >= 1:
        far = f"{grouped(round(kilometres), language)} km"
    pen.words(left, low - 2.4, far, center=False)


def _draw_north(pen: _Pen, width: float) -> None:
    x, top = width - 7.0, 4.0
    for end in ((x - 1.6, top + 6), (x + 1.6, top + 6)):
        pen.line((x, top), end, width=1.2, ink=BLACK)
    pen.line((x, top), (x, top + 7.5), width=1.2, ink=BLACK)
    pen.words(x, top + 11.5, "N")


def _inside(
    ring: tuple[Point, ...], width: float, height: float
) -> tuple[tuple[Point, Point], ...]:
    """Answer the lines of an outline as far as they lie on the map (Liang and Barsky)."""
    found = (_clipped(here, there, width, height) for here, there in pairwise(ring))
    return tuple(line for line in found if line is not None)


def _clipped(here: Point, there: Point, width: float, height: float) -> tuple[Point, Point] | None:
    first, last = 0.0, 1.0
    x, y = there[0] - here[0], there[1] - here[1]
    edges = ((-x, here[0]), (x, width - here[0]), (-y, here[1]), (y, height - here[1]))
    for step, room in edges:
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            first = max(first, room / step)
        else:
            last = min(last, room / step)
    if first > last:
        return None
    return (here[0] + first * x, here[1] + first * y), (here[0] + last * x, here[1] + last * y)
