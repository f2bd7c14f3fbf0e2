"""`nahbar duplicates` tells pairs to programs and to people, and ends as the other verbs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from app.command_line.exits import Exit
from app.command_line.run import run

if TYPE_CHECKING:
    from pathlib import Path

TWICE = (
    "id,given_name,family_name,birth_date,street,postal_code,city\n"
    "a,Jürgen,Müller,1938-11-04,Talstraße 12,40217,Düsseldorf\n"
    "b,Hedwig,Kowalski,1941-02-28,Am Markt 3,40213,Düsseldorf\n"
    "c,Juergen,Mueller,1938-04-11,Talstr. 12,40217,Düsseldorf\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file in which one of two people stands twice."""
    made = tmp_path / "people.csv"
    made.write_text(TWICE, encoding="utf-8")
    return made


def test_programs_are_told_a_list_of_pairs(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["duplicates", str(file), "--json"]) == Exit.DONE

    said = capsys.readouterr()
    (pair,) = json.loads(said.out)
    assert said.err == ""
    assert (pair["a"], pair["b"]) == ("a", "c")
    assert 0.9 < pair["score"] <= 1
    assert "day and month swapped" in pair["reasons"]


def test_people_are_told_a_table(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["duplicates", str(file)]) == Exit.DONE

    rows = capsys.readouterr().out.splitlines()
    assert rows[0].startswith("a  c  ")
    assert rows[1] == "1 pair is probably one person."


def test_nobody_twice_is_no_trouble(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text("".join(TWICE.splitlines(keepends=True)[:3]), encoding="utf-8")

    assert run(["duplicates", str(file), "--json"]) == Exit.DONE
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize(
    ("content", "code"), [(b"", Exit.REFUSED), (b"\0", Exit.REFUSED), (None, Exit.UNAVAILABLE)]
)
def test_a_bad_file_ends_with_one_sentence(
    file: Path, content: bytes | None, code: Exit, capsys: pytest.CaptureFixture[str]
) -> None:
    file.unlink()
    if content is not None:
        file.write_bytes(content)

    assert run(["duplicates", str(file), "--json"]) == code

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert str(file) in said.err
