"""What cannot be printed: characters that no font has, and addresses too large for the window."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category

from app.errors import N_, Problem, Refused
from forms.fonts import missing

if TYPE_CHECKING:
    from collections.abc import Mapping

NOT_PRINTABLE = N_(
    "The fonts for printing do not have {characters}. Please change this text: {text}"
)
ADDRESS_TOO_LONG = N_(
    "The address does not fit into the window of the envelope ({count} lines, {longest} fit). "
    "Please shorten it."
)
ANNOTATIONS_TOO_LONG = N_(
    "The remarks above the address need {count} lines, and {longest} fit. Please shorten them."
)

_SHOWN = 40
"""So many characters of a text are repeated in a message."""


def check_printable(texts: Mapping[str, str]) -> None:
    """Raise `Refused` naming each field and the characters that no font can print."""
    problems = tuple(
        Problem(NOT_PRINTABLE, field, _values(text, lacking))
        for field, text in texts.items()
        if (lacking := missing(text))
    )
    if problems:
        raise Refused(*problems)


def _values(text: str, lacking: tuple[str, ...]) -> dict[str, object]:
    storable = text.encode("utf-16", "replace").decode("utf-16")
    shown = storable if len(storable) <= _SHOWN else f"{storable[:_SHOWN]}…"
    named = ", ".join(f"{_sight(mark)}U+{ord(mark):04X}" for mark in lacking[:5])
    return {"characters": named, "text": shown}


def _sight(mark: str) -> str:
    return "" if category(mark) == "Cs" else f"{mark} "
