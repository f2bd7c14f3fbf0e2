"""Mass letters at the command line: a folder of files, or one sentence and a code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from app.command_line.exits import Exit
from app.command_line.run import run

if TYPE_CHECKING:
    from pathlib import Path

FREE = ("--template", "free", "--value", "subject=Einladung", "--value", "text=Kommen Sie gern.")


def test_everybody_of_a_list_gets_a_letter(
    demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    given = ["letters", str(demo), *FREE, "--list", "clients active", "--out", str(out), "--json"]
    given += ["--envelopes", "--basis", "public_task"]
    code = run(given)
    told = json.loads(capsys.readouterr().out)
    files = {file.name for file in out.iterdir()}

    assert code == (Exit.REFUSED if told["refused"] else Exit.DONE)
    assert told["written"] > 0
    assert {"all letters.pdf", "envelopes.pdf", "labels.pdf"} <= files
    assert len(files) == told["written"] + 3


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        ((*FREE, "--list", "everybody"), Exit.REFUSED, "everybody"),
        ((*FREE, "--list", "area:Nirgends"), Exit.REFUSED, "Nobody"),
        (("--template", "love", "--list", "all"), Exit.REFUSED, "love"),
        (("--template", "free", "--value", "x", "--list", "all"), Exit.REFUSED, "NAME=TEXT"),
        ((*FREE, "--list", "all"), Exit.REFUSED, "lawful basis"),
        (("--template", "free"), Exit.USAGE, "--list"),
    ],
)
def test_what_makes_no_sense_leaves_no_folder(
    demo: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    options: tuple[str, ...],
    code: Exit,
    said: str,
) -> None:
    out = tmp_path / "out"

    assert run(["letters", str(demo), *options, "--out", str(out)]) == code
    assert said in capsys.readouterr().err
    assert not out.exists()
