"""A first look at an address file: what it is, and what its columns seem to hold."""

from __future__ import annotations

import codecs
import csv
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.areas.coordinates.troubles import (
    EMPTY,
    LONGEST_CELL,
    MEGABYTE,
    MOST_BYTES,
    MOST_COLUMNS,
    NO_FILE,
    NO_PLAIN_FILE,
    NOT_READABLE,
    NOT_TEXT,
    PACKED,
    TOO_LARGE,
    refusal,
)
from app.areas.rules.address_columns import Column, guess_columns, known_layout
from app.errors import Unavailable

if TYPE_CHECKING:
    from pathlib import Path

_DELIMITERS = (";", "\t", "|", ",")
_LOOKED_AT = 200_000
"""Bytes of which the kind of file is concluded."""
_ROWS = 20
_PACKED = (b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")
_DANISH = frozenset({"vejnavn", "postnrnavn", "husnr"})


@dataclass(frozen=True, slots=True)
class FileLook:
    """What a file looks like; nothing of it is kept."""

    name: str
    size: int
    encoding: str
    delimiter: str
    headings: tuple[str, ...]
    columns: tuple[Column | None, ...]
    """What they seem to hold."""
    rows: tuple[tuple[str, ...], ...]
    """The first ones, as they stand there."""
    has_headings: bool
    """False where the layout is known by its shape, or is not known at all."""
    country: str
    """DE or DK, by the words of the headings; DE where nothing tells."""


def look_at(file: Path) -> FileLook:
    """Answer what a file looks like.

    Raises:
        Refused: it is no address file, or larger than the limits.
        Unavailable: it cannot be opened.
    """
    size = _size_of(file)
    with file.open("rb") as stream:
        start = stream.read(_LOOKED_AT)
    if start.startswith(_PACKED):
        raise refusal(PACKED, file=file.name)
    encoding = _encoding(start)
    if encoding is None or b"\0" in start:
        raise refusal(NOT_TEXT, file=file.name)
    text = codecs.getincrementaldecoder(encoding)().decode(start)
    lines = text.splitlines()
    lines = (lines if size <= _LOOKED_AT else lines[:-1])[: _ROWS + 1]
    delimiter = max(_DELIMITERS, key=lambda mark: min(line.count(mark) for line in lines[:5]))
    rows = _parsed(lines, delimiter, file.name)
    return _as_look(file.name, size, encoding, delimiter, rows)


def _as_look(
    name: str, size: int, encoding: str, delimiter: str, rows: list[tuple[str, ...]]
) -> FileLook:
    layout = known_layout(rows[0])
    columns = guess_columns(layout or rows[0])
    has_headings = layout is None and sum(one is not None for one in columns) > 1
    width = max(map(len, rows))
    headings = layout or (rows[0] if has_headings else ())
    filled = tuple(headings[:width]) + ("",) * (width - len(headings))
    return FileLook(
        name=name,
        size=size,
        encoding=encoding,
        delimiter=delimiter,
        headings=filled,
        columns=(columns + (None,) * width)[:width],
        rows=tuple(rows[1:] if has_headings else rows),
        has_headings=has_headings,
        country="DK" if _DANISH & {one.strip().casefold() for one in headings} else "DE",
    )


def _parsed(lines: list[str], delimiter: str, name: str) -> list[tuple[str, ...]]:
    try:
        rows = [tuple(row) for row in csv.reader(lines, delimiter=delimiter) if row]
    except csv.Error:
        raise refusal(NOT_TEXT, file=name) from None
    # The limit of the module `csv` would hold for every other file that this program reads, too.
    if any(len(cell) > LONGEST_CELL for row in rows for cell in row):
        raise refusal(NOT_TEXT, file=name)
    is_table = rows and 3 <= max(map(len, rows)) <= MOST_COLUMNS  # noqa: PLR2004 - street, number, place
    if not is_table:
        raise refusal(NOT_TEXT, file=name)
    return rows


def _size_of(file: Path) -> int:
    try:
        found = file.stat()
        if not stat.S_ISREG(found.st_mode):
            raise refusal(NO_PLAIN_FILE, file=file.name)
        file.open("rb").close()
    except FileNotFoundError:
        raise Unavailable(NO_FILE, file=file.name) from None
    except OSError as trouble:
        reason = trouble.strerror or type(trouble).__name__
        raise Unavailable(NOT_READABLE, file=file.name, reason=reason) from None
    if found.st_size == 0:
        raise refusal(EMPTY, file=file.name)
    if found.st_size > MOST_BYTES:
        sizes = {"size": -(-found.st_size // MEGABYTE), "most": MOST_BYTES // MEGABYTE}
        raise refusal(TOO_LARGE, file=file.name, **sizes)
    return found.st_size


def _encoding(start: bytes) -> str | None:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            codecs.getincrementaldecoder(encoding)().decode(start)
        except UnicodeError:
            continue
        return encoding
    return None
