"""Several sources for the search of the top bar, asked together and shown as one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.desk import Pending
from ui.quick_search import MOST_SHOWN, Finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.quick_search import Source

ROOM_FOR_ACTIONS = 2
"""Lines of the list that belong to actions, where some fit."""
ROOM_FOR_FIRST = 3
"""Lines that the first source has before all others, where it finds so much."""


class QuickSources:
    """The first source comes first; the others always find room below it."""

    def __init__(self, *sources: Source) -> None:
        """Ask these sources."""
        self._sources = sources

    def __call__(self, typed: str) -> Pending[Sequence[Finding]]:
        """Answer what all sources find, when the last has answered."""
        answer: Pending[Sequence[Finding]] = Pending()
        parts = _Parts(answer, len(self._sources))
        for at, source in enumerate(self._sources):
            source(typed).then(_Part(parts, at))
        return answer


class _Parts:
    """Collects the answers of the sources."""

    def __init__(self, answer: Pending[Sequence[Finding]], count: int) -> None:
        self._answer = answer
        self._found: list[Sequence[Finding] | None] = [None] * count

    def take(self, at: int, found: Sequence[Finding]) -> None:
        """Take the answer of one source; the last one completes the list."""
        self._found[at] = found
        parts = [part for part in self._found if part is not None]
        if len(parts) == len(self._found):
            self._answer.answer(_together(parts))


class _Part:
    """Waits for the answer of one source."""

    def __init__(self, parts: _Parts, at: int) -> None:
        self._parts, self._at = parts, at

    def __call__(self, found: Sequence[Finding]) -> None:
        self._parts.take(self._at, found)


def _together(parts: Sequence[Sequence[Finding]]) -> list[Finding]:
    first, *others = parts
    most = MOST_SHOWN - ROOM_FOR_ACTIONS
    rest = _by_turns(others, most - min(len(first), ROOM_FOR_FIRST))
    room = most - len(rest) if rest else MOST_SHOWN
    return [*first[:room], *rest]


def _by_turns(parts: Sequence[Sequence[Finding]], room: int) -> list[Finding]:
    """Answer the first of every part, then the second, until there is no room; part by part."""
    deep = max((len(part) for part in parts), default=0)
    turns = [(at, part) for at in range(deep) for part in parts if at < len(part)][:room]
    return [part[at] for part in parts for at, other in turns if other is part]
