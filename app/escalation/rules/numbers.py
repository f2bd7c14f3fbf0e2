"""The numbers to ring when somebody may be in danger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class EmergencyNumber:
    """One number of a country; words are English, translated where they are shown."""

    country: str
    number: str
    title: str
    when: str
    is_emergency: bool
    """Whether it is for danger to life; the others help on the way there."""
    valid_from: date
    source: str
    valid_until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Answer whether it can be rung on a day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


def read_numbers(tables: Iterable[Mapping[str, Any]]) -> tuple[EmergencyNumber, ...]:
    """Answer the numbers of a file."""
    return tuple(EmergencyNumber(**table) for table in tables)


def numbers_on(
    numbers: Iterable[EmergencyNumber], country: str, day: date
) -> tuple[EmergencyNumber, ...]:
    """Answer the numbers of a country on a day, in the order in which they are shown."""
    return tuple(one for one in numbers if one.country == country and one.holds_on(day))
