"""The installed program itself, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

NAHBAR = str(Path(sys.executable).with_name("nahbar"))


def _run(*given: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*map(str, given)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        stdin=subprocess.DEVNULL,
    )


@pytest.mark.parametrize("program", [[NAHBAR], [sys.executable, "-m", "app"]])
def test_the_program_tells_its_version(program: list[str]) -> None:
    done = _run(*program, "--version")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("nahbar ")


def test_a_demo_office_is_made_checked_and_opened_by_nobody_else(tmp_path: Path) -> None:
    folder = tmp_path / "demo"

    made = _run(NAHBAR, "demo", folder, "--clients", 12, "--json")
    checked = _run(NAHBAR, "check", folder, "--json")
    (folder / "demo.key").unlink()
    locked = _run(NAHBAR, "check", folder)

    assert json.loads(made.stdout)["clients"] == 12
    assert json.loads(checked.stdout)["counts"]["person"] > 12  # with those who can be spoken to
    assert made.stderr == checked.stderr == ""
    assert (locked.returncode, locked.stdout) == (4, "")
    assert locked.stderr.count("\n") == 1
