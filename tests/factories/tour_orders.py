"""Tours whose stops lie on a line, and days of many stops, for tests of their order."""

from __future__ import annotations

import math
import random
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from app.visiting.day_plans.office.day import Call, Goer, OfficeDay, Shift, Way
from tests.factories.tours import at, days, stop, tour

if TYPE_CHECKING:
    from app.mobile_advice.tours.rows import DayRow
    from app.mobile_advice.tours.rules import Hours
    from app.office import Office

_BUS = "bus"
_NINE = 540
WEST, NORTH = 6.70, 51.15
SCRAMBLED = (
    ("Bilk", 0.00, "09:00", "10:00"),
    ("Garath", 0.09, "10:30", "11:30"),
    ("Oberbilk", 0.03, "12:00", "13:00"),
    ("Benrath", 0.06, "13:30", "14:30"),
)
"""Name, degrees east of the first, from and until."""


def scrambled_tour(office: Office, *, opens: tuple[Hours, ...] = ()) -> DayRow:
    """Add a tour that goes to and fro, and answer its day."""
    stops = [
        at(
            stop(
                office,
                name,
                latitude=NORTH,
                longitude=WEST + east,
                opens=opens if name == "Garath" else (),
            ),
            start,
            end,
        )
        for name, east, start, end in SCRAMBLED
    ]
    tour(office, *stops)
    return days(office)[0]


def many_stops(count: int, seed: int, seconds: float = 0.3) -> OfficeDay:
    """Answer a day of a town of 9 km with windows of 160 minutes around a fair order.

    The ways are as long as straight lines, as those of coordinates are.
    """
    chance = random.Random(seed)  # noqa: S311 - numbers for a test
    points = [(chance.random() * 9, chance.random() * 9) for _ in range(count + 1)]
    for here in range(count):
        # From each place to the nearest that is left: so a day can be served as a whole.
        nearest = min(range(here + 1, count + 1), key=partial(_far, points, here))
        points[here + 1], points[nearest] = points[nearest], points[here + 1]
    ways = tuple(tuple(_way(a, b) for b in points) for a in points)
    calls, clock = [], _NINE
    for number in range(count):
        begins = clock + ways[number][number + 1].minutes
        opens = max(_NINE, begins - chance.randrange(20, 140))
        calls.append(
            Call(
                UUID(int=number), 1, UUID(int=number), f"Stop {number}", None, opens, opens + 160,
                10, frozenset({0}), _BUS, begins,
            )
        )  # fmt: skip
        clock = begins + 10
    goer = Goer(None, _BUS, None, (Shift(_NINE, clock + 60),))
    return OfficeDay(date(2026, 11, 24), (goer,), tuple(calls), ways, seconds)


def _way(here: tuple[float, float], there: tuple[float, float]) -> Way:
    kilometres = math.dist(here, there) * 1.3
    return Way(0 if here == there else round(kilometres * 3) + 1, round(kilometres * 10))


def _far(points: list[tuple[float, float]], here: int, there: int) -> float:
    return math.dist(points[here], points[there])
