"""Folding of names, so that `muller`, `mueller` and `Müller` find each other."""
# ruff: noqa: RUF001 - letters of many scripts are what this file is about

from __future__ import annotations

from functools import lru_cache
from unicodedata import category, combining, normalize

WORD_LENGTH = 50
"""Letters of a folded word that are kept and compared; longer words are cut."""

_PLAIN = {
    # Latin letters that Unicode does not take apart.
    "æ": "a", "ø": "o", "œ": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ŋ": "n",
    "þ": "th", "ŧ": "t", "ə": "a",
    # Arabic and Farsi variants of one letter; hamza and vowel signs fall away as marks.
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه",
    # An apostrophe does not end a word: O'Brien is obrien.
    "'": "", "’": "", "‘": "", "`": "", "´": "", "ʹ": "",
}  # fmt: skip
_UNSEEN = frozenset({"Cf", "Lm", "Me"})
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)


def fold(text: str) -> str:
    """Answer a text as it is searched: lower case, no accents, words one space apart.

    An `e` after a, o or u and the second a of `aa` fall away, so that both ways of
    writing ä, ö, ü, æ, ø, å meet. Reads from left to right and never takes back what it
    wrote: the folding of a beginning is the beginning of the folding.
    """
    folded: list[str] = []
    before = " "
    for character in text:
        for letter in letters(character):
            if (letter == "e" and before in "aou") or (letter == "a" and before == "a"):
                before = before if letter == "a" else "-"
            elif letter != " " or before != " ":
                folded.append(letter)
                before = letter
    return "".join(folded)


def name_words(*names: str) -> tuple[str, ...]:
    """Answer the folded words of names, each once, in the order written."""
    words = (word[:WORD_LENGTH] for name in names for word in fold(name).split())
    return tuple(dict.fromkeys(words))


@lru_cache(maxsize=4096)
def letters(character: str) -> str:
    """Answer the plain lower-case letters of one character; a space where a word ends."""
    if character in _PLAIN:
        return _PLAIN[character]
    parts = normalize("NFKD", normalize("NFKD", character).casefold())
    return "".join(_letter(part) for part in parts)


def _letter(character: str) -> str:
    if character in _PLAIN:
        return _PLAIN[character]
    kind = category(character)
    if combining(character) or kind in _UNSEEN or ord(character) in _VARIATION_SELECTORS:
        return ""
    return " " if kind[0] in "ZP" or kind in {"Cc", "Cs"} else character
