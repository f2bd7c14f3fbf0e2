"""Runs scripts in processes of their own, in turn with their baseline, and reads what they say."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import cast

ROOT = Path(__file__).resolve().parents[2]

Said = dict[str, float]
"""What a child says: milliseconds since its process was asked for, and memory in MB."""


def run(module: str, *arguments: str, home: Path | None = None) -> Said:
    """Run one module in a new process; it prints a JSON object of what it measured.

    It is told in NAHBAR_BENCH_BEGAN when it was asked for, by the monotonic clock.
    """
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": ""}
    if home is not None:
        environment["NAHBAR_HOME"] = str(home)
    environment["NAHBAR_BENCH_BEGAN"] = str(time.monotonic_ns())
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{module} failed:\n{done.stderr}")
    return cast("Said", json.loads(done.stdout.splitlines()[-1]))


def in_turn(
    baseline: tuple[str, ...], subject: tuple[str, ...], times: int, home: Path
) -> tuple[list[Said], list[Said]]:
    """Run a baseline and its subject A B A B; the first pair only warms files and bytecode."""
    pairs = [(run(*baseline, home=home), run(*subject, home=home)) for _ in range(times + 1)]
    return [first for first, _ in pairs[1:]], [second for _, second in pairs[1:]]
