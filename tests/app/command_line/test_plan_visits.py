"""`nahbar plan-visits` answers the routes of a day."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from app.command_line.exits import Exit
from app.command_line.run import run

if TYPE_CHECKING:
    from pathlib import Path

STOP = {"x": 3, "y": 4, "open": 0, "close": 50, "service": 10, "demand": 1}
DAY = {
    "metric": "euclidean",
    "vehicles": 1,
    "capacity": None,
    "depot": {"x": 0, "y": 0, "open": 0, "close": 100},
    "stops": [{"id": "a", **STOP}, {"id": 2, **STOP, "close": 4}],
}


def _run(tmp_path: Path, value: object, *options: str) -> int:
    file = tmp_path / "day.json"
    file.write_text(json.dumps(value), encoding="utf-8")
    return run(["plan-visits", str(file), "--seconds", "0.2", *options])


def test_a_day_is_planned(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(tmp_path, DAY, "--json") == Exit.DONE

    assert json.loads(capsys.readouterr().out) == {
        "routes": [{"stops": ["a"], "distance": 10.0, "start": 0.0, "end": 20.0}],
        "total": 10.0,
        "unserved": [
            {
                "id": 2,
                "reason": "It can be reached at 5 at the earliest, and its window closes at 4.",
            }
        ],
    }


def test_people_read_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(tmp_path, DAY) == Exit.DONE

    said = capsys.readouterr().out.splitlines()
    assert said[0] == "1 route, 10.00 altogether"
    assert said[1] == "0.00 to 20.00, 10.00: a"
    assert said[2].startswith("2: It can be reached at 5")


@pytest.mark.parametrize(
    ("value", "options"),
    [
        ({}, ()),
        ({**DAY, "stops": [{"id": "a", **STOP, "demand": -1}]}, ()),
        (DAY, ("--seconds", "0")),
        (DAY, ("--seconds", "nan")),
    ],
)
def test_what_cannot_be_meant_is_one_sentence(
    tmp_path: Path, value: object, options: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(tmp_path, value, *options) == Exit.REFUSED

    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
