"""Kölner Phonetik (Postel 1969): the digits that stand for how a German name sounds."""

from __future__ import annotations

from functools import lru_cache

_ALWAYS = {
    **dict.fromkeys("aeijouy", "0"),
    **dict.fromkeys("fvw", "3"),
    **dict.fromkeys("gkq", "4"),
    **dict.fromkeys("mn", "6"),
    **dict.fromkeys("sz", "8"),
    "b": "1",
    "l": "5",
    "r": "7",
}
_HARD_C_FIRST = frozenset("ahkloqrux")
_HARD_C = frozenset("ahkoqux")
_SOFT = frozenset("csz")


@lru_cache(maxsize=1 << 17)
def sound(word: str) -> str:
    """Answer the code of a folded word; "" where it has no Latin letter that sounds."""
    codes = "".join(
        _code(word, position, letter) for position, letter in enumerate(word) if letter != "h"
    )
    single = [code for code, before in zip(codes, " " + codes, strict=False) if code != before]
    return "".join(single[:1] + [code for code in single[1:] if code != "0"])


def _code(word: str, position: int, letter: str) -> str:
    if letter in _ALWAYS:
        return _ALWAYS[letter]
    before = word[position - 1] if position else ""
    after = word[position + 1 : position + 2]
    if letter == "p":
        return "3" if after == "h" else "1"
    if letter in "dt":
        return "8" if after and after in _SOFT else "2"
    if letter == "x":
        return "8" if before and before in "ckq" else "48"
    return _code_of_c(before, after) if letter == "c" else ""


def _code_of_c(before: str, after: str) -> str:
    if not before:
        return "4" if after and after in _HARD_C_FIRST else "8"
    return "4" if after and after in _HARD_C and before not in "sz" else "8"
