"""A run of tests ends, and says what failed, also when a worker is lost in its middle."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.house.sources import ROOT

if TYPE_CHECKING:
    from pathlib import Path

_LOST = """
import os, signal
from pathlib import Path

def test_lost_once():
    was_here = Path(__file__).with_name("was_here")
    if not was_here.exists():
        was_here.touch()
        os.kill(os.getpid(), signal.SIGSEGV)
"""


def test_every_other_test_is_run_when_a_worker_is_lost(tmp_path: Path) -> None:
    """Files of one test each: with these pytest-xdist alone waits for ever."""
    names = [f"test_{letter}.py" for letter in "abcdef"]
    for name in names:
        (tmp_path / name).write_text("def test_here():\n    pass\n", encoding="utf-8")
    (tmp_path / "test_c.py").write_text(_LOST, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.scheduling", "-p", "no:randomly", "-q"]
    command += ["-n", "1", "--dist", "loadfile", "--no-loadscope-reorder"]
    done = subprocess.run(
        [*command, *names],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "1 failed, 6 passed" in done.stdout, done.stdout + done.stderr
    assert "crashed while running 'test_c.py::test_lost_once'" in done.stdout
