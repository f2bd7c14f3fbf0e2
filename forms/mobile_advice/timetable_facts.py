"""What the public papers of tours show, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class PublicHalt:
    """A stop on one day."""

    start: datetime
    """Local wall-clock time."""
    end: datetime
    is_cancelled: bool = False
    instead_of: date | None = None
    """The day from which a holiday, or somebody, moved it."""
    is_confirmed: bool = True
    """Whether the office has said that it takes place."""


@dataclass(frozen=True, slots=True)
class PublicStop:
    """A stop with its days in order of time."""

    name: str
    places: tuple[str, ...]
    """Where it is, line by line."""
    access: str
    """"yes", "ramp", "no", or "" where it is not said."""
    bad_weather: str
    languages: tuple[tuple[str, str], ...]
    """Language of the paper and the names of the languages of advice in it."""
    halts: tuple[PublicHalt, ...]

    def spoken(self, language: str) -> str:
        """Answer the names of the languages of advice in a language."""
        return dict(self.languages).get(language, "")


@dataclass(frozen=True, slots=True)
class PublicTimetable:
    """The whole timetable, and the fixed words of each language."""

    office: str
    phone: str
    name: str
    """What the bus is called; "" where nothing is."""
    stops: tuple[PublicStop, ...]
    languages: tuple[str, ...]
    """BCP 47 tags; the first is the document's."""
    words: Mapping[str, Mapping[str, str]]
    made_on: date
