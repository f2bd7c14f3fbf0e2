"""The program while a story runs it: a copy of one that has imported everything already.

Importing takes half as long as all that a story does with the program, and is the same each time.
How the program is started from nothing is told by the first day, and by the tests of `ui.start`.
"""

from __future__ import annotations

import atexit
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parents[2]


class Running:
    """A program that runs, with those words of `subprocess.Popen` that stories use."""

    def __init__(
        self, module: str, words: Sequence[str], environment: Mapping[str, str], said: Path
    ) -> None:
        """Run a module with these words; everything it says goes to the file `said`."""
        said.write_bytes(b"")
        self._code: int | None = None
        self._line = socket.socket(socket.AF_UNIX)
        self._line.connect(str(_nursery()))
        wanted = {
            "module": module,
            "words": list(words),
            "environment": dict(environment),
            "said": str(said),
        }
        self._line.sendall(json.dumps(wanted).encode() + b"\n")
        self.pid = self._hear()

    def poll(self) -> int | None:
        """Answer the exit code, or None while it runs; -9 of one that was killed."""
        with suppress(BlockingIOError):
            self._wait(0)
        return self._code

    def wait(self, seconds: float | None = None) -> int:
        """Wait until it has ended, at most so long, and answer the exit code."""
        return self._wait(seconds)

    def kill(self) -> None:
        """End it at once, when it still runs."""
        if self.poll() is None:
            os.kill(self.pid, signal.SIGKILL)

    def _wait(self, seconds: float | None) -> int:
        if self._code is None:
            self._line.settimeout(seconds)
            self._code = self._hear()
            self._line.close()
        return self._code

    def _hear(self) -> int:
        """Answer the next number from the other end of the line."""
        said = self._line.recv(1)
        while not said.endswith(b"\n"):
            more = self._line.recv(1)
            assert more, "whoever knows the program is gone"
            said += more
        return int(said)


@lru_cache
def _nursery() -> Path:
    """Answer the socket of the process that knows the program; there is one for all stories."""
    folder = Path(tempfile.mkdtemp(prefix="nahbar-nursery-"))
    place = folder / "line"
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.stories.nursery", str(place)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    atexit.register(_end, process, folder)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    return place


def _end(process: subprocess.Popen[bytes], folder: Path) -> None:
    process.communicate()
    shutil.rmtree(folder, ignore_errors=True)
