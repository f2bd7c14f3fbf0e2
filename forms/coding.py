"""How characters are written on a page: each has one code in one part of its font, everywhere.

A part holds up to 224 characters. The first holds what nearly every letter needs and is always
embedded whole, so that it is made once in a process; the others hold the rest of Unicode in
order, of which only what a document uses is embedded.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

FIRST_CODE = 32
"""Below it stand codes that a text in brackets would need escapes for."""
COMMON = 0
"""The part that nearly all text stands in."""
_ROOM = 256 - FIRST_CODE
_ALSO = "\xa0§°·ÄÅÆÖØÜßäåæéöøü–’“”„•…€"
_COMMON_MARKS = (*map(chr, range(32, 127)), *_ALSO)
_COMMON_CODES = {ord(mark): FIRST_CODE + at for at, mark in enumerate(_COMMON_MARKS)}
_IN_COMMON = frozenset(_COMMON_MARKS)
_ESCAPED = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})


@dataclass(frozen=True, slots=True)
class Coded:
    """A stretch of text in one part of its font."""

    part: int
    written: str
    """In brackets as on the page; each character is one byte (Latin-1)."""
    marks: frozenset[str]
    """What it needs of a part that is not embedded whole."""


@lru_cache(maxsize=4096)
def coded(text: str) -> tuple[Coded, ...]:
    """Answer how a text is written, part by part."""
    if _IN_COMMON.issuperset(text):
        return (_common(text),)
    return tuple(
        _common("".join(marks)) if part == COMMON else _further(part, "".join(marks))
        for part, marks in groupby(text, key=part_of)
    )


def marks_of(part: int) -> dict[int, str]:
    """Answer all characters of a part by their codes."""
    if part == COMMON:
        return {code: chr(mark) for mark, code in _COMMON_CODES.items()}
    first = (part - 1) * _ROOM
    return {
        FIRST_CODE + at: chr(first + at) for at in range(_ROOM) if chr(first + at).isprintable()
    }


def code_of(mark: str) -> int:
    """Answer the code of a character in a part that is not the common one."""
    return FIRST_CODE + ord(mark) % _ROOM


def part_of(mark: str) -> int:
    """Answer the part that a character stands in."""
    return COMMON if mark in _IN_COMMON else 1 + ord(mark) // _ROOM


def _common(text: str) -> Coded:
    return Coded(COMMON, f"({text.translate(_COMMON_CODES).translate(_ESCAPED)})", frozenset())


def _further(part: int, text: str) -> Coded:
    written = "".join(chr(code_of(mark)) for mark in text)
    return Coded(part, f"({written.translate(_ESCAPED)})", frozenset(text))
