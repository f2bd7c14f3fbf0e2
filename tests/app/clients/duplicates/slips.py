"""How one card of a person comes to differ from another: slips of the pen, moves, marriages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.clients.duplicates import Person
    from app.demo.chance import Chance

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LOOK_ALIKE = {"o": "0", "l": "1", "m": "rn", "e": "c", "i": "l", "n": "u", "b": "6", "s": "5"}
_PLAIN = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "Ä": "A", "Ö": "O", "Ü": "U", "ø": "o",
                        "æ": "a", "å": "a", "ß": "s"})  # fmt: skip
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue",
                              "ø": "oe", "æ": "ae", "å": "aa", "ß": "ss"})  # fmt: skip


def slip(text: str, chance: Chance) -> str:
    """Answer a text with one typing error: a letter left out, doubled, changed, transposed."""
    if len(text) < 2:
        return text
    place = chance.randrange(len(text) - 1)
    before, letter, after, rest = text[:place], text[place], text[place + 1], text[place + 2 :]
    return chance.pick((
        before + after + rest,
        before + letter + chance.pick(_LETTERS) + after + rest,
        before + after + letter + rest,
        before + chance.pick(_LETTERS) + after + rest,
        before + _LOOK_ALIKE.get(letter, letter * 2) + after + rest,
    ))  # fmt: skip


def slip_in_given(person: Person, chance: Chance) -> Person:
    """Mistype the given name."""
    return replace(person, given_names=(slip(person.given_names[0], chance),))


def slip_in_family(person: Person, chance: Chance) -> Person:
    """Mistype the family name."""
    return replace(person, family_names=(slip(person.family_names[0], chance),))


def slip_in_street(person: Person, chance: Chance) -> Person:
    """Mistype the street."""
    return replace(person, street=slip(person.street, chance))


def slip_in_birth(person: Person, chance: Chance) -> Person:
    """Mistype a digit of the date of birth, anywhere but in the century."""
    if not person.birth:
        return person
    place = chance.pick((3, 5, 6, 8, 9))
    digit = chance.pick([d for d in "0123456789" if d != person.birth[place]])
    return replace(person, birth=person.birth[:place] + digit + person.birth[place + 1 :])


def other_day(person: Person, chance: Chance) -> Person:
    """Write another day of birth."""
    if not person.birth:
        return person
    return replace(person, birth=f"{person.birth[:8]}{chance.randint(1, 28):02}")


def swap_day_and_month(person: Person, chance: Chance) -> Person:
    """Write the month where the day belongs, as far as that is a date."""
    year, month, day = person.birth.split("-") if person.birth else ("", "", "99")
    return replace(person, birth=f"{year}-{day}-{month}") if int(day) <= 12 else person


def swap_names(person: Person, chance: Chance) -> Person:
    """Write the given name where the family name belongs."""
    return replace(person, given_names=person.family_names, family_names=person.given_names)


def transliterate(person: Person, chance: Chance) -> Person:
    """Write ä, ö, ü, æ, ø, å and ß as another keyboard allows."""
    table = chance.pick((_PLAIN, _WRITTEN_OUT))
    return replace(
        person,
        given_names=tuple(name.translate(table) for name in person.given_names),
        family_names=tuple(name.translate(table) for name in person.family_names),
        street=person.street.translate(_WRITTEN_OUT),
    )


def leave_out(person: Person, chance: Chance) -> Person:
    """Leave one field empty."""
    return chance.pick((
        replace(person, birth=""),
        replace(person, street=""),
        replace(person, postal_code=""),
        replace(person, city=""),
    ))  # fmt: skip


def write_other_way(person: Person, chance: Chance) -> Person:
    """Write dates and streets as another office does; it is the same all the same."""
    year, month, day = person.birth.split("-")
    return replace(
        person,
        birth=f"{day}.{month}.{year}",
        street=person.street.replace("straße", "str."),
        given_names=(person.given_names[0].upper(),),
        family_names=(person.family_names[0].upper(),),
    )


SLIPS = (
    slip_in_given, slip_in_family, slip_in_street, slip_in_birth, other_day, swap_day_and_month,
    swap_names, transliterate, leave_out,
)  # fmt: skip
"""What can happen to a card; a move and a marriage need the town."""
