"""Two versions of a text held beside each other: which words came, which went."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARTS = re.compile(r"[\w{}]+\s*|[^\w\s{}]\s*|\s+")
"""Words and signs with the space behind them: spaces alone would be alike everywhere."""


class Fate(StrEnum):
    """What became of words."""

    SAME = "same"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that share a fate."""

    text: str
    fate: Fate


def compare(older: str, newer: str) -> tuple[Stretch, ...]:
    """Answer the newer text with the words that went, each before what came instead."""
    before, after = _PARTS.findall(older), _PARTS.findall(newer)
    return tuple(_stretches(before, after))


def _stretches(before: list[str], after: list[str]) -> Iterator[Stretch]:
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        gone, new = "".join(before[start:end]), "".join(after[first:last])
        if kind == "equal":
            yield Stretch(new, Fate.SAME)
            continue
        if gone:
            yield Stretch(gone, Fate.GONE)
        if new:
            yield Stretch(new, Fate.NEW)
