"""The rows of invented clients: card, spoken languages and search keys.

Telephone numbers reach nobody. German ones are taken from the numbers that the
Bundesnetzagentur keeps free for media ("Drama Numbers", Mitteilung 148/2021): Köln
0221 4710 000-999, mobile 0171 39200 00-99 and 0176 040690 00-99. Denmark keeps none free;
Danish ones begin with 17, where no eight-digit subscriber number begins (they begin with
2-9). E-mail addresses are in example.org, which RFC 2606 keeps free.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.clients.rules import BirthPrecision, LanguageLevel, Salutation, fold, search_keys
from app.demo.chance import Chance
from app.demo.notes import card_hint, card_text
from app.demo.rules import Country
from app.demo.standing import standing_columns

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from app.demo.books import Book
    from app.demo.people import Person
    from app.demo.rules import DemoPlan

_FLOORS = ("st", "1", "2", "3", "4")
_DOORS = ("tv", "th", "mf")


@dataclass(frozen=True, slots=True)
class ClientRows:
    """What is written about one client."""

    client: dict[str, Any]
    role: dict[str, Any]
    languages: tuple[dict[str, Any], ...]
    words: tuple[dict[str, Any], ...]


def client_rows(
    book: Book, plan: DemoPlan, person: Person, areas: Mapping[str, UUID]
) -> ClientRows:
    """Answer the rows of a person; `areas` gives the record of each quarter by its name."""
    chance = _card_chance(plan, person.number)
    key = _key(plan, person.number, chance)
    names = {"given_name": person.given.latin, "family_name": person.family.latin}
    protected = chance.often(0.01)
    keys = search_keys(**names, lives_alone=person.lives_alone, address_protected=protected)
    sorting = {"sort_key_de": keys.sort_key_de, "sort_key_da": keys.sort_key_da}
    client = {
        "id": key,
        **names,
        "salutation": _salutation(person, chance),
        **_birth(person, chance),
        **_reach(plan, person, chance),
        **_address(plan, person, chance),
        "area_id": areas.get(person.quarter.name),
        "lives_alone": person.lives_alone,
        "letter_language": "en" if person.is_from_abroad and chance.often(0.08) else "",
        "address_protected": protected,
        "hint": card_hint(book, person, chance),
        "about": card_text(book, person, chance),
        **sorting,
    }
    role = {"id": chance.key((person.number + chance.random()) / plan.clients)}
    spoken = _languages(person, chance)
    client |= {
        "needs_interpreter": person.words["local_tag"] not in dict(spoken),
        "letter_format": chance.weighted(("", "large_16", "large_18", "read_aloud"),
                                         (92, 4, 3, 1)),
        **standing_columns(plan, person.number),
    }  # fmt: skip
    return ClientRows(
        client,
        {**role, "person_id": key, "role": "client", **sorting},
        tuple(
            {"person_id": key, "position": position, "tag": tag, "level": level}
            for position, (tag, level) in enumerate(spoken)
        ),
        tuple(
            {"person_id": key, "word": word, "words": keys.line, **sorting} for word in keys.words
        ),
    )


def client_key(plan: DemoPlan, number: int) -> UUID:
    """Answer the key of client `number`."""
    return _key(plan, number, _card_chance(plan, number))


def _card_chance(plan: DemoPlan, number: int) -> Chance:
    return Chance(plan.seed, plan.country, "card", number)


def _key(plan: DemoPlan, number: int, chance: Chance) -> UUID:
    return chance.key((number + chance.random()) / plan.clients)


def _salutation(person: Person, chance: Chance) -> str:
    if chance.often(0.04):
        return Salutation.NONE.value
    return (Salutation.MS if person.is_woman else Salutation.MR).value


def _birth(person: Person, chance: Chance) -> dict[str, Any]:
    """Answer the date of birth; some people's papers know the year only."""
    born, precision = person.born, BirthPrecision.DAY
    if chance.often(0.08 if person.is_from_abroad else 0.01):
        born, precision = born.replace(month=1, day=1), BirthPrecision.YEAR
    return {"birth_date": born, "birth_precision": precision.value}


def _reach(plan: DemoPlan, person: Person, chance: Chance) -> dict[str, str]:
    name = fold(f"{person.given.latin} {person.family.latin}").replace(" ", ".")
    email = f"{name}{person.born.year % 100:02}@example.org"
    return {
        "phone": _phone(plan.country, chance) if chance.often(0.9) else "",
        "mobile": _mobile(plan.country, chance) if chance.often(0.4) else "",
        "email": email if email.isascii() and chance.often(0.12) else "",
    }


def _phone(country: Country, chance: Chance) -> str:
    if country is Country.DENMARK:
        return f"+45 17{chance.randrange(1_000_000):06}"
    return f"+49 221 4710{chance.randrange(1000):03}"


def _mobile(country: Country, chance: Chance) -> str:
    if country is Country.DENMARK:
        return _phone(country, chance)
    return f"+49 {chance.pick(('171 39200', '176 040690'))}{chance.randrange(100):02}"


def _address(plan: DemoPlan, person: Person, chance: Chance) -> dict[str, str]:
    number = str(1 + int(chance.betavariate(1.2, 3) * 120))
    if chance.often(0.12):
        number += chance.pick("abc")
    place = {"floor": "", "door": ""}
    if plan.country is Country.DENMARK:
        number = number.upper()
        if chance.often(0.7):
            place = {"floor": chance.pick(_FLOORS), "door": chance.pick(_DOORS)}
    return {
        "country": plan.country.value,
        "care_of": "",
        "street": chance.pick(person.quarter.streets),
        "house_number": number,
        **place,
        "postal_code": chance.pick(person.quarter.postal_codes),
        "city": person.quarter.city,
    }


def _languages(person: Person, chance: Chance) -> tuple[tuple[str, str], ...]:
    """Answer the tags of spoken languages with their levels, the mother tongue first."""
    local = person.words["local_tag"]
    spoken = {person.names.tag: LanguageLevel.NATIVE.value}
    if person.is_from_abroad and chance.often(0.85):
        spoken[local] = chance.weighted(("fluent", "good", "some", ""), (2, 4, 3, 1))
    for tag in person.names.second_languages:
        if tag not in {"local", *spoken} and chance.often(0.25):
            spoken[tag] = chance.weighted(("good", "some", ""), (3, 4, 1))
    return tuple(spoken.items())
