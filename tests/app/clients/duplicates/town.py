"""A generated town of people in households, some with several cards, and the truth about them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.clients.duplicates import Person
from app.demo.books import Book, Names, book
from app.demo.chance import Chance
from app.demo.rules import Country
from tests.app.clients.duplicates.slips import SLIPS, write_other_way

if TYPE_CHECKING:
    from collections.abc import Iterator

_TODAY = date(2026, 11, 23)
_SYLLABLES = ("ach", "berg", "dorf", "er", "feld", "hof", "ing", "kamp", "lein", "mann", "ner",
              "ow", "rath", "sen", "stein", "thal", "wald", "wig")  # fmt: skip


@dataclass(frozen=True)
class Town:
    """All cards in the order they were written, and which pairs show one person."""

    cards: tuple[Person, ...]
    truth: frozenset[frozenset[str]]


def make_town(cards: int, seed: int, *, share: float = 0.15) -> Town:
    """Make about `cards` cards, of which `share` are a second or third card of someone."""
    chance = Chance("town", seed)
    country = book(Country.GERMANY if seed % 2 else Country.DENMARK)
    written: list[Person] = []
    truth: set[frozenset[str]] = set()
    while len(written) < cards:
        for person in _household(country, chance):
            copies = [person]
            while chance.often(share):
                copies.append(_another_card(person, country, chance))
            keys = [f"{len(written) + place}" for place in range(len(copies))]
            truth |= {frozenset((a, b)) for a in keys for b in keys if a < b}
            written += [replace(card, key=key) for card, key in zip(copies, keys, strict=True)]
    chance.shuffle(written)
    return Town(tuple(written), frozenset(truth))


def _household(country: Book, chance: Chance) -> Iterator[Person]:
    """Answer one to four people of one address: alone, a couple, twins, parent and child."""
    names = chance.weighted(country.names, country.name_shares)
    family, home = _family_name(names, chance), _home(country, chance)
    head = _person(names, family, home, chance)
    yield head
    kind = chance.weighted(("alone", "couple", "twins", "child", "namesake"), (50, 38, 2, 7, 3))
    if kind == "couple":
        other = _family_name(names, chance) if chance.often(0.2) else family
        yield _person(names, other, home, chance)
    elif kind == "twins":
        yield _other_given(replace(head), names, chance)
    elif kind == "child":
        yield _younger(_person(names, family, home, chance), chance)
    elif kind == "namesake":
        yield _younger(head, chance)


def _person(names: Names, family: str, home: tuple[str, str, str], chance: Chance) -> Person:
    is_woman = chance.often(0.5)
    given = chance.pick(names.old[is_woman] + names.given[is_woman]).latin
    age = 60 + chance.betavariate(1.6, 2.6) * 40
    born = _TODAY - timedelta(days=int(age * 365.2425))
    return Person("", (given,), (family,), born.isoformat(), *home)


def _family_name(names: Names, chance: Chance) -> str:
    """Answer a name of the books, or as often one of those that few people have."""
    common = chance.pick(names.family[False]).latin
    if chance.often(0.5):
        return common
    made = common.split("-")[0].split()[-1][:4] + "".join(
        chance.pick(_SYLLABLES) for _ in range(chance.randint(1, 2))
    )
    return f"{made}-{common}" if chance.often(0.06) else made


def _home(country: Book, chance: Chance) -> tuple[str, str, str]:
    quarter = chance.weighted(country.quarters, country.quarter_shares)
    number = f"{chance.randint(1, 120)}{chance.pick(('', '', '', 'a', 'b'))}"
    street = f"{chance.pick(quarter.streets)} {number}"
    return street, chance.pick(quarter.postal_codes), quarter.city


def _younger(person: Person, chance: Chance) -> Person:
    born = date.fromisoformat(person.birth) + timedelta(days=chance.randint(7500, 13000))
    return replace(person, birth=born.isoformat())


def _other_given(person: Person, names: Names, chance: Chance) -> Person:
    others = [name.latin for name in names.given[True] + names.given[False]]
    given = chance.pick([name for name in others if name[:2] != person.given_names[0][:2]])
    return replace(person, given_names=(given,))


def _another_card(person: Person, country: Book, chance: Chance) -> Person:
    """Answer another card: moved or not, with one or two slips, written another way."""
    card = person
    if chance.often(0.2):
        street, postal_code, city = _home(country, chance)
        card = replace(card, street=street, postal_code=postal_code, city=city)
    for _ in range(chance.weighted((0, 1, 2), (20, 60, 20))):
        changed = chance.pick(SLIPS)(card, chance)
        card = changed if _can_be_known(changed) else card
    return write_other_way(card, chance) if card.birth and chance.often(0.2) else card


def _can_be_known(card: Person) -> bool:
    """Answer whether enough is left for anyone to say who it is."""
    return bool(card.birth or card.street)
