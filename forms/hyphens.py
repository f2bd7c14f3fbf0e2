"""Where long words may be parted at the end of a line, by the patterns of their language."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

LEAST = 12
"""Letters of a word that is parted: shorter ones are easier to read on one line."""
_BESIDE = 4
"""So many letters stay together on either side."""
_WORD = re.compile(rf"(?<![\w@./:–-])[^\W\d_]{{{LEAST},}}(?![\w@/:–-]|[.]\w)")
"""Letters alone: no address, no number, nothing that has a hyphen of its own."""
_PATTERNS = {"de": "de_DE", "da": "da_DK", "en": "en_GB"}
"""Languages whose patterns we have looked at, by what they are called there."""


@lru_cache(maxsize=2048)
def parts_of(text: str, language: str) -> tuple[int, ...]:
    """Answer where words of a text may be parted; () for a language without patterns."""
    name = _PATTERNS.get(language.split("-", maxsplit=1)[0])
    if name is None:
        return ()
    return tuple(
        found.start() + place for found in _WORD.finditer(text) for place in _places(found[0], name)
    )


@lru_cache(maxsize=16384)
def _places(word: str, name: str) -> tuple[int, ...]:
    return tuple(int(place) for place in _patterns(name).positions(word))


@cache
def _patterns(name: str) -> Any:  # noqa: ANN401 - pyphen has no types
    """Answer the patterns of a language; they are read when the first long word comes."""
    import pyphen  # noqa: PLC0415 - as said above

    return pyphen.Pyphen(lang=name, left=_BESIDE, right=_BESIDE)
