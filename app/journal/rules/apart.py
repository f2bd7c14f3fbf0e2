"""Words of a conference of agencies in a note that volunteers read: found before it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.text_rules import is_blank

if TYPE_CHECKING:
    from collections.abc import Iterable

NOT_FOR_VOLUNTEERS = N_(
    "Volunteers read this note, and “{word}” belongs to a conference of agencies"
    " ({law}). Leave it out, or let only the office read the note."
)


def check_words(text: str, words: Iterable[str], field: str, law: str) -> tuple[Problem, ...]:
    """Answer the first word that should not stand in a note which volunteers read.

    Words are compared without regard to case, at the beginning of a word of the text.
    """
    folded = _folded(text)
    for word in words:
        sought = _folded(word)
        if sought.strip() and not is_blank(word) and sought.rstrip() in folded:
            return (Problem(NOT_FOR_VOLUNTEERS, field, {"word": word, "law": law}),)
    return ()


def _folded(text: str) -> str:
    """Answer words in lower case, each after one space."""
    kept = (one if one.isalnum() or one in "-/" else " " for one in text.casefold())
    return " " + " ".join("".join(kept).split()) + " "
