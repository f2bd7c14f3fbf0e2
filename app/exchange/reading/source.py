"""A list as it was read from a file: its headers, its rows as typed, and what the file was."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of file that a list is read from, recognised by what they contain."""

    DELIMITED = "delimited"
    """CSV: rows of text with a character between the cells."""
    WORKBOOK = "workbook"
    """XLSX, of which the first sheet is read."""
    CONTACTS = "contacts"
    """vCard, one row for each card."""


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of the file that a list was read from."""

    name: str
    """The name of the file, without its folder."""
    kind: Kind
    sha256: str = ""
    """Digest of the whole file, by which it is known again."""
    encoding: str = ""
    """How the text was encoded, such as "cp1252"; "" where the format fixes it."""
    delimiter: str = ""
    """What stands between the cells of a CSV file."""
    sheet: str = ""
    """The sheet of a workbook."""


@dataclass(frozen=True, slots=True)
class TypedTable:
    """A list as typed: every row has as many cells as there are headers, all of them text."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    """Where each row stands in its file, counted from 1: a line, a row or a card."""
    source: Source
