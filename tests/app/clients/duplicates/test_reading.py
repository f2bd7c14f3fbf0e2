"""CSV files of any office are read; what is no such file is refused with the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.clients.duplicates.people import Person
from app.clients.duplicates.reading import read_people
from app.errors import Refused, Unavailable

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "id,given_name,family_name,birth_date,street,postal_code,city\n"


def _file(folder: Path, content: str | bytes, encoding: str = "utf-8") -> Path:
    file = folder / "people.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_people_are_read(tmp_path: Path, encoding: str, delimiter: str, end: str) -> None:
    rows = HEADER + "7,Jürgen,Groß,1938-11-24,Talstraße 12,40217,Köln\n"
    content = rows.replace(",", delimiter).replace("\n", end)

    assert read_people(_file(tmp_path, content, encoding)) == (
        Person("7", ("Jürgen",), ("Groß",), "1938-11-24", "Talstraße 12", "40217", "Köln"),
    )


def test_columns_may_stand_anywhere_and_others_are_passed_over(tmp_path: Path) -> None:
    content = 'Note,FAMILY_NAME_2,Given Name,family_name,ID\n"a,\nb",Esser,Anna,Müller,x\n\n'

    assert read_people(_file(tmp_path, content)) == (Person("x", ("Anna",), ("Müller", "Esser")),)


def test_short_rows_are_empty_at_their_end(tmp_path: Path) -> None:
    assert read_people(_file(tmp_path, HEADER + "7,Anna\n")) == (Person("7", ("Anna",)),)


@pytest.mark.parametrize(
    ("content", "values"),
    [
        (b"", {}),
        (b"\n\n", {}),
        (b"\x89PNG\r\n\x1a\n\0\0", {}),
        (HEADER.encode() + b"7,An\0na,M,,,,\n", {}),
        (b"\x81\x8d\x8f", {}),
        (HEADER.encode() + b"7,An\x1bna,M,,,,\n", {"line": 2, "character": "U+001B"}),
        (b"id,name,city\n", {"columns": "given_name, family_name"}),
        (b"id,given_name,Given_Name,family_name\n", {"column": "given_name"}),
        (HEADER.encode() + b",Anna,M,,,,\n", {"line": 2}),
        (HEADER.encode() + b"7,A,,,,,\n8,B,,,,,\n7,C,,,,,\n", {"line": 4, "id": "7", "first": 2}),
        (HEADER.encode() + b"7,A,,,,,,x\n", {"line": 2}),
        (HEADER.encode() + b"7," + b"a" * 20_001 + b"\n", {"line": 2, "count": 20_001}),
        (HEADER.encode() + b"7," + b"a" * 200_000 + b"\n", {"line": 2}),
    ],
)
def test_what_is_no_csv_of_people_is_refused(
    tmp_path: Path, content: bytes, values: dict[str, object]
) -> None:
    with pytest.raises(Refused) as refused:
        read_people(_file(tmp_path, content))

    (problem,) = refused.value.problems
    assert values.items() <= problem.values.items()


@pytest.mark.parametrize("name", ["nowhere.csv", "."])
def test_a_file_that_cannot_be_opened_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(Unavailable):
        read_people(tmp_path / name)
