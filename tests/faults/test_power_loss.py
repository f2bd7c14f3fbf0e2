"""Fault 2: the power goes out; writes that were not flushed are lost, torn or out of order."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.factories.offices import opened
from tests.faults.acts import numbers
from tests.faults.tape import Tape

if TYPE_CHECKING:
    from pathlib import Path

    from app.admin.rules import CreatedOffice

SOAK = int(os.environ.get("NAHBAR_FAULT_STATES", "250"))
"""In how many moments the power goes out in the long run."""


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
@pytest.mark.parametrize("states", [40, pytest.param(SOAK, marks=pytest.mark.soak)])
def test_no_row_that_was_said_to_be_saved_is_lost(
    made: CreatedOffice, tmp_path: Path, states: int
) -> None:
    before = tmp_path / "before"
    shutil.copytree(made.folder, before)
    tape = Tape.of(record(made, tmp_path / "trace"), made.folder / "office.db")
    chance = random.Random(states)  # noqa: S311 - a repeatable choice of moments
    told = 0
    for number in range(states):
        crashed = tmp_path / f"crashed-{number}"
        shutil.copytree(before, crashed)
        safe = tape.play(crashed, chance)
        told += len(safe)
        assert safe <= what_is_there(made, crashed), f"state {number}"
        shutil.rmtree(crashed)
    assert told > states


def record(made: CreatedOffice, trace: Path) -> str:
    """Run a saver and answer every write it asked of the system."""
    calls = "openat,close,pwrite64,write,fsync,fdatasync,ftruncate,unlink"
    strace = ["strace", "-f", "-xx", "-s", "10000000", "-e", f"trace={calls}", "-o", str(trace)]
    saver = [sys.executable, "-m", "tests.faults.saver", str(made.folder), made.key.hex()]
    subprocess.run([*strace, *saver, "30", "40"], check=True, capture_output=True)
    return trace.read_text()


def what_is_there(made: CreatedOffice, folder: Path) -> set[int]:
    """Open what the power cut left, through every step of a normal start."""
    office = opened(type(made)(folder, made.key, made.recovery_key))
    found = office.ask(numbers)
    office._engine.dispose()
    if office._lock:
        office._lock.release()
    return found
