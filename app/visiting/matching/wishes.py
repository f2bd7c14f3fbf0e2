"""What a waiting person wishes and what a volunteer offers, as far as matching asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from app.visiting.given import Id

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SLOTS_A_DAY = 48
"""Availability counts in half hours."""
SLOT_MINUTES = 30

GENDERS = ("female", "male", "other")
GENDER_WORDS = {"female": N_("a woman"), "male": N_("a man"), "other": N_("another gender")}


class Level(IntEnum):
    """How well somebody speaks a language, by the European framework."""

    A1 = 1
    A2 = 2
    B1 = 3
    B2 = 4
    C1 = 5
    C2 = 6
    NATIVE = 7


_NO_LANGUAGES: Mapping[str, Level] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Spot:
    """Where somebody lives, as exactly as the office knows; None is not known."""

    district: str | None = None
    longitude: float | None = None
    latitude: float | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A waiting person. What is None or empty was not stated and excludes nobody."""

    id: Id
    wanted: int = 1
    """How many volunteers, up to three."""
    languages: Mapping[str, Level] = field(default_factory=lambda: _NO_LANGUAGES)
    """Languages to talk in, by BCP 47 tag."""
    least_level: Level = Level.B1
    """How well both must speak the language that they share."""
    gender_wish: str | None = None
    animals: frozenset[str] = frozenset()
    """Animals in the flat."""
    allergies: frozenset[str] = frozenset()
    """Animals that must not be brought along."""
    smoking_home: bool = False
    no_smoker: bool = False
    hours: int | None = None
    """Half hours of the week that suit, as bits from Monday 00:00."""
    visit_minutes: int = 60
    spot: Spot = Spot()
    interests: frozenset[str] = frozenset()
    age_wish: tuple[int, int] | None = None
    """Youngest and oldest age of the visitor."""
    dementia: bool = False
    stairs: bool = False
    """Whether stairs lead to the flat."""
    in_person: bool = False
    """Whether somebody is to come; False is where a call would do, or nobody said."""


@dataclass(frozen=True, slots=True)
class Volunteer:
    """Somebody who visits. What is None or empty was not stated and excludes nobody."""

    id: Id
    capacity: int = 1
    """How many more people the volunteer can visit."""
    approved: bool = True
    languages: Mapping[str, Level] = field(default_factory=lambda: _NO_LANGUAGES)
    gender: str | None = None
    brings: frozenset[str] = frozenset()
    """Animals that come along."""
    allergies: frozenset[str] = frozenset()
    """Animals in a flat that keep the volunteer away, by allergy or fear."""
    smoker: bool = False
    accepts_smoking: bool = True
    hours: int | None = None
    spot: Spot = Spot()
    reach: float | None = None
    """Kilometres that the volunteer travels at most."""
    interests: frozenset[str] = frozenset()
    age: int | None = None
    dementia_experience: bool = False
    climbs_stairs: bool = True
    by_phone_only: bool = False
    away_until: date | None = None
    """Last day of an absence that has begun; None is not away."""
    is_away_long: bool = False
    """Whether the absence lasts longer than a match can wait for."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each wish counts; a wish that is wholly met adds its weight to the score.

    The usual ones are dated figures, see `app.visiting.matching.weighing`.
    """

    language: float = 0
    distance: float = 0
    interests: float = 0
    time: float = 0
    age: float = 0
    dementia: float = 0


def overlap(first: int | None, second: int | None) -> int | None:
    """Answer the half hours that suit both; None when one of them did not say."""
    return None if first is None or second is None else first & second


def has_stretch(hours: int, minutes: int) -> bool:
    """Answer whether half hours hold one stretch of some minutes."""
    for _ in range(-(-minutes // SLOT_MINUTES) - 1):
        hours &= hours >> 1
    return hours != 0
