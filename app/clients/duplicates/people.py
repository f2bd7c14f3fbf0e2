"""People as the finder of duplicates takes them, and what it makes of them before comparing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from app.clients.duplicates.addresses import Place, read_place
from app.clients.duplicates.births import Born, read_born
from app.clients.duplicates.ways import read_ways
from app.clients.rules import name_words


@dataclass(frozen=True, slots=True)
class Person:
    """One card as typed; every part but the key may be empty."""

    key: str
    given_names: tuple[str, ...] = ()
    family_names: tuple[str, ...] = ()
    birth: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    ways: tuple[str, ...] = ()
    """Own phone numbers and mail addresses, as they are stored."""


class Known(NamedTuple):
    """What is known of a person, folded and taken apart."""

    given: str
    """Folded words, one space apart."""
    family: str
    born: Born
    place: Place
    ways: frozenset[str] = frozenset()
    """Numbers by their digits, and folded mail addresses."""

    @property
    def whole_name(self) -> str:
        """Both names as one word."""
        return f"{self.given}|{self.family}"

    @property
    def is_complete(self) -> bool:
        """Whether both names and the whole date of birth are known."""
        return bool(self.given and self.family and self.born.is_full)

    @property
    def line(self) -> str:
        """Everything in one line, by which neighbours in a sorted list look alike."""
        return f"{self.family} {self.given} {self.born} {self.place}"


def known(person: Person) -> Known:
    """Take a card apart."""
    return Known(
        " ".join(name_words(*person.given_names)),
        " ".join(name_words(*person.family_names)),
        read_born(person.birth),
        read_place(person.street, person.postal_code, person.city),
        read_ways(person.ways),
    )
