"""What common practice withholds: dated, with its source, carried with the program."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from app.small_numbers.rules import Safeguard
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


@dataclass(frozen=True, slots=True)
class Practice:
    """What one body does."""

    code: str
    title: str
    """English, translated where it is shown."""
    country: str
    least: int
    rounding: int
    valid_from: date
    source: str

    def safeguard(self) -> Safeguard:
        """Answer what an office chooses that does the same."""
        return Safeguard(self.least, self.rounding)


@cache
def practices() -> tuple[Practice, ...]:
    """Answer all of them, those of Germany first."""
    read = tomllib.loads(read_text("mobile_advice", "small_numbers.toml"))
    return tuple(Practice(**entry) for entry in read["practice"])


def usual_safeguard(country: str) -> Safeguard:
    """Answer what holds in an office that chose nothing; elsewhere as in Germany."""
    known = [practice for practice in practices() if practice.country == country]
    return (known or practices())[0].safeguard()


def practice_of(safeguard: Safeguard) -> Practice | None:
    """Answer the practice that a choice follows; None for an own one."""
    same = (safeguard.least, safeguard.rounding)
    return next((one for one in practices() if (one.least, one.rounding) == same), None)


def sentences() -> Iterator[str]:
    """Answer every title, for the catalogues."""
    yield from (practice.title for practice in practices())
