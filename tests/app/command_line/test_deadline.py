"""`nahbar deadline`: what it tells people and programs."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.command_line.exits import Exit
from app.command_line.run import run

GERMAN = ["deadline", "--country", "de", "--kind", "widerspruch", "--state", "nw"]


def _told(capsys: pytest.CaptureFixture[str], *given: str) -> dict[str, Any]:
    assert run([*given, "--json"]) == Exit.DONE
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def test_programs_are_told_dates_reasons_and_law(capsys: pytest.CaptureFixture[str]) -> None:
    told = _told(capsys, *GERMAN, "--posted", "2026-01-26")

    why, sources = told.pop("why"), told.pop("sources")
    assert told == {
        "country": "de",
        "kind": "widerspruch",
        "state": "nw",
        "posted": "2026-01-26",
        "notified_on": "2026-01-30",
        "raw_end": "2026-02-28",
        "end": "2026-03-02",
        "moved": True,
    }
    assert all(any(source in reason for source in sources) for reason in why)
    assert sources == [
        "§ 37 Abs. 2 Satz 1 SGB X",
        "§ 84 Abs. 1 SGG",
        "§ 64 Abs. 2 SGG",
        "§ 64 Abs. 3 SGG",
    ]


def test_people_are_told_in_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*GERMAN, "--posted", "2026-03-02"]) == Exit.DONE

    said = capsys.readouterr().out
    assert "End of the period: 2026-04-07\n" in said
    assert "Ostermontag" in said


def test_a_day_of_receipt_and_a_way_can_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    danish = ("deadline", "--country", "dk", "--kind", "klage", "--posted", "2026-11-03")

    assert _told(capsys, *danish)["notified_on"] == "2026-11-03"
    assert _told(capsys, *danish, "--by", "letter")["notified_on"] == "2026-11-11"
    assert _told(capsys, *danish, "--received", "2026-11-05")["notified_on"] == "2026-11-05"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ([*GERMAN, "--posted", "2026-02-30"], Exit.USAGE),
        ([*GERMAN, "--posted", "soon"], Exit.USAGE),
        (GERMAN, Exit.USAGE),
        (["deadline", "--country", "fr", "--kind", "klage", "--posted", "2026-01-01"], Exit.USAGE),
        ([*GERMAN, "--posted", "2026-01-26", "--state", "zz"], Exit.REFUSED),
        ([*GERMAN, "--posted", "1980-01-26"], Exit.REFUSED),
        ([*GERMAN, "--posted", "9999-12-31"], Exit.REFUSED),
        ([*GERMAN, "--posted", "2026-01-26", "--received", "2026-01-25"], Exit.REFUSED),
        ([*GERMAN, "--posted", "2026-01-26", "--by", "pigeon"], Exit.REFUSED),
    ],
)
def test_bad_input_gets_one_sentence(
    given: list[str], code: Exit, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(given) == code

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
