"""Reading people from a CSV file as any office writes it."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING

from app.clients.duplicates.people import Person
from app.errors import N_, Problem, Refused, Unavailable
from app.text_rules import NAME_LENGTH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NO_FILE = N_("There is no file {file}.")
NOT_READABLE = N_("The file {file} cannot be read: {reason}.")
EMPTY = N_("The file {file} is empty: it needs a first line with the names of its columns.")
NOT_TEXT = N_("The file {file} is not text in UTF-8 or Windows-1252, so it is not a CSV file.")
NOT_STORABLE = N_("Line {line} of {file} contains an invisible character ({character}).")
NO_COLUMNS = N_("The first line of {file} names no column {columns}.")
COLUMN_TWICE = N_("The first line of {file} names the column {column} twice.")
NOT_CSV = N_("Line {line} of {file} is not CSV: {reason}.")
TOO_MANY = N_("Line {line} of {file} has more cells than the first line names columns.")
TOO_LONG = N_(
    "Line {line} of {file}, column {column}: {count} characters, and at most {longest} fit."
)
NO_ID = N_("Line {line} of {file} has no id.")
ID_TWICE = N_("Line {line} of {file} has the id {id} that line {first} has already.")

COLUMNS = ("id", "given_name", "family_name")
"""The columns that must be there; their cells may be empty, but for the id."""
SINGLE = ("birth_date", "street", "postal_code", "city")
_NAMES = re.compile(r"(given|family)_name(?:_([2-9]))?")
_DELIMITERS = (";", ",", "\t")
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_people(file: Path) -> tuple[Person, ...]:
    """Read people in the order of the file.

    Raises:
        Refused: the file is no CSV of people; names the line and what is wrong.
        Unavailable: the file cannot be opened.
    """
    text, name = _text(file), str(file)
    rows = _rows(csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text)), name)
    header = next(rows, None)
    if header is None:
        raise _refusal(EMPTY, file=name)
    columns = _columns(header[1], name)
    first: dict[str, int] = {}
    people = []
    for line, row in rows:
        person = _person(row, columns, line, name)
        if person.key in first:
            raise _refusal(ID_TWICE, line=line, file=name, id=person.key, first=first[person.key])
        first[person.key] = line
        people.append(person)
    return tuple(people)


def _refusal(message: str, **values: object) -> Refused:
    return Refused(Problem(message, "file", values))


def _delimiter(text: str) -> str:
    """Answer what parts the cells: what stands most often in the first line."""
    first = text.lstrip().split("\n", 1)[0]
    return max(_DELIMITERS, key=lambda mark: (first.count(mark), mark == ","))


def _text(file: Path) -> str:
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        raise Unavailable(NO_FILE, file=str(file)) from None
    except OSError as trouble:
        reason = trouble.strerror or type(trouble).__name__
        raise Unavailable(NOT_READABLE, file=str(file), reason=reason) from None
    if b"\0" in content:
        raise _refusal(NOT_TEXT, file=str(file))
    for encoding in ("utf-8", "cp1252"):
        try:
            text = content.removeprefix(_BYTE_ORDER_MARK).decode(encoding)
        except UnicodeDecodeError:
            continue
        return _visible(text, file)
    raise _refusal(NOT_TEXT, file=str(file))


def _visible(text: str, file: Path) -> str:
    """Refuse control characters, which could make a terminal do anything."""
    found = _UNSEEN.search(text)
    if found is None:
        return text
    line = text.count("\n", 0, found.start()) + 1
    values = {"line": line, "file": str(file), "character": f"U+{ord(found[0]):04X}"}
    raise _refusal(NOT_STORABLE, **values)


def _rows(reader: Iterator[list[str]], file: str) -> Iterator[tuple[int, list[str]]]:
    """Answer each row that holds anything, with the number of its line."""
    line = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as trouble:
            raise _refusal(NOT_CSV, line=line, file=file, reason=str(trouble)) from None
        if any(cell.strip() for cell in row):
            yield line, row
        line = getattr(reader, "line_num", line) + 1


def _columns(header: list[str], file: str) -> dict[str, int]:
    """Answer where each column that is read stands."""
    found: dict[str, int] = {}
    for place, title in enumerate(header):
        name = title.strip().casefold().replace(" ", "_")
        if name in (*COLUMNS, *SINGLE) or _NAMES.fullmatch(name):
            if name in found:
                raise _refusal(COLUMN_TWICE, file=file, column=name)
            found[name] = place
    missing = [name for name in COLUMNS if name not in found]
    if missing:
        raise _refusal(NO_COLUMNS, file=file, columns=", ".join(missing))
    return dict(sorted(found.items())) | {"": len(header)}


def _person(row: list[str], columns: dict[str, int], line: int, file: str) -> Person:
    if any(cell.strip() for cell in row[columns[""] :]):
        raise _refusal(TOO_MANY, line=line, file=file)
    cells = {
        name: row[place].strip() for name, place in columns.items() if name and place < len(row)
    }
    for column, cell in cells.items():
        if len(cell) > NAME_LENGTH:
            values = {"column": column, "count": len(cell), "longest": NAME_LENGTH}
            raise _refusal(TOO_LONG, line=line, file=file, **values)
    if not cells.get("id"):
        raise _refusal(NO_ID, line=line, file=file)
    birth, street, postal_code, city = (cells.get(name, "") for name in SINGLE)
    given, family = (_names(cells, kind) for kind in ("given", "family"))
    return Person(cells["id"], given, family, birth, street, postal_code, city)


def _names(cells: dict[str, str], kind: str) -> tuple[str, ...]:
    return tuple(cell for name, cell in cells.items() if cell and name.startswith(f"{kind}_name"))
