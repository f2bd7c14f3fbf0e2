"""What a draft is: the typed texts of one form, kept exactly as typed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem, Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST = 400_000
"""Largest draft, in characters of its packed form: far above every field limit together."""

TOO_LARGE = N_(
    "This is too much text to keep as a draft. Please shorten it; it is not saved as you type."
)


@dataclass(frozen=True, slots=True)
class Drafted:
    """The typed texts of one form about one subject ("" for a new record).

    `title` is what a list of drafts calls it, such as the client's name.
    """

    form: str
    subject: str
    texts: Mapping[str, str]
    title: str = ""


def pack(texts: Mapping[str, str]) -> str:
    """Answer the texts as plain ASCII, so that every character survives, even half ones.

    Raises `Refused` when they are too large to keep.
    """
    packed = json.dumps(dict(texts), ensure_ascii=True, sort_keys=True)
    if len(packed) > LONGEST:
        raise Refused(Problem(TOO_LARGE))
    return packed


def unpack(packed: str) -> dict[str, str]:
    """Answer the texts that `pack` packed."""
    return {str(name): str(text) for name, text in json.loads(packed).items()}
