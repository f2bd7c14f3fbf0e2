"""Other programs that make PDF, which `make bench` measures beside this one where they are there.

Only the standard library: this runs before anything is installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

_COMMANDS = {"soffice": "libreoffice-writer-nogui"}
"""Commands and the Debian packages that hold them; some hundred megabytes."""
_LIBRARIES = {"libpangoft2-1.0.so.0": "libpangoft2-1.0-0"}
"""What WeasyPrint draws with."""


def install_engines() -> None:
    """Install what is missing when root on Debian or its kin; else say what is not measured."""
    if sys.platform != "linux":
        return
    missing = [package for command, package in _COMMANDS.items() if not shutil.which(command)]
    missing += [package for library, package in _LIBRARIES.items() if not _loads(library)]
    if missing and not _installed(missing):
        print(f"Not measured without these packages: {' '.join(missing)}", flush=True)


def _installed(packages: list[str]) -> bool:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print(f"Installing other programs to measure: {' '.join(packages)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    return any(
        subprocess.call(step, env=environment, stdout=subprocess.DEVNULL) == 0
        for step in (command, ["sh", "-c", 'apt-get update && exec "$@"', "sh", *command])
    )


def _loads(library: str) -> bool:
    import ctypes  # noqa: PLC0415 - Linux alone

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
