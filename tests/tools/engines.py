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
_LIBRARIES = {
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
"""What WeasyPrint draws with; without the second it cuts fonts in a slower way."""


def install_engines() -> None:
    """Install what is missing when root on Debian or its kin; else say what is not measured."""
    if sys.platform != "linux":
        return
    missing = [package for command, package in _COMMANDS.items() if not shutil.which(command)]
    missing += [package for library, package in _LIBRARIES.items() if not _loads(library)]
    lacking = _not_installed(missing) if _may_install() else missing
    if lacking:
        print(f"Not measured as it should be without: {' '.join(lacking)}", flush=True)


def _may_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _not_installed(packages: list[str]) -> list[str]:
    """Install packages; answer those that could not be: each on its own, not every Debian has all.

    The lists of packages are fetched once, where any is not found as they are.
    """
    if packages:
        print(f"Installing other programs to measure: {' '.join(packages)}", flush=True)
    left = [package for package in packages if not _installed(package)]
    if not left or not _apt("update"):
        return left
    return [package for package in left if not _installed(package)]


def _installed(package: str) -> bool:
    return _apt("install", "-y", "--no-install-recommends", package)


def _apt(*words: str) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", *words]
    quiet = subprocess.DEVNULL
    return subprocess.call(command, env=environment, stdout=quiet, stderr=quiet) == 0


def _loads(library: str) -> bool:
    import ctypes  # noqa: PLC0415 - Linux alone

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
