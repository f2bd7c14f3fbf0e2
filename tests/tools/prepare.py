"""Sets a machine up for `make`: system packages, the virtual environment, exact versions.

Run as `python3 -m tests.tools.prepare run|test|bench`. Only the standard library: this comes first.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from tests.tools import engines, system

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
CONSTRAINTS = ROOT / "constraints.txt"


WANTED = {"run": ".", "test": ".[dev]", "bench": ".[dev,bench]"}
"""What is installed for each purpose."""


def prepare(purpose: str) -> None:
    """Make the machine ready to run the program ("run"), its tests too ("test"), or measurements.

    For these ("bench") other programs that make PDF are installed, too, where that can be done.
    """
    tests = purpose != "run"
    missing = system.missing_packages(tests=tests)
    if missing:
        system.install(missing)
    if purpose == "bench":
        engines.install_engines()
    if not _works(PYTHON):
        print("Making .venv", flush=True)
        _call(sys.executable, "-m", "venv", "--clear", str(VENV))
    stamp = VENV / f".nahbar-{purpose}"
    wanted = _state()
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        _install(WANTED[purpose])
        stamp.write_text(wanted, encoding="utf-8")


def _install(what: str) -> None:
    print("Installing the exact versions of constraints.txt", flush=True)
    pip = (str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    builder = _builder()
    _call(*pip, builder)
    _call(*pip, "--no-build-isolation", "-c", str(CONSTRAINTS), "-e", what)


def _builder() -> str:
    """Answer the pinned build back end, such as "setuptools==84.2.1"."""
    lines = CONSTRAINTS.read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith("setuptools=="))


def _works(python: Path) -> bool:
    """Answer whether an interpreter starts and is new enough; a moved .venv does not."""
    check = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        quiet = subprocess.DEVNULL
        return subprocess.call([python, "-c", check], stdout=quiet, stderr=quiet) == 0
    except OSError:
        return False


def _state() -> str:
    """Answer a fingerprint of everything that decides what is installed, and where."""
    state = hashlib.sha256(str(ROOT).encode())
    for name in ("constraints.txt", "pyproject.toml"):
        state.update((ROOT / name).read_bytes())
    return state.hexdigest()


def _call(*command: str) -> None:
    code = subprocess.call(command, cwd=ROOT)
    if code != 0:
        sys.exit(f"This failed: {' '.join(command)}")


if __name__ == "__main__":
    prepare(sys.argv[1])
