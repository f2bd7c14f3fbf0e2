"""A program of its own that kills savers in the middle of their work and looks at what is left."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

from sqlalchemy.orm import configure_mappers

import db.tables  # noqa: F401 - see below
from app.admin.offices import key_from_recovery, open_office, rotate_key
from tests.faults.acts import numbers
from tests.faults.saver import save_on

BATCH = 25
"""After so many kills a fresh office is taken, so that each kill meets a small file."""


def kill_often(folder: Path, key: bytes, rounds: int) -> None:
    """Kill `rounds` savers and print how many rows were safe."""
    chance = random.Random(rounds)  # noqa: S311 - a repeatable choice of moments
    safe = 0
    for first in range(0, rounds, BATCH):
        office = folder.with_name(f"{folder.name}-{first}")
        shutil.copytree(folder, office)
        safe += _kill_batch(office, key, min(BATCH, rounds - first), chance)
        shutil.rmtree(office)
    print(safe)  # noqa: T201 - the answer of this program


def _kill_batch(folder: Path, key: bytes, rounds: int, chance: random.Random) -> int:
    """Kill savers of one office; raise when a row that was said to be safe is gone."""
    safe: set[int] = set()
    for _round in range(rounds):
        safe |= _killed(folder, key, chance)
        office = open_office(folder, key, who="Anna Beispiel")
        lost = safe - office.ask(numbers)
        office.close()
        if lost:
            message = f"lost although they were saved: {sorted(lost)}"
            raise AssertionError(message)
    return len(safe)


def _killed(folder: Path, key: bytes, chance: random.Random) -> set[int]:
    """Start a saver and kill it after a few rows, at any moment of the next one."""
    hear, said = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hear)
        save_on(folder, key, 1000, said)
        os._exit(1)
    os.close(said)
    heard = b""
    wanted = chance.randint(1, 6)
    while heard.count(b"\n") < wanted and (more := os.read(hear, 100)):
        heard += more
    time.sleep(chance.random() * 0.004)
    os.kill(child, signal.SIGKILL)
    while more := os.read(hear, 4096):
        heard += more
    os.waitpid(child, 0)
    os.close(hear)
    return {int(line) for line in heard.split(b"\n")[:-1]}


def kill_exchanges(folder: Path, recovery_key: str, rounds: int) -> None:
    """Kill `rounds` exchanges of keys; raise when the recovery key opens the office no more."""
    chance = random.Random(rounds)  # noqa: S311 - a repeatable choice of moments
    for _round in range(rounds):
        key = key_from_recovery(folder, recovery_key)
        child = os.fork()
        if child == 0:
            rotate_key(
                folder,
                key,
                passphrase=None,
                use_keyring=False,
                who="Anna Beispiel",
                recovery=recovery_key,
            )
            os._exit(0)
        time.sleep(chance.random() * 0.15)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        office = open_office(folder, key_from_recovery(folder, recovery_key), who="Anna Beispiel")
        if office.ask(numbers) != {1}:
            message = "the row is gone"
            raise AssertionError(message)
        office.close()
        if (folder / "office.db.new").exists():
            message = "the unfinished file was left"
            raise AssertionError(message)
    print(rounds)  # noqa: T201 - the answer of this program


if __name__ == "__main__":
    # The tables are known once: each saver would learn them again, which takes most of its time.
    configure_mappers()
    what, where, secret, count = sys.argv[1:]
    if what == "saving":
        kill_often(Path(where), bytes.fromhex(secret), int(count))
    else:
        kill_exchanges(Path(where), secret, int(count))
