"""Reading a list from a file of any kind, within bounds of time and memory."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import Unavailable
from app.exchange.reading.limits import MEGABYTE, MOST_BYTES, MOST_SECONDS
from app.exchange.reading.source import Kind, Source, TypedTable
from app.exchange.reading.troubles import (
    EMPTY,
    NO_CARDS,
    NO_FILE,
    NO_PLAIN_FILE,
    NO_ROWS,
    NOT_READABLE,
    NOT_UNDERSTOOD,
    TOO_LARGE,
    TOO_SLOW,
    refusal,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_PROGRAM = Path(__file__).parents[3]
"""The folder that holds the package `app`."""
_READER = "app.exchange.reading.child"


def read_table(file: Path, *, seconds: float = MOST_SECONDS) -> TypedTable:
    """Read a list from a CSV file, an Excel workbook or contact cards, within `seconds`.

    The file is read in a process of its own, so that no file can hang or fill the program.
    Takes up to `seconds`: not to be called on the UI thread.

    Raises:
        Refused: the file is no such list, harmful, or larger than the limits; says where.
        Unavailable: the file cannot be opened.
    """
    _check_file(file)
    facts = [json.loads(line) for line in _read_aside(file, seconds).splitlines()]
    ending = facts.pop() if facts and isinstance(facts[-1], dict) else {}
    if "refused" in ending:
        raise refusal(ending["refused"], **ending["values"])
    if "end" not in ending:
        raise refusal(NOT_UNDERSTOOD, file=file.name)
    return _as_table(_source(file.name, facts[0]), facts[1:])


def _check_file(file: Path) -> None:
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


def _read_aside(file: Path, seconds: float) -> bytes:
    """Answer what the reader says about a file; raises `Refused` when it takes too long."""
    path = os.pathsep.join(filter(None, (str(_PROGRAM), os.environ.get("PYTHONPATH"))))
    with subprocess.Popen(  # noqa: S603 - this program itself, which is given a path
        [sys.executable, "-P", "-m", _READER, str(file.absolute())],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": path},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as reader:
        try:
            return reader.communicate(timeout=seconds)[0]
        except subprocess.TimeoutExpired:
            reader.kill()
            raise refusal(TOO_SLOW, file=file.name, seconds=f"{seconds:g}") from None


def _source(name: str, facts: dict[str, str]) -> Source:
    return Source(name, Kind(facts.pop("kind")), **facts)


def _as_table(source: Source, rows: list[tuple[int, list[str]]]) -> TypedTable:
    """Make all rows as wide as the widest; a column without a heading has an empty one."""
    if len(rows) < 2:  # noqa: PLR2004 - the headings and a row
        message = NO_CARDS if source.kind is Kind.CONTACTS else NO_ROWS
        raise refusal(message if rows else EMPTY, file=source.name)
    width = max(_width(cells) for _, cells in rows)
    (_, headers), *others = rows
    return TypedTable(
        tuple(heading.strip() for heading in _filled(headers, width)),
        tuple(_filled(cells, width) for _, cells in others),
        tuple(line for line, _ in others),
        source,
    )


def _width(cells: Sequence[str]) -> int:
    """Answer how many cells there are up to the last that holds anything."""
    width = len(cells)
    while width and not cells[width - 1].strip():
        width -= 1
    return width


def _filled(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return (*cells[:width], *[""] * (width - len(cells)))
