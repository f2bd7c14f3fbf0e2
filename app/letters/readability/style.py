"""Style of one sentence: passive, nouns instead of verbs, double negation."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from app.letters.readability.lists import style_words
from app.letters.readability.rules import Finding, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.letters.readability.words import Word

_CLAUSE_END = re.compile(r"[,;:–]")
_REACH_BEFORE = 3
"""How many words a participle may stand before its auxiliary: "weil er abgelehnt wird"."""


def clauses(text: str, words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Split the words of a sentence at commas, semicolons, colons and dashes."""
    begin = 0
    for at in range(1, len(words)):
        if _CLAUSE_END.search(text, words[at - 1].end, words[at].start):
            yield words[begin:at]
            begin = at
    yield words[begin:]


def passive(clause: Sequence[Word], language: str) -> Iterator[Finding]:
    """Find auxiliaries with a participle, and Danish verbs in -s."""
    auxiliaries = [at for at, word in enumerate(clause) if _role(word.text, language) == "aux"]
    if auxiliaries:
        at = auxiliaries[0]
        partner = _participle(clause, at, language)
        if partner is not None:
            begin, end = sorted((clause[at], partner))
            yield Finding(begin.start, end.end, Kind.PASSIVE, partner.text)
    for word in clause:
        if _role(word.text, language) == "passive":
            yield Finding(word.start, word.end, Kind.PASSIVE, word.text)


def _participle(clause: Sequence[Word], at: int, language: str) -> Word | None:
    """Answer the last participle after an auxiliary, else the nearest one before it."""
    near = (*clause[max(0, at - _REACH_BEFORE) : at], *clause[at + 1 :])
    found = [word for word in near if _role(word.text, language) == "participle"]
    return found[-1] if found else None


@lru_cache(maxsize=65536)
def _role(word: str, language: str) -> str:
    """Answer what a word is in the passive; nouns with a capital are nothing in it."""
    words = style_words(language)
    small = word.lower()
    if small in words.auxiliaries:
        return "aux"
    if words.participle.fullmatch(word) and small not in words.no_participles:
        return "participle"
    if words.s_passive.fullmatch(word) and small not in words.no_s_passives:
        return "passive"
    return ""


def nominal(words: Sequence[Word], language: str, most: int) -> Iterator[Finding]:
    """Find a sentence with more nouns of action than `most`; it is marked from first to last."""
    nouns = [word for word in words if _is_nominal(word.text, language)]
    if len(nouns) > most:
        detail = ", ".join(noun.text for noun in nouns)
        yield Finding(nouns[0].start, nouns[-1].end, Kind.NOMINAL_STYLE, detail)


@lru_cache(maxsize=65536)
def _is_nominal(word: str, language: str) -> bool:
    return style_words(language).nominal.fullmatch(word) is not None


def negations(clause: Sequence[Word], language: str) -> Iterator[Finding]:
    """Find two negations in one clause: "nicht ohne", "ikke umuligt", "kein … nicht"."""
    found = [word for word in clause if _negates(word.text, language)]
    strong = [word for word in found if _negates(word.text, language) == "word"]
    if strong and len(found) > 1:
        detail = " … ".join(word.text for word in found)
        yield Finding(found[0].start, found[-1].end, Kind.DOUBLE_NEGATION, detail)


@lru_cache(maxsize=65536)
def _negates(word: str, language: str) -> str:
    words = style_words(language)
    small = word.lower()
    if small in words.negations or small.endswith(("n't", "n’t")):
        return "word"
    return "prefix" if words.negated.fullmatch(word) else ""
