"""`make package`: the wheel, and a folder with everything that installs it without a network."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "dist"
FOLDER = DIST / "nahbar-offline"
HOW = """Nahbar without a network

On a computer of the same kind, with Python {major}.{minor}, in this folder:

    python3 -m venv nahbar
    nahbar/bin/pip install --no-index --find-links . nahbar
    nahbar/bin/nahbar

(On Windows: py, nahbar\\Scripts\\pip, nahbar\\Scripts\\nahbar.)
"""


def package() -> None:
    """Make dist/nahbar-….whl and dist/nahbar-offline/, and say what they are for."""
    shutil.rmtree(DIST, ignore_errors=True)
    _wheel("--no-deps", "--wheel-dir", str(DIST))
    _wheel("-c", "constraints.txt", "--wheel-dir", str(FOLDER))
    how = HOW.format(major=sys.version_info.major, minor=sys.version_info.minor)
    (FOLDER / "README.txt").write_text(how, encoding="utf-8")
    (wheel,) = DIST.glob("*.whl")
    print(f"{wheel.relative_to(ROOT)}: the program; pip fetches what it needs")
    print(f"{FOLDER.relative_to(ROOT)}/: the program and all it needs; see README.txt there")


def _wheel(*arguments: str) -> None:
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet")
    subprocess.run([*pip, "--no-build-isolation", *arguments, "."], cwd=ROOT, check=True)
    shutil.rmtree(ROOT / "build" / "lib", ignore_errors=True)


if __name__ == "__main__":
    package()
