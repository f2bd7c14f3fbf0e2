"""`nahbar match` answers the best assignment for scores and for facts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from app.command_line import file_forms
from app.command_line.exits import Exit
from app.command_line.run import run

if TYPE_CHECKING:
    from pathlib import Path

SCORES = {
    "people": {"p1": 2, "p2": 1, "p3": 1},
    "volunteers": {"v1": 1, "v2": 1},
    "pairs": [
        {"person": "p1", "volunteer": "v1", "score": 5},
        {"person": "p1", "volunteer": "v2", "score": 1},
        {"person": "p2", "volunteer": "v2", "score": 3.5},
    ],
}
FACTS = {
    "people": [{"id": "p1", "gender_wish": "female"}, {"id": "p2"}],
    "volunteers": [{"id": "v1", "gender": "male"}],
}


def _run(tmp_path: Path, value: object, *options: str) -> int:
    file = tmp_path / "match.json"
    file.write_text(json.dumps(value), encoding="utf-8")
    return run(["match", str(file), *options])


def test_scores_are_assigned_at_best(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(tmp_path, SCORES, "--json") == Exit.DONE

    answer = json.loads(capsys.readouterr().out)
    assert answer["assigned"] == [["p1", "v1"], ["p2", "v2"]]
    assert (answer["total"], answer["bound"]) == (8.5, pytest.approx(8.5))
    assert [one["person"] for one in answer["unmatched"]] == ["p1", "p3"]
    assert "1 of 2" in answer["unmatched"][0]["reason"]


def test_facts_say_what_removed_everybody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(tmp_path, FACTS, "--json") == Exit.DONE

    answer = json.loads(capsys.readouterr().out)
    assert answer["assigned"] == [["p2", "v1"]]
    reason = "None of the 1 volunteers is possible: Another gender than wished (1)."
    assert answer["unmatched"] == [{"person": "p1", "reason": reason}]


def test_people_read_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(tmp_path, SCORES) == Exit.DONE

    said = capsys.readouterr().out.splitlines()
    assert said[:3] == [
        "2 pairs, 8.50 together; no assignment reaches more than 8.50.",
        "p1 – v1",
        "p2 – v2",
    ]


@pytest.mark.parametrize("value", [[], {}, {"people": {}}, {**SCORES, "locked": [["p1", "v9"]]}])
def test_what_cannot_be_meant_is_one_sentence(
    tmp_path: Path, value: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run(tmp_path, value) == Exit.REFUSED

    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)


def test_the_help_shows_files_that_can_be_read(tmp_path: Path) -> None:
    scores, facts = (
        json.loads(form.partition("\n\n  ")[2].partition("}\n\n")[0] + end)
        for form, end in (
            (file_forms.MATCH, "}"),
            (file_forms.MATCH.partition("Or it holds")[2], ""),
        )
    )

    assert _run(tmp_path, scores) == Exit.DONE
    facts["volunteers"].append({"id": "v2"})
    assert _run(tmp_path, facts) == Exit.DONE
