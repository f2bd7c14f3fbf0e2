"""What is counted by what."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

UNSAID = ""
"""The key of what nobody said."""


class Dimension(StrEnum):
    """By what contacts are counted."""

    STOP = "stop"
    TOPIC = "topic"
    """A contact may have several: these add up to more than the contacts."""
    AGE = "age"
    SEX = "sex"
    AREA = "area"
    LANGUAGE = "language"
    KIND = "kind"
    OUTCOME = "outcome"
    PRESENCE = "presence"
    """For the first time, or again."""
    INTERPRETER = "interpreter"


class Presence(StrEnum):
    """Whether somebody was there before."""

    FIRST = "first"
    AGAIN = "again"


DIMENSION_TITLES: Mapping[Dimension, str] = MappingProxyType(
    {
        Dimension.STOP: N_("Stops"),
        Dimension.TOPIC: N_("Topics"),
        Dimension.AGE: N_("Age"),
        Dimension.SEX: N_("Sex"),
        Dimension.AREA: N_("Where people live"),
        Dimension.LANGUAGE: N_("Languages"),
        Dimension.KIND: N_("Walk-in and booked"),
        Dimension.OUTCOME: N_("Outcomes"),
        Dimension.PRESENCE: N_("First time or again"),
        Dimension.INTERPRETER: N_("Interpreters"),
    }
)
CLOSED = frozenset(
    {
        Dimension.AGE, Dimension.SEX, Dimension.KIND, Dimension.PRESENCE, Dimension.INTERPRETER,
        Dimension.TOPIC, Dimension.OUTCOME,
    }
)  # fmt: skip
"""What has a list of which every line is shown, whether somebody was counted there or not."""


@dataclass(frozen=True)
class Counted:
    """The contacts of a period, as they are; nothing is withheld yet."""

    contacts: int = 0
    present: int = 0
    """How many people came, as often as they came."""
    named: int = 0
    """Contacts about a person who is named."""
    persons: int = 0
    """How many people these were; linked cards are one person."""
    by: Mapping[Dimension, Counter[str]] = field(default_factory=dict)
    """Contacts by dimension and key."""
    persons_by: Mapping[Dimension, Counter[str]] = field(default_factory=dict)
    """Named people by dimension and key; who stands in two lines counts in both."""
    stops_by_areas: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Contacts by the key of the area and of the stop."""

    def keys(self, dimension: Dimension) -> frozenset[str]:
        """Answer the keys of which there is any."""
        return frozenset(key for key, count in self.of(dimension).items() if count)

    def of(self, dimension: Dimension) -> Counter[str]:
        """Answer the contacts of one dimension."""
        return self.by.get(dimension, Counter())

    def persons_of(self, dimension: Dimension) -> Counter[str] | None:
        """Answer the named people of one dimension; None where they are not counted."""
        return self.persons_by.get(dimension)
