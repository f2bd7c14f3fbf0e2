"""What a logo may be: a small PNG or JPEG picture with words for those who cannot see it."""

from __future__ import annotations

from dataclasses import dataclass

from app.errors import N_, Problem
from app.text_rules import NAME_LENGTH, check_text

MOST_BYTES = 2_000_000
"""Size of a file that is taken."""
MOST_PIXELS = 25_000_000
"""Pixels of a picture that is opened: a small file can claim to be a huge picture."""
WIDEST, HIGHEST = 720, 240
"""Pixels that are kept: enough for 60 by 20 millimetres at 300 dots an inch."""

_SIGNS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")

NOT_A_PICTURE = N_("This file is no PNG or JPEG picture. Please choose another one.")
TOO_LARGE = N_("The picture has more than {megabytes} MB. Please choose a smaller one.")
TOO_MANY_PIXELS = N_("The picture is too large. Please make it smaller first.")
DAMAGED = N_("The picture is damaged and cannot be opened.")
NO_PICTURE = N_("Please choose a picture first.")


@dataclass(frozen=True, slots=True)
class LogoRow:
    """The logo as the screen shows it."""

    png: bytes
    words: str


def check_logo(content: bytes, words: str) -> tuple[Problem, ...]:
    """Answer what is wrong with a logo: fields "picture" and "words".

    What the file is called says nothing; its first bytes decide.
    """
    problems = list(check_text(words, "words", longest=NAME_LENGTH, required=True))
    if len(content) > MOST_BYTES:
        values = {"megabytes": MOST_BYTES // 1_000_000}
        problems.insert(0, Problem(TOO_LARGE, "picture", values))
    elif not content.startswith(_SIGNS):
        problems.insert(0, Problem(NOT_A_PICTURE if content else NO_PICTURE, "picture"))
    return tuple(problems)
