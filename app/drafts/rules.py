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

FILE_FORM = "note_file_"
"""Begins the name of a draft that holds a file for a note, whose draft has the name below."""
FORM_OF_FILES = "client_note"

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
    packed = pack_any(texts)
    if len(packed) > LONGEST:
        raise Refused(Problem(TOO_LARGE))
    return packed


def pack_any(texts: Mapping[str, str]) -> str:
    """Answer what `pack` does, however large it is: for files, which have bounds of their own."""
    return json.dumps(dict(texts), ensure_ascii=True, sort_keys=True)


def unpack(packed: str) -> dict[str, str]:
    """Answer the texts that `pack` packed."""
    return {str(name): str(text) for name, text in json.loads(packed).items()}
