"""A program of its own that saves row after row and says when each is safe; it may be killed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from app.admin.offices import open_office
from tests.faults.acts import numbers, save_numbered


def save_on(folder: Path, key: bytes, count: int, said: int, checkpoint: int = 0) -> None:
    """Save `count` further rows; after each, write its number to the open file `said`."""
    office = open_office(folder, key, who="Anna Beispiel")
    if checkpoint:
        with office._engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA wal_autocheckpoint = {checkpoint}")
    first = max(office.ask(numbers), default=0) + 1
    for number in range(first, first + count):
        office.act(save_numbered, number)
        os.write(said, f"{number}\n".encode())


if __name__ == "__main__":
    save_on(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), int(sys.argv[3]), 1, int(sys.argv[4]))
    os._exit(0)  # a power cut gives no time to close either
