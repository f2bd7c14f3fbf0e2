"""Reads an address file in a process of its own, and sends what it finds in parcels."""

from __future__ import annotations

import csv
import json
import signal
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias

from app.areas.coordinates.troubles import (
    LONGEST_CELL,
    MEGABYTE,
    MOST_ADDRESSES,
    MOST_WRONG,
    NOT_CSV,
    NOT_TEXT,
    NOTHING,
    TOO_MANY,
    refusal,
)
from app.areas.rules.address_rows import Found, RowReader
from app.errors import Problem, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from multiprocessing.connection import Connection
    from pathlib import Path

    from app.areas.rules.address_columns import AddressPlan

_PARCEL = 5_000
_MEMORY = 1_500 * MEGABYTE
_LONGEST_LINE = 100 * LONGEST_CELL
_TOO_LONG = f"field larger than field limit ({LONGEST_CELL})"
"""As the module `csv` says it, whose own limit would hold for every other reader, too."""

Point: TypeAlias = "tuple[str, str, str, str, float, float]"
"""Street, number, postal code and town as keys; latitude and longitude."""


@dataclass(frozen=True, slots=True)
class Job:
    """Which file is read how."""

    file: Path
    encoding: str
    delimiter: str
    plan: AddressPlan


def serve(job: Job, channel: Connection) -> None:
    """Read a file; whoever started this process ends it on an interruption."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    try:
        _read(job, channel)
    except Refused as refused:
        problem = refused.problems[0]
        channel.send(("refused", problem.message, dict(problem.values)))
    except UnicodeError:
        channel.send(("refused", NOT_TEXT, {"file": job.file.name}))


def _read(job: Job, channel: Connection) -> None:
    found: dict[tuple[str, str, str, str], Found] = {}
    wrong: list[tuple[int, str, dict[str, object]]] = []
    reader, wrongs, twice = RowReader(job.plan), 0, 0
    for count, (line, cells) in enumerate(_rows(job), 1):
        row = reader.read(cells)
        if isinstance(row, Found):
            twice += row[:4] in found
            found.setdefault(row[:4], row)
            if len(found) > MOST_ADDRESSES:
                raise refusal(TOO_MANY, most=MOST_ADDRESSES)
        elif isinstance(row, Problem):
            wrongs += 1
            if len(wrong) < MOST_WRONG:
                wrong.append((line, row.message, dict(row.values)))
        if count % _PARCEL == 0:
            channel.send(("read", count, len(found)))
    channel.send(("wrong", wrongs, twice, wrong))
    if not found:
        raise refusal(NOTHING)
    _send(found, channel)
    channel.send(("end", _digest(job.file)))


def _rows(job: Job) -> Iterator[tuple[int, list[str]]]:
    with job.file.open(encoding=job.encoding, newline="") as text:
        reader = csv.reader(iter(lambda: text.readline(_LONGEST_LINE), ""), delimiter=job.delimiter)
        line = 0
        try:
            for line, row in enumerate(reader, 1):
                if any(len(cell) > LONGEST_CELL for cell in row):
                    raise refusal(NOT_CSV, line=reader.line_num, reason=_TOO_LONG)
                # HK-DE begins lines with a comment by "#".
                is_told = not row or row[0].startswith("#")
                if not is_told and not (line == 1 and job.plan.skips_first):
                    yield reader.line_num, row
        except csv.Error as trouble:
            raise refusal(NOT_CSV, line=reader.line_num, reason=str(trouble)) from None


def _send(found: dict[tuple[str, str, str, str], Found], channel: Connection) -> None:
    """Send all addresses in the order of their table: so they are written several times faster."""
    keys = sorted(found)
    for start in range(0, len(keys), _PARCEL):
        rows = [found[key] for key in keys[start : start + _PARCEL]]
        parcel = json.dumps(list(in_degrees(rows)), ensure_ascii=False).encode()
        channel.send(("parcel", len(rows), parcel))


def in_degrees(rows: Iterable[Found]) -> Iterator[Point]:
    """Answer rows with their places in degrees, in the same order."""
    import numpy as np  # noqa: PLC0415 - slow to import, and only a reading process needs it
    import utm  # noqa: PLC0415 - as above

    rows = list(rows)
    places = {at: (row.first, row.second) for at, row in enumerate(rows) if row.zone == 0}
    for zone in {row.zone for row in rows} - {0}:
        mine = [at for at, row in enumerate(rows) if row.zone == zone]
        easts = np.array([rows[at].first for at in mine])
        norths = np.array([rows[at].second for at in mine])
        highs, wides = utm.to_latlon(easts, norths, zone, northern=True)
        places |= dict(zip(mine, zip(highs.tolist(), wides.tolist(), strict=True), strict=True))
    for at, row in enumerate(rows):
        # Seven places are a centimetre.
        yield (*row[:4], round(places[at][0], 7), round(places[at][1], 7))


def _digest(file: Path) -> str:
    digest = sha256()
    with file.open("rb") as stream:
        while block := stream.read(MEGABYTE):
            digest.update(block)
    return digest.hexdigest()
