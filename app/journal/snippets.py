"""Short words that stand for longer texts: found before the cursor, filled with names and days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.text_rules import NOTE_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SIGN = ";"
"""Begins every short word where it is typed."""
LONGEST_WORD = 24
"""Characters of a short word, without its sign."""
PLACES = ("name", "date", "me", "today")
"""What stands in braces in a text and is filled in: the person, the day of the contact, the
writer and today."""

BAD_WORD = N_("Use letters and digits only, without spaces, and at most {longest} of them.")
UNKNOWN_PLACE = N_(
    "“{place}” cannot be filled in. You can use {{name}}, {{date}}, {{me}} and {{today}}."
)

_WORD = re.compile(rf"[^\W_]{{1,{LONGEST_WORD}}}")
_TYPED = re.compile(rf"(?:^|(?<=[\s(]))(?P<sign>{re.escape(SIGN)})(?P<word>[^\W_]*)$")
_PLACE = re.compile(r"\{([^{}\n]*)\}")


@dataclass(frozen=True, slots=True)
class Typed:
    """A short word as typed before the cursor: the word, and how many characters it takes."""

    word: str
    length: int


def typed_before(text: str) -> Typed | None:
    """Answer the short word that a line ends with at the cursor; None when there is none.

    The sign alone answers an empty word: then all snippets are offered.
    """
    found = _TYPED.search(text)
    return Typed(found["word"], len(found[0])) if found else None


def expansion(word: str, snippets: Mapping[str, str]) -> str | None:
    """Answer the text of a short word, in whichever case it was typed; None if nobody made it."""
    return snippets.get(word.casefold())


def offered(begun: str, snippets: Mapping[str, str]) -> tuple[str, ...]:
    """Answer the short words that begin so, in order."""
    return tuple(sorted(word for word in snippets if word.startswith(begun.casefold())))


def filled(text: str, places: Mapping[str, str]) -> str:
    """Answer a snippet's text with its places filled; what is not known stays as it is."""
    return _PLACE.sub(lambda found: places.get(found[1], found[0]), text)


def check_snippet(word: str, text: str) -> tuple[Problem, ...]:
    """Answer what is wrong with a snippet; the fields are "word" and "text"."""
    problems = list(check_text(word, "word", longest=LONGEST_WORD, required=True))
    if not problems and not _WORD.fullmatch(word):
        problems.append(Problem(BAD_WORD, "word", {"longest": LONGEST_WORD}))
    problems += check_text(text, "text", longest=NOTE_LENGTH, required=True, lines=True)
    problems += _unknown_places(_PLACE.findall(text))
    return tuple(problems)


def _unknown_places(places: Iterable[str]) -> list[Problem]:
    unknown = [place for place in places if place not in PLACES]
    return [Problem(UNKNOWN_PLACE, "text", {"place": unknown[0]})] if unknown else []
