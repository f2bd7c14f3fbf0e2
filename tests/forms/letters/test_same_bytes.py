"""The same letter is the same file, whichever process makes it and however Python shuffles sets."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from tests.factories.delivered import drawn

LETTERS = (("appointment", "de"), ("decision", "da"), ("free", "fa"), ("free", "ckb"))
"""One in each way of setting text: plain, of two pages, and from right to left."""
_PRINTS = (
    "from tests.factories.delivered import drawn\n"
    "from hashlib import sha256\n"
    f"for pair in {LETTERS!r}:\n"
    "    print(sha256(drawn(*pair)).hexdigest())\n"
)
_TOP = Path(__file__).parents[3]


def test_processes_and_seeds_make_no_difference() -> None:
    here = [sha256(drawn(*pair)).hexdigest() for pair in LETTERS]
    others = [
        subprocess.Popen(
            [sys.executable, "-c", _PRINTS],
            cwd=_TOP,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed, zone in (("1", "Asia/Tehran"), ("4711", "America/Lima"))
    ]
    printed = [other.communicate(timeout=120)[0].split() for other in others]

    assert printed == [here, here]
