"""Which way text runs: embedding levels of a line that mixes left-to-right and right-to-left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import bidirectional, category

from bidi import algorithm

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ISOLATE, END_ISOLATE = "\u2068", "\u2069"
"""Put around a name so that what stands next to it keeps its place."""

_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_ISOLATED = re.compile(f"{ISOLATE}([^{END_ISOLATE}]*){END_ISOLATE}")
_SEEN = "!-~\xa0-\xac\xae-\u02ff\u0370-\u058f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u214f"
_CLEAN = re.compile(f"(?:[{_SEEN}]+(?: [{_SEEN}]+)*)?")
"""Nearly all text: characters that are seen, one space between words."""
_SPACES = re.compile(r"[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
_JOINERS = "\u200c\u200d"
_UNSEEN = frozenset({"BN", "FSI", "PDI"})
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_STAND_IN = "\ufffc"


def cleaned(text: str) -> str:
    """Answer a text on one line, without controls and direction marks of its own.

    Joiners stay: Persian names need them.
    """
    if _CLEAN.fullmatch(text):
        return text
    one_line = _SPACES.sub(" ", text).strip(" ")
    return "".join(mark for mark in one_line if mark in _JOINERS or not is_unseen(mark))


def is_unseen(mark: str) -> bool:
    """Answer whether a character leaves no ink: controls, joiners, direction marks."""
    return category(mark) in {"Cc", "Cf", "Zl", "Zp"} or ord(mark) in _VARIATION_SELECTORS


def isolated(text: str, base: int = 0) -> str:
    """Answer a value fit to stand in a sentence of the other direction.

    In a text that runs to the left (`base` 1) every value is: phone, file and house numbers
    keep their order there.
    """
    return f"{ISOLATE}{text}{END_ISOLATE}" if base or runs_right_to_left(text) else text


def runs_right_to_left(text: str) -> bool:
    """Answer whether any of a text is written from right to left."""
    return bool(_RIGHT_TO_LEFT.search(text))


def levels(text: str, base: int = 0) -> tuple[int, ...]:
    """Answer the embedding level of each character: even runs right, odd runs left.

    `base` is 0 for a paragraph in a left-to-right language. Isolates may not be nested.
    """
    if base % 2 == 0 and not runs_right_to_left(text):
        return (base,) * len(text)
    outer = iter(_levels(_ISOLATED.sub(_STAND_IN, text), base))
    found: list[int] = []
    end = 0
    for isolate in _ISOLATED.finditer(text):
        found.extend(next(outer) for _ in range(isolate.start() - end))
        found.extend(_isolate_levels(isolate[1], next(outer)))
        end = isolate.end()
    return (*found, *outer)


def _isolate_levels(text: str, around: int) -> Iterator[int]:
    turned = _first_direction(text)
    base = around + 1 if turned != around % 2 else around + 2
    yield around
    yield from _levels(text, base)
    yield around


def _first_direction(text: str) -> int:
    kinds = (bidirectional(mark) for mark in text)
    return int(next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L")


def _levels(text: str, base: int) -> list[int]:
    """Run the Unicode bidirectional algorithm; unseen characters go with the one before."""
    seen = [place for place, mark in enumerate(text) if bidirectional(mark) not in _UNSEEN]
    storage = algorithm.get_empty_storage()
    storage["base_level"] = base
    storage["base_dir"] = "LR"[base % 2]
    algorithm.get_embedding_levels("".join(text[place] for place in seen), storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    known = dict(zip(seen, (mark["level"] for mark in storage["chars"]), strict=True))
    found: list[int] = []
    for place in range(len(text)):
        found.append(known.get(place, found[-1] if found else base))
    return found


def in_sight_order(places: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Answer the (start, end) of equal-level runs of a line, from left to right (rule L2)."""
    runs = _level_runs(places)
    for level in range(max(places, default=0), 0, -1):
        runs = list(_reversed_from(runs, level, places))
    return tuple(runs)


def _level_runs(places: Sequence[int]) -> list[tuple[int, int]]:
    starts = [at for at in range(len(places)) if at == 0 or places[at] != places[at - 1]]
    return list(zip(starts, [*starts, len(places)][1:], strict=True))


def _reversed_from(
    runs: Sequence[tuple[int, int]], level: int, places: Sequence[int]
) -> Iterator[tuple[int, int]]:
    held: list[tuple[int, int]] = []
    for run in runs:
        if places[run[0]] >= level:
            held.append(run)
            continue
        yield from reversed(held)
        held.clear()
        yield run
    yield from reversed(held)
