"""Sort keys of names: plain text that sorts code point by code point as the language does.

German follows DIN 5007-1 (ä like a, ß like ss), Danish puts æ, ø, å last, reads aa as å
and ü as y (Retskrivningsordbogen § 4). Words are compared before letters.
"""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

from app.clients.rules.names import letters

KEY_LENGTH = 120
"""Characters of a sort key: what a database index takes on every database."""

_NAMES_APART = "\t"
_TIE_BREAK = "\n"
"""Both sort before the space between words, so that a shorter name comes first."""

_DANISH = {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "œ": "|", "ő": "|", "å": "}",
           "ü": "y", "ű": "y", "þ": "th"}  # fmt: skip
"""The three characters behind z stand for æ, ø, å, as in the old Danish 7-bit code."""


def sort_key(family: str, given: str, language: str) -> str:
    """Answer the key by which a name sorts in a language ("da"; any other sorts as German).

    Names that differ only in accents keep a fixed order: plain before accented.
    """
    plain = _danish if language == "da" else _german
    key = plain(family) + _NAMES_APART + plain(given)
    written = normalize("NFC", f"{family}{_NAMES_APART}{given}").lower()
    if written != key:
        key += _TIE_BREAK + "".join(c for c in written if c.isprintable())
    return key[:KEY_LENGTH]


def _german(name: str) -> str:
    return " ".join("".join(letters(character) for character in name).split())


def _danish(name: str) -> str:
    composed = normalize("NFC", name).casefold().replace("aa", "å")
    return " ".join("".join(_danish_letters(character) for character in composed).split())


@lru_cache(maxsize=4096)
def _danish_letters(character: str) -> str:
    return _DANISH.get(character) or "".join(
        letter if letter not in "{|}" else " " for letter in letters(character)
    )
