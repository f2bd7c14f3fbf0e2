"""Names of two cards: how far two folded names agree, and by which words."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA, JaroWinkler

from app.clients.rules.phonetics import sound
from resources import read_text

SIMILAR = 0.86
"""Jaro-Winkler similarity from which two words look alike."""
_NOT_UNLIKE = 0.5
"""Similarity below which nothing but a short form is looked for, as that takes long."""
_SOUNDING = 0.7
"""Similarity below which words that share a code, such as Emine and Ümmühan, do not sound alike."""
_SHORTEST = 3
"""Letters of a word that says something by itself."""
_SLIPS = ((12, 3), (6, 2), (3, 1))
"""Letters of the shorter word, and the typing errors that are believed in it."""


_READ = str.maketrans("01568", "olsbb")


class NameLevel(StrEnum):
    """How far two names agree, best first."""

    SAME = "same"
    PART = "part"
    """All words of one stand in the other: Müller and Müller-Esser."""
    TYPO = "typo"
    SOUND = "sound"
    SHORT = "short"
    """An initial, a beginning or a short form: Hans and Johannes."""
    SIMILAR = "similar"
    DIFFERENT = "different"
    MISSING = "missing"


class Likeness(NamedTuple):
    """How far two names agree, and the words (folded) whose rarity says how much that means."""

    level: NameLevel
    mine: str = ""
    theirs: str = ""


_ORDER = list(NameLevel)


@lru_cache(maxsize=1 << 18)
def compare_names(one: str, two: str) -> Likeness:
    """Compare two folded names, words apart by one space; "" is a name that is not known."""
    if not one or not two:
        return Likeness(NameLevel.MISSING)
    if one == two:
        return Likeness(NameLevel.SAME, one, two)
    mine, theirs = one.split(), two.split()
    if sorted(mine) == sorted(theirs) or "".join(mine) == "".join(theirs):
        return Likeness(NameLevel.SAME, one, two)
    shared = [word for word in mine if word in theirs and len(word) >= _SHORTEST]
    if shared and (set(mine) <= set(theirs) or set(theirs) <= set(mine)):
        longest = max(shared, key=len)
        return Likeness(NameLevel.PART, longest, longest)
    return _best(mine, theirs)


def may_be_alike(one: str, two: str) -> bool:
    """Answer quickly whether it is worth comparing two folded names."""
    return JaroWinkler.similarity(one, two) >= _NOT_UNLIKE or one in two or two in one


def _best(mine: list[str], theirs: list[str]) -> Likeness:
    """Answer the best agreement of the whole names or of a word each."""
    pairs = [("".join(mine), "".join(theirs))]
    if len(mine) > 1 or len(theirs) > 1:
        pairs += [(one, two) for one in mine for two in theirs]
    found = [Likeness(_compare_words(one, two), one, two) for one, two in pairs]
    return min(found, key=lambda likeness: _ORDER.index(likeness.level))


def _compare_words(one: str, two: str) -> NameLevel:
    if one == two:
        return NameLevel.PART if len(one) >= _SHORTEST else NameLevel.DIFFERENT
    alike = JaroWinkler.similarity(one, two)
    if alike >= _NOT_UNLIKE and _is_typo(one, two):
        return NameLevel.TYPO
    if alike >= _SOUNDING and sound(one) == sound(two):
        return NameLevel.SOUND
    if _is_short(one, two):
        return NameLevel.SHORT
    return NameLevel.SIMILAR if alike >= SIMILAR else NameLevel.DIFFERENT


def _is_typo(one: str, two: str) -> bool:
    shorter = min(len(one), len(two))
    most = next((slips for letters, slips in _SLIPS if shorter >= letters), 0)
    if not most:
        return False
    return OSA.distance(one, two, score_cutoff=most) <= most or _as_read(one) == _as_read(two)


def _as_read(word: str) -> str:
    """Answer a word as a scanner reads it, which takes rn for m and 0 for o."""
    return word.replace("rn", "m").translate(_READ)


def _is_short(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=lambda word: (len(word), word))
    is_beginning = len(short) == 1 or len(short) >= _SHORTEST
    if is_beginning and long.startswith(short):
        return True
    return not _families(one).isdisjoint(_families(two))


def _families(word: str) -> frozenset[int]:
    return _short_names().get(word, frozenset())


@lru_cache
def _short_names() -> dict[str, frozenset[int]]:
    """Read which families of short forms a name belongs to."""
    lines = read_text("duplicates", "short_names.txt").splitlines()
    families: dict[str, frozenset[int]] = {}
    for number, line in enumerate(line for line in lines if not line.startswith("#")):
        for word in line.split():
            families[word] = families.get(word, frozenset()) | {number}
    return families
