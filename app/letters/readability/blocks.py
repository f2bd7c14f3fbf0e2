"""Blocks of a text: paragraphs, headings, list items and lines that stand for themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c]+")
_MARK = re.compile(r"\s*(?:[-–—•*▪◦·]|\(?\d{1,2}[.)](?!\d)|\(?[a-zA-Z]\))\s+(?=\S)")
_FIRST_WORD = re.compile(r"\w+")
_OPENING = " \t\u00a0\u202f\"'„“”»«\u201a‘(["
_SHORT = 45
"""A shorter line was ended on purpose, not because the paper ended."""


class Block(NamedTuple):
    """A piece of a text that no sentence leaves; `start` lies behind a list mark."""

    start: int
    end: int


class _Line(NamedTuple):
    start: int
    end: int
    text: str
    mark: int
    """How many characters the list mark has with its spaces; 0 without one."""


def blocks(text: str, after_ordinals: AbstractSet[str]) -> Iterator[Block]:
    """Split a text at blank lines, list items, colons at line ends and lines ended on purpose.

    `after_ordinals` are the words before which "14." counts in order and marks no list.
    """
    lines = [_line(found, after_ordinals) for found in _LINE.finditer(text)]
    lines = [line for line in lines if line.text.strip()]
    widest = max((len(line.text) for line in lines), default=0)
    start = None
    for at, line in enumerate(lines):
        if start is None:
            start = line.start + line.mark
        following = lines[at + 1] if at + 1 < len(lines) else None
        if following is None or _ends(text, line, following, widest):
            yield Block(start, line.end)
            start = None


def _line(found: re.Match[str], after_ordinals: AbstractSet[str]) -> _Line:
    text = found.group()
    mark = _MARK.match(text)
    if mark is None:
        return _Line(found.start(), found.end(), text, 0)
    word = _FIRST_WORD.match(text, mark.end())
    is_date = "." in mark.group() and word is not None and word.group() in after_ordinals
    return _Line(found.start(), found.end(), text, 0 if is_date else mark.end())


def _ends(text: str, line: _Line, following: _Line, widest: int) -> bool:
    if following.mark or text.count("\n", line.end, following.start) > 1:
        return True
    said = line.text.rstrip()
    if said.endswith(":"):
        return True
    if said.endswith((",", ";")):
        return False
    begin = following.text.lstrip(_OPENING)
    if not begin or begin[0].islower():
        return False
    fits = len(said) + 1 + len(begin.split(maxsplit=1)[0]) <= widest
    return len(said) < _SHORT or fits
