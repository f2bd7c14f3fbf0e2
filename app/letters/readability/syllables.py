"""Syllables of a word, by rules of its language and lists of what no rule can tell."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from app.letters.readability import danish, english, german
from app.letters.readability.lists import syllable_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_NUCLEI: Mapping[str, Callable[[str], int]] = {
    "de": german.nuclei,
    "da": danish.nuclei,
    "en": english.nuclei,
}
_SEAMS = re.compile(r"[-'’\u2010\u2011]")
_INVISIBLE = str.maketrans("", "", "·\u00ad")
_VOWEL = re.compile(r"[aeiouyäöüæøåéèêáàâóòôíìîúùûëïœ]", re.IGNORECASE)
_SEAM = "|"
_LONGEST_ACRONYM = 5


def syllables(word: str, language: str) -> int:
    """Answer how many syllables a word has when it is read slowly, at least one.

    A figure counts as one; letters without a vowel are spelt out when they are capitals.
    """
    parts = [part for part in _SEAMS.split(word.translate(_INVISIBLE)) if part]
    return max(1, sum(_of_part(part, language) for part in parts))


def _of_part(part: str, language: str) -> int:
    if any(map(str.isdigit, part)):
        return 1
    known = _listed(language).fullmatch(part.lower())
    if known is None and _VOWEL.search(part) is None:
        return len(part) if part.isupper() and len(part) <= _LONGEST_ACRONYM else 0
    return max(1, _read(part.lower(), language))


def _read(part: str, language: str) -> int:
    """Add up the listed parts of a word and what the rules count in the rest.

    The rest keeps the last consonant of a listed part, or a mark that is no vowel: nothing grows
    together, and the rules still see what goes before an ending.
    """
    listed, at, rest = 0, 0, ""
    counts = _counts(language)
    for found in _listed(language).finditer(part):
        listed += counts[found.lastindex or 0]
        last = found.group()[-1]
        rest += part[at : found.start()] + (_SEAM if _VOWEL.match(last) else last)
        at = found.end()
    return listed + _NUCLEI[language](rest + part[at:])


@lru_cache
def _listed(language: str) -> re.Pattern[str]:
    """Answer one expression for all listed parts, the longest first, each a group of its own."""
    return re.compile("|".join(f"({part})" for part in _longest_first(language)))


@lru_cache
def _counts(language: str) -> tuple[int, ...]:
    parts = syllable_parts(language)
    return (0, *(parts[part] for part in _longest_first(language)))


@lru_cache
def _longest_first(language: str) -> tuple[str, ...]:
    return tuple(sorted(syllable_parts(language), key=lambda part: (-len(part), part)))
