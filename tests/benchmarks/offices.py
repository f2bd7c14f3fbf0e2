"""The offices that are measured: made once below build/bench/, from the demo, and kept."""

from __future__ import annotations

import shutil
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.admin.offices import key_from_file, open_office
from app.demo.actions import build_demo
from app.demo.rules import DemoPlan

if TYPE_CHECKING:
    from app.office import Office

ROOT = Path(__file__).resolve().parents[2]
BENCH = ROOT / "build" / "bench"
TODAY = date(2026, 11, 23)
NOTES = 200
"""Notes of the first client, whose card is opened."""


def office_folder(clients: int) -> Path:
    """Answer the folder of an encrypted demo office, making it when it is not there yet.

    Making 100,000 clients takes about a minute and some 500 MB.
    """
    folder = BENCH / f"office-{clients}"
    if not (folder / "made").exists():
        shutil.rmtree(folder, ignore_errors=True)
        plan = DemoPlan(TODAY, clients=clients, notes_of_first=NOTES, seed=7)
        build_demo(folder, plan, progress=partial(_say, folder.name))
        (folder / "made").touch()
        print()
    return folder


def _say(name: str, done: int, of_all: int) -> None:
    print(f"\r{name}: {done} of {of_all} clients", end="", flush=True)


def opened(folder: Path) -> Office:
    """Open an office of `office_folder`."""
    key = key_from_file(folder / "demo.key")
    return open_office(folder, key, who="Benchmark")
