"""Sentences with choices in them: "[Tea|Coffee] with {name}" says it differently each time."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.demo.chance import Chance

_CHOICE = re.compile(r"\[([^\]]*)\]")


def say(template: str, words: Mapping[str, str], chance: Chance) -> str:
    """Answer one reading of a template, its words filled in, beginning with a capital."""
    parts = _parts(template)
    chosen = "".join(part[0] if len(part) == 1 else chance.pick(part) for part in parts)
    said = chosen.format_map(words)
    return said[:1].upper() + said[1:]


@lru_cache(maxsize=2048)
def _parts(template: str) -> tuple[tuple[str, ...], ...]:
    pieces = _CHOICE.split(template)
    return tuple(
        tuple(piece.split("|")) if index % 2 else (piece,)
        for index, piece in enumerate(pieces)
        if piece
    )
