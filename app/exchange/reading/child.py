"""Reads one file in a process of its own that has little memory and can be ended at any time.

What it reads it writes to its standard output as lines of JSON: first what the file is, then
each row, at last how it ended. A process that was ended says nothing at last.
"""

from __future__ import annotations

import gc
import json
import sys
from contextlib import suppress
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import Refused
from app.exchange.reading.delimited import delimited_rows, delimiter_of, encoding_of
from app.exchange.reading.kinds import kind_of
from app.exchange.reading.limits import MEGABYTE, MOST_MEMORY, Meter
from app.exchange.reading.source import Kind
from app.exchange.reading.troubles import TOO_MUCH_MEMORY, refusal
from app.exchange.reading.vcards import HEADERS, contact_rows
from app.exchange.reading.workbooks import open_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Rows = Iterable[tuple[int, list[str]]]

_LAST_WORDS = 8 * MEGABYTE
"""Kept back for saying that memory ran out: what was read still fills the rest of it."""


def main() -> None:
    """Read the file that the first argument names."""
    _limit_memory()
    reserve = [bytearray(_LAST_WORDS)]
    gc.disable()  # a process of seconds need not look for garbage
    file = Path(sys.argv[1])
    try:
        for fact in _read(file):
            _say(fact)
    except Refused as refused:
        _say_refusal(refused)
    except MemoryError:
        reserve.clear()
        _say_refusal(refusal(TOO_MUCH_MEMORY, file=file.name, most=MOST_MEMORY // MEGABYTE))
    else:
        _say({"end": True})


def _limit_memory() -> None:
    """Let the system refuse memory beyond the limit, where it can."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _read(file: Path) -> Iterator[object]:
    content = file.read_bytes()
    kind = kind_of(content, file.name)
    facts, rows = _opened(kind, content, file.name)
    yield {"kind": kind.value, "sha256": sha256(content).hexdigest(), **facts}
    meter = Meter()
    for line, cells in rows:
        meter.row(line, cells)
        yield [line, cells]


def _opened(kind: Kind, content: bytes, name: str) -> tuple[dict[str, str], Rows]:
    """Answer what is known of a file and its rows, the headers first."""
    if kind is Kind.WORKBOOK:
        sheet, rows = open_sheet(content, name)
        return {"sheet": sheet}, rows
    encoding = encoding_of(content, name)
    if kind is Kind.CONTACTS:
        return {"encoding": encoding}, chain([(0, list(HEADERS))], contact_rows(content, encoding))
    mark = delimiter_of(content, encoding)
    return {"encoding": encoding, "delimiter": mark}, delimited_rows(content, encoding, mark)


def _say_refusal(refused: Refused) -> None:
    problem = refused.problems[0]
    _say({"refused": problem.message, "values": dict(problem.values)})


def _say(fact: object) -> None:
    sys.stdout.buffer.write(json.dumps(fact, ensure_ascii=False).encode() + b"\n")


if __name__ == "__main__":
    main()
