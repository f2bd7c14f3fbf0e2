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
from db.schema import migrate, need_known_schema, schema_of
from db.session import open_engine

if TYPE_CHECKING:
    from app.office import Office

ROOT = Path(__file__).resolve().parents[2]
BENCH = ROOT / "build" / "bench"
TODAY = date(2026, 11, 23)
NOTES = 200
"""Notes of the first client, whose card is opened."""
LARGE = 100_000
NOTES_OF_LARGE = 20
"""Notes of each client of a large office, on average."""
_RECIPE = "2"
"""Which demo an office is made of: another number makes the offices anew."""


def office_folder(clients: int) -> Path:
    """Answer the folder of an encrypted demo office, making it when it is not there yet.

    Making 100,000 clients with 1,000,000 visits and 2,000,000 notes takes some minutes and
    about 2 GB. Another recipe makes them anew; a newer schema only migrates them, as the office
    of every user is migrated: tables that it adds are empty until the recipe fills them.
    """
    folder = BENCH / f"office-{clients}"
    made = folder / "made"
    # Older files name the schema before the recipe.
    if made.exists() and made.read_text(encoding="utf-8").split()[-1:] == [_RECIPE]:
        bring_up_to_date(folder)
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    many = NOTES_OF_LARGE if clients >= LARGE else None
    plan = DemoPlan(TODAY, clients=clients, notes_of_first=NOTES, notes_per_client=many, seed=7)
    build_demo(folder, plan, progress=partial(_say, folder.name))
    made.write_text(_RECIPE, encoding="utf-8")
    print()
    return folder


def bring_up_to_date(folder: Path) -> None:
    """Migrate an office that was made with an older schema."""
    engine = open_engine(folder / "office.db", key_from_file(folder / "demo.key"))
    try:
        with engine.connect() as connection:
            is_old = need_known_schema(schema_of(connection))
        if is_old:
            migrate(engine)
    finally:
        engine.dispose()


def _say(name: str, done: int, of_all: int) -> None:
    print(f"\r{name}: {done} of {of_all} clients", end="", flush=True)


def opened(folder: Path) -> Office:
    """Open an office of `office_folder`."""
    key = key_from_file(folder / "demo.key")
    return open_office(folder, key, who="Benchmark")
