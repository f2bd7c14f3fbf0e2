"""Facts from a file that somebody else wrote: each is checked for its kind and range."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem, Refused
from app.text_rules import NAME_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LARGEST = 1e9
"""No coordinate, time or amount is further from zero."""

NO_OBJECT = N_("{where} must be an object with names and values.")
NO_LIST = N_("{where} must be a list.")
MISSING = N_("{where} is missing.")
NO_NUMBER = N_("{where} must be a number.")
NO_WHOLE_NUMBER = N_("{where} must be a whole number.")
OUT_OF_RANGE = N_("{where} must be between {least} and {most}.")
NO_ID = N_("{where} must be a text or a whole number, and not empty.")
NO_FLAG = N_("{where} must be true or false.")
NOT_OFFERED = N_("{where} must be one of: {offered}.")
TWICE = N_("{where} stands there twice: {id}.")

Id = str | int
"""What a file calls a person, a volunteer or a stop; answered as it was given."""


def refuse(message: str, where: str, **values: object) -> Refused:
    """Answer the refusal of one fact, naming where it stands."""
    return Refused(Problem(message, where, {"where": where, **values}))


@dataclass(frozen=True, slots=True)
class Given:
    """An object of a file, and the words for where it stands there."""

    facts: Mapping[str, object]
    where: str

    @classmethod
    def of(cls, value: object, where: str) -> Given:
        """Answer an object of a file; raises `Refused` when it is none."""
        if not isinstance(value, dict):
            raise refuse(NO_OBJECT, where)
        return cls(value, where)

    def has(self, key: str) -> bool:
        """Answer whether something is said: `null` says nothing."""
        return self.facts.get(key) is not None

    def at(self, key: str) -> str:
        """Answer the words for where a fact stands, such as "stops[3].open"."""
        return f"{self.where}.{key}" if self.where else key

    def value(self, key: str) -> object:
        """Answer a fact of any kind; raises `Refused` when it is missing."""
        if not self.has(key):
            raise refuse(MISSING, self.at(key))
        return self.facts[key]

    def number(self, key: str, least: float = -LARGEST, most: float = LARGEST) -> float:
        """Answer a finite number within a range."""
        return number(self.value(key), self.at(key), least, most)

    def whole(self, key: str, least: int = 0, most: int = int(LARGEST)) -> int:
        """Answer a whole number within a range."""
        return whole(self.value(key), self.at(key), least, most)

    def flag(self, key: str, *, otherwise: bool) -> bool:
        """Answer yes or no; `otherwise` when nothing is said."""
        value = self.value(key) if self.has(key) else otherwise
        if not isinstance(value, bool):
            raise refuse(NO_FLAG, self.at(key))
        return value

    def id(self, key: str = "id") -> Id:
        """Answer what something is called."""
        return checked_id(self.value(key), self.at(key))

    def choice(self, key: str, offered: Iterable[str]) -> str:
        """Answer one of the words offered."""
        words, value = tuple(offered), self.value(key)
        if value not in words:
            raise refuse(NOT_OFFERED, self.at(key), offered=", ".join(words))
        return str(value)

    def items(self, key: str) -> list[object]:
        """Answer a list; raises `Refused` when it is missing or none."""
        value = self.value(key)
        if not isinstance(value, list):
            raise refuse(NO_LIST, self.at(key))
        return value

    def optional_items(self, key: str) -> list[object]:
        """Answer a list; an empty one when nothing is said."""
        return self.items(key) if self.has(key) else []

    def inner(self, key: str) -> Given:
        """Answer an object within this one."""
        return Given.of(self.value(key), self.at(key))

    def objects(self, key: str) -> tuple[Given, ...]:
        """Answer the objects of a list."""
        at = self.at(key)
        return tuple(Given.of(item, f"{at}[{i}]") for i, item in enumerate(self.items(key)))

    def words(self, key: str) -> frozenset[str]:
        """Answer a set of texts; empty when nothing is said."""
        found = self.optional_items(key)
        return frozenset(str(checked_id(word, self.at(key))) for word in found)


def number(value: object, where: str, least: float = -LARGEST, most: float = LARGEST) -> float:
    """Answer a finite number within a range; raises `Refused`."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:  # noqa: PLR0124 - a number that is none
        raise refuse(NO_NUMBER, where)
    if not least <= value <= most:
        raise refuse(OUT_OF_RANGE, where, least=f"{least:g}", most=f"{most:g}")
    return float(value)


def whole(value: object, where: str, least: int = 0, most: int = int(LARGEST)) -> int:
    """Answer a whole number within a range; raises `Refused`."""
    if number(value, where, least, most) % 1:
        raise refuse(NO_WHOLE_NUMBER, where)
    return int(value)  # type: ignore[call-overload, no-any-return] # `number` has looked


def checked_id(value: object, where: str) -> Id:
    """Answer what something is called, unchanged; raises `Refused`."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if not isinstance(value, str):
        raise refuse(NO_ID, where)
    if check_text(value, where, longest=NAME_LENGTH, required=True):
        raise refuse(NO_ID, where)
    return value


def need_different(ids: Iterable[Id], where: str) -> None:
    """Raise `Refused` when something stands in a list twice."""
    seen: set[Id] = set()
    for one in ids:
        if one in seen:
            raise refuse(TWICE, where, id=one)
        seen.add(one)
