"""A program of its own that kills savers in the middle of their work and looks what is left."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

from app.admin.offices import open_office
from tests.faults.acts import numbers
from tests.faults.saver import save_on


def kill_often(folder: Path, key: bytes, rounds: int) -> None:
    """Kill `rounds` savers; raise when a row that was said to be safe is gone."""
    chance = random.Random(rounds)  # noqa: S311 - a repeatable choice of moments
    safe: set[int] = set()
    for _round in range(rounds):
        safe |= _killed(folder, key, chance)
        office = open_office(folder, key, who="Anna Beispiel")
        lost = safe - office.ask(numbers)
        office.close()
        if lost:
            message = f"lost although they were saved: {sorted(lost)}"
            raise AssertionError(message)
    print(len(safe))  # noqa: T201 - the answer of this program


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


if __name__ == "__main__":
    kill_often(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), int(sys.argv[3]))
