"""The prose of a template: its markup taken out, its fields filled, each place known again."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MARKUP = re.compile(
    r"(?P<head>^\[[a-z]+(?:\.[a-z_]+)?\][ \t]*$)"
    r"|(?P<title>^# )"
    r"|(?P<strong>\*\*)"
    r"|(?P<edge>^\|[ \t]*|[ \t]*\|[ \t]*$)"
    r"|(?P<bar>[ \t]*\|[ \t]*)"
    r"|(?P<brace>\{\{|\}\})"
    r"|\{(?P<field>[^{}\n]*)\}",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Prose:
    """Running text, and where each piece of it stands in the template."""

    text: str
    starts: tuple[int, ...]
    """Where in the prose each piece begins."""
    places: tuple[tuple[int, bool], ...]
    """Where in the template each piece begins, and whether it was written there as it stands."""

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Answer where a part of the prose stands in the template; None inside a field's value."""
        first = self._piece(start)
        last = self._piece(max(start, end - 1))
        if first == last and not self.places[first][1]:
            return None
        return self._at(first, start), self._end(last, end)

    def _piece(self, at: int) -> int:
        return max(0, bisect_right(self.starts, at) - 1)

    def _at(self, piece: int, at: int) -> int:
        place, is_written = self.places[piece]
        return place + (at - self.starts[piece] if is_written else 0)

    def _end(self, piece: int, end: int) -> int:
        place, is_written = self.places[piece]
        if is_written or piece + 1 >= len(self.places):
            return place + end - self.starts[piece]
        return self.places[piece + 1][0]


def prose(source: str, values: Mapping[str, str]) -> Prose:
    """Answer the prose of a template with a value in each field; unknown fields stay as typed."""
    text: list[str] = []
    starts: list[int] = []
    places: list[tuple[int, bool]] = []
    length = 0
    for piece, place, is_written in _pieces(source, values):
        text.append(piece)
        starts.append(length)
        places.append((place, is_written))
        length += len(piece)
    return Prose("".join(text), tuple(starts), tuple(places))


def _pieces(source: str, values: Mapping[str, str]) -> Iterator[tuple[str, int, bool]]:
    at = 0
    for found in _MARKUP.finditer(source):
        if found.start() > at:
            yield source[at : found.start()], at, True
        said = _instead(found, values)
        if said:
            yield said, found.start(), False
        at = found.end()
    yield source[at:], at, True


def _instead(found: re.Match[str], values: Mapping[str, str]) -> str:
    if found["bar"]:
        return ": "
    if found["brace"]:
        return found[0][0]
    if found["field"] is not None:
        return values.get(found["field"], found[0])
    return ""
