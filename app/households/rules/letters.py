"""How a household is addressed: one letter, one line with the names, one salutation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.clients.rules import Salutation, full_name

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_BY_NAME = 3
"""So many members are named in a letter; a larger household is addressed by its name."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """A member of a household as letters need it."""

    given_name: str
    family_name: str
    salutation: str = Salutation.NONE


@dataclass(frozen=True, slots=True)
class HouseholdGreeting:
    """Whom a household's letter names above the address, and how it begins."""

    recipients: tuple[str, ...]
    salutation: str


@dataclass(frozen=True, slots=True)
class _Words:
    """How a language addresses people: formal for each salutation, by full name, a family."""

    formal: dict[str, str]
    full: str
    family: str
    titles: dict[str, str]
    household: str


_GERMAN = _Words(
    formal={"ms": "Sehr geehrte Frau {family}", "mr": "Sehr geehrter Herr {family}"},
    full="Guten Tag {name}",
    family="Sehr geehrte Familie {family}",
    titles={"ms": "Frau {name}", "mr": "Herrn {name}"},
    household="Familie {family}",
)
_DANISH = _Words(
    formal={},
    full="Kære {name}",
    family="Kære familie {family}",
    titles={},
    household="Familien {family}",
)
_ENGLISH = _Words(
    formal={"ms": "Dear Ms {family}", "mr": "Dear Mr {family}"},
    full="Dear {name}",
    family="Dear {family} family",
    titles={"ms": "Ms {name}", "mr": "Mr {name}"},
    household="The {family} family",
)
_LANGUAGES = {"de": _GERMAN, "da": _DANISH, "en": _ENGLISH}


def greet_household(members: Sequence[Addressee], name: str, language: str) -> HouseholdGreeting:
    """Answer whom one letter to a household names and how it begins, without its last comma.

    `name` is what the office calls the household ("Yilmaz"; "Familie Yilmaz" works as well),
    "" makes it from the members. `language` is "de", "da" or "en". Each member keeps the
    salutation that she or he chose; nobody is addressed by another's name. Raises
    `ValueError` for a household without members.
    """
    if not members:
        message = "a household without members gets no letter"
        raise ValueError(message)
    words = _LANGUAGES[language]
    if len(members) > MOST_BY_NAME:
        family = _bare(name) or members[0].family_name or full_name(members[0].given_name, "")
        line = words.household.format(family=family)
        return HouseholdGreeting((line,), words.family.format(family=family))
    begun = [_greeting(member, words) for member in members]
    continued = [begun[0], *(word[0].lower() + word[1:] for word in begun[1:])]
    return HouseholdGreeting(tuple(_line(one, words) for one in members), ", ".join(continued))


def _greeting(member: Addressee, words: _Words) -> str:
    formal = words.formal.get(member.salutation, "") if member.family_name.strip() else ""
    name = full_name(member.given_name, member.family_name)
    return (formal or words.full).format(name=name, family=member.family_name.strip())


def _line(member: Addressee, words: _Words) -> str:
    name = full_name(member.given_name, member.family_name)
    return words.titles.get(member.salutation, "{name}").format(name=name)


def _bare(name: str) -> str:
    """Answer the name of a household without the word for a family before it."""
    first, _space, rest = name.strip().partition(" ")
    is_word = first.casefold() in {"familie", "familien", "family", "fam."}
    return rest.strip() if is_word and rest.strip() else name.strip()
