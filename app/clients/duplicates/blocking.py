"""Which pairs are worth comparing: those that share a key, or stand together in a sorted list."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from app.clients.rules.phonetics import sound

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from app.clients.duplicates.people import Known

    Keys = Callable[[Known], Iterable[Hashable]]

LARGEST_BLOCK = 6
"""People of one key who are all compared with each other; larger blocks are parted further."""
WINDOW = 1
"""How far apart two neighbours of a sorted list may stand, in places."""


def candidates(people: Sequence[Known]) -> set[int]:
    """Answer pairs of places a < b as a * len(people) + b, each once."""
    count = len(people)
    found: set[int] = set()
    for keys in SCHEMES:
        for block in _blocks(people, range(count), keys):
            for part in _parted(people, block, _PARTINGS):
                found.update(a * count + b for a, b in combinations(part, 2))
    for line in _LINES:
        found.update(a * count + b for a, b in _neighbours(people, range(count), line))
    return found


def _blocks(people: Sequence[Known], places: Iterable[int], keys: Keys) -> Iterator[list[int]]:
    blocks: dict[Hashable, list[int]] = {}
    for place in places:
        for key in keys(people[place]):
            blocks.setdefault(key, []).append(place)
    return (block for block in blocks.values() if len(block) > 1)


def _parted(
    people: Sequence[Known], block: list[int], partings: Sequence[Keys]
) -> Iterator[list[int]]:
    """Part a block that is too large by one more key after the other."""
    if len(block) <= LARGEST_BLOCK:
        yield block
    elif partings:
        for part in _blocks(people, block, partings[0]):
            yield from _parted(people, part, partings[1:])
    else:
        for pair in _neighbours(people, block, lambda person: person.line):
            yield list(pair)


def _neighbours(
    people: Sequence[Known], places: Iterable[int], line: Callable[[Known], str]
) -> Iterator[tuple[int, int]]:
    ordered = sorted(places, key=lambda place: line(people[place]))
    for distance in range(1, WINDOW + 1):
        for one, two in zip(ordered, ordered[distance:], strict=False):
            yield (one, two) if one < two else (two, one)


def sounds(name: str) -> list[str]:
    """Answer how each word of a folded name sounds; the word itself where it has no sound."""
    return list(dict.fromkeys(sound(word) or word for word in name.split()))


def _all_sounds(person: Known) -> list[str]:
    return list(dict.fromkeys(sounds(person.given) + sounds(person.family)))


def by_birth(person: Known) -> Iterator[Hashable]:
    """Answer one key for a date and for the same with day and month swapped."""
    year, month, day = person.born
    if person.born.is_full:
        yield (year, min(month, day), max(month, day))


def by_names(person: Known) -> Iterator[Hashable]:
    """Answer a key for each two words of a name, whichever field they stand in."""
    for pair in combinations(_all_sounds(person), 2):
        yield pair if pair[0] < pair[1] else pair[::-1]


def by_name_and_birth(person: Known) -> Iterator[Hashable]:
    """Answer a key for each word of a name with each two parts of the date of birth."""
    year, month, day = person.born
    if person.born.is_full:
        for word in _all_sounds(person):
            yield (word, year, month, 0)
            yield (word, year, 0, day)
            yield (word, 0, month, day)


def by_house(person: Known) -> Iterator[Hashable]:
    """Answer a key for the street with the number, and with the postcode."""
    place = person.place
    if place.street:
        street = sound(place.street) or place.street
        if place.number:
            yield (street[:6], place.number)
        yield (street, place.postal_code or place.city, place.number)


def by_way(person: Known) -> Iterable[Hashable]:
    """Answer a key for each phone number and mail address."""
    return person.ways


def _by_initial(person: Known) -> Iterable[Hashable]:
    return {word[0] for name in (person.given, person.family) for word in name.split()}


def _by_sound(person: Known) -> Iterable[Hashable]:
    return _all_sounds(person)


def _by_year(person: Known) -> Iterable[Hashable]:
    return (person.born.year,)


def _by_town(person: Known) -> Iterable[Hashable]:
    return (person.place.postal_code, person.place.city)


SCHEMES: tuple[Keys, ...] = (by_birth, by_names, by_name_and_birth, by_house, by_way)
_PARTINGS: tuple[Keys, ...] = (_by_initial, _by_sound, _by_year, _by_town)
_LINES: tuple[Callable[[Known], str], ...] = (
    lambda person: person.line,
    lambda person: f"{person.given} {person.born} {person.family}",
)
