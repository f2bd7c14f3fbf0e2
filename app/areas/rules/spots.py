"""A place on the earth, and how far it is from another."""

from __future__ import annotations

import math
from typing import NamedTuple

EARTH_RADIUS = 6371.0088
"""Mean radius of the earth in kilometres."""


class Spot(NamedTuple):
    """A place in degrees of WGS 84."""

    latitude: float
    longitude: float


class StreetAddress(NamedTuple):
    """What a place is found by."""

    country: str
    street: str
    house_number: str
    postal_code: str
    city: str


def kilometres(here: Spot, there: Spot) -> float:
    """Answer the kilometres of the straight line between two places."""
    high, other_high = math.radians(here.latitude), math.radians(there.latitude)
    across = math.sin(math.radians(there.longitude - here.longitude) / 2) ** 2
    up = math.sin((other_high - high) / 2) ** 2
    part = up + math.cos(high) * math.cos(other_high) * across
    return 2 * EARTH_RADIUS * math.asin(math.sqrt(min(1.0, part)))


def is_on_earth(latitude: float, longitude: float) -> bool:
    """Answer whether two numbers can be a latitude and a longitude."""
    return -90 <= latitude <= 90 and -180 <= longitude <= 180  # noqa: PLR2004 - a globe has these
