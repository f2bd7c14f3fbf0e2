"""Reading the rows of a sheet piece by piece, without building a tree of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol
from xml.parsers import expat

from app.exchange.reading.limits import check_width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Cell = tuple[str, str, str]
    """The kind of a cell ("s", "inlineStr", "n" …), its style, and what stands in it."""

_PIECE = 1 << 16
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_NAMESPACE = " "


class Part(Protocol):
    """A part of an archive that is read from its beginning."""

    def read(self, size: int, /) -> bytes:
        """Answer the next bytes; none at the end."""


class EntityError(Exception):
    """The part defines an entity, as only harmful files do."""


class SheetReader:
    """Answers the rows of a sheet as they come; a row knows where it stands."""

    def __init__(self, text: Callable[[str, str, str], str]) -> None:
        """Begin; `text` answers a cell as a person would type it."""
        self._text = text
        self._rows: list[tuple[int, list[str]]] = []
        self._row: list[str] = []
        self._line = 0
        self._kind = self._style = ""
        self._words: list[str] | None = None
        self._is_read = False
        self._silent = 0

    def rows(self, part: Part) -> Iterator[tuple[int, list[str]]]:
        """Answer the line and the cells of each row that is written in a part.

        Raises `EntityError`, `expat.ExpatError` for damage, `Refused` for a row too wide.
        """
        parser = expat.ParserCreate(namespace_separator=_NAMESPACE)
        parser.buffer_text = True
        parser.StartElementHandler = self._on_start
        parser.EndElementHandler = self._on_end
        parser.CharacterDataHandler = self._on_text
        parser.EntityDeclHandler = _on_entity
        while piece := part.read(_PIECE):
            parser.Parse(piece, False)  # noqa: FBT003 - expat takes no names
            yield from self._rows
            self._rows.clear()
        parser.Parse(b"", True)  # noqa: FBT003 - expat takes no names
        yield from self._rows

    def _on_start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(_NAMESPACE)[2]:
            case "c":
                self._begin_cell(attributes)
            case "row":
                number = attributes.get("r", "")
                self._line = int(number) if number.isdecimal() else self._line + 1
                self._row = []
            case "v" | "t":
                self._is_read = not self._silent
            case "rPh":  # how Japanese words are spoken: said a second time
                self._silent += 1

    def _on_end(self, name: str) -> None:
        match name.rpartition(_NAMESPACE)[2]:
            case "c":
                self._end_cell()
            case "row":
                self._rows.append((self._line, self._row))
            case "v" | "t":
                self._is_read = False
            case "rPh":
                self._silent -= 1

    def _on_text(self, words: str) -> None:
        if self._is_read and self._words is not None:
            self._words.append(words)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
        self._words = []
        found = _REFERENCE.fullmatch(attributes.get("r", ""))
        column = _column(found[1]) if found else len(self._row) + 1
        check_width(column, self._line)
        self._row.extend([""] * (column - 1 - len(self._row)))

    def _end_cell(self) -> None:
        words = "".join(self._words or ())
        self._words = None
        self._row.append(self._text(self._kind, self._style, words))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _on_entity(*_declared: object) -> None:
    raise EntityError
