"""The word lists that the program carries, by language; an office's own terms come on top."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from app.letters.readability.rules import Targets
from resources import read_text, resource

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """What tells the end of a sentence from other full stops.

    Abbreviations are written without spaces and map to what they stand for: `inside` ones never
    end a sentence, `last` ones end it before any capital, `either` ones before a starter only,
    and `counting` ones are abbreviations only before a figure.
    """

    inside: Mapping[str, str]
    last: Mapping[str, str]
    either: Mapping[str, str]
    counting: Mapping[str, str]
    starters: frozenset[str]
    after_ordinals: frozenset[str]
    before_numbers: frozenset[str]


@dataclass(frozen=True, slots=True)
class StyleWords:
    """Signs of style: words in small letters, and expressions that a whole word must match."""

    auxiliaries: frozenset[str]
    participle: re.Pattern[str]
    no_participles: frozenset[str]
    s_passive: re.Pattern[str]
    no_s_passives: frozenset[str]
    nominal: re.Pattern[str]
    negations: frozenset[str]
    negated: re.Pattern[str]
    acronym: re.Pattern[str]
    plain: frozenset[str]


@lru_cache
def sentence_words(language: str) -> SentenceWords:
    """Answer what is known of the full stops of a language."""
    table = _table("sentences", language)
    return SentenceWords(
        table["inside"],
        table["last"],
        table["either"],
        table["counting"],
        frozenset(table["starters"].split()),
        frozenset(table["after_ordinals"].split()),
        frozenset(table["before_numbers"].split()),
    )


@lru_cache
def syllable_parts(language: str) -> Mapping[str, int]:
    """Answer the parts of words whose syllables no rule counts."""
    parts: dict[str, int] = _table("syllables", language)["parts"]
    return parts


@lru_cache
def officialese(language: str) -> Mapping[str, str]:
    """Answer terms of offices with what to say instead; none for a language without a list."""
    if not resource("readability", f"officialese_{language}.toml").is_file():
        return {}
    terms: dict[str, str] = _table("officialese", language)["terms"]
    return terms


@lru_cache
def style_words(language: str) -> StyleWords:
    """Answer the signs of style in a language."""
    table = _table("style", language)
    return StyleWords(
        _words(table, "passive_auxiliaries"),
        _pattern(table, "passive_participle"),
        _words(table, "passive_exceptions"),
        _pattern(table, "s_passive"),
        _words(table, "s_passive_exceptions"),
        _pattern(table, "nominal"),
        _words(table, "negations"),
        _pattern(table, "negated"),
        _pattern(table, "acronym"),
        _words(table, "plain_abbreviations"),
    )


@lru_cache
def targets() -> Targets:
    """Answer what letters aim at and what is marked: the entry that holds until further notice."""
    entries = tomllib.loads(read_text("readability", "targets.toml"))["targets"]
    (entry,) = (entry for entry in entries if not entry["valid_to"])
    return Targets(**{field.name: entry[field.name] for field in fields(Targets)})


def _words(table: Mapping[str, Any], name: str) -> frozenset[str]:
    return frozenset(table.get(name, "").split())


def _pattern(table: Mapping[str, Any], name: str) -> re.Pattern[str]:
    """Answer an expression of the list; one that is not there matches no word."""
    return re.compile(table.get(name, "(?!)"))


def _table(kind: str, language: str) -> dict[str, Any]:
    return tomllib.loads(read_text("readability", f"{kind}_{language}.toml"))
