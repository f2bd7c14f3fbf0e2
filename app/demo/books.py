"""The books that the demo office is made from: names, streets and parts of notes."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from resources import read_text

if TYPE_CHECKING:
    from app.demo.rules import Country


@dataclass(frozen=True, slots=True)
class Name:
    """A name in Latin letters and in its own script ("" where that is the same)."""

    latin: str
    original: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of people of one origin, by the sex that they are given to."""

    tag: str
    """BCP 47 tag of the mother tongue."""
    ages: tuple[int, int]
    second_languages: tuple[str, ...]
    old: dict[bool, tuple[Name, ...]]
    """Given names of those born before 1946; True: of women."""
    given: dict[bool, tuple[Name, ...]]
    family: dict[bool, tuple[Name, ...]]
    young: dict[bool, tuple[str, ...]]
    """Given names of children, nieces and volunteers."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter with its postcodes and streets."""

    name: str
    city: str
    postal_codes: tuple[str, ...]
    streets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """All that a demo office of one country is written from."""

    language: str
    code_list: str
    names: tuple[Names, ...]
    name_shares: tuple[float, ...]
    quarters: tuple[Quarter, ...]
    quarter_shares: tuple[float, ...]
    life: dict[str, Any]
    notes: dict[str, Any]


@lru_cache
def book(country: Country) -> Book:
    """Read the book of a country."""
    towns = _read(f"addresses_{country.lower()}.toml")
    origins = _read("names.toml")
    shares = tuple(float(origin[f"share_{country.lower()}"]) for origin in origins.values())
    return Book(
        language=country.language,
        code_list=towns["code_list"],
        names=tuple(_names(origin) for origin in origins.values()),
        name_shares=shares,
        quarters=tuple(
            Quarter(name, towns["city"] or name, tuple(codes.split()), _words(streets))
            for name, (codes, _, streets) in towns["quarters"].items()
        ),
        quarter_shares=tuple(float(share) for _, share, _ in towns["quarters"].values()),
        life=_read("life.toml")[country.language],
        notes=_read(f"notes_{country.language}.toml"),
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(read_text("demo", name))


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(","))


def _names(origin: dict[str, Any]) -> Names:
    given = {True: _given(origin["women"]), False: _given(origin["men"])}
    return Names(
        tag=origin["tag"],
        ages=(origin["ages"][0], origin["ages"][1]),
        second_languages=tuple(origin["second_languages"]),
        old={
            True: _given(origin["old_women"]) if "old_women" in origin else given[True],
            False: _given(origin["old_men"]) if "old_men" in origin else given[False],
        },
        given=given,
        family={True: _family(origin["family"], 1), False: _family(origin["family"], 0)},
        young={True: _words(origin["young_women"]), False: _words(origin["young_men"])},
    )


def _given(text: str) -> tuple[Name, ...]:
    return tuple(Name(*word.split("=")) for word in _words(text))


def _family(text: str, form: int) -> tuple[Name, ...]:
    """Read family names in the form of men (0) or women (1), where the two differ."""
    return tuple(
        Name(*(side.split("/")[min(form, side.count("/"))] for side in word.split("=")))
        for word in _words(text)
    )
