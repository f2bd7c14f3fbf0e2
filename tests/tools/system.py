"""What the program and its tests need from the operating system, and the packages that hold it.

Only the standard library: this runs before anything is installed.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

_WINDOW = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""Shared libraries that Qt's own libraries and its offscreen platform are linked with."""

_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""Shared libraries that Qt's X11 platform is linked with."""

_TOOLS = {
    "Xvfb": "xvfb",
    "dbus-run-session": "dbus",
    "gnome-keyring-daemon": "gnome-keyring",
    "openbox": "openbox",
    "pdfinfo": "poppler-utils",
    "pgbouncer": "pgbouncer",
    "strace": "strace",
    "xdotool": "xdotool",
}
"""Commands that the stories and the fault tests drive."""

_SERVERS = Path("/usr/lib/postgresql")
"""Where Debian keeps the servers that the tests of the shared office start and stop."""


def missing_packages(*, tests: bool) -> list[str]:
    """Answer the Debian names of what is not there; only Linux lacks anything."""
    if sys.platform != "linux":
        return []
    missing = _python_packages()
    libraries = dict(_WINDOW)
    if tests or not os.environ.get("WAYLAND_DISPLAY"):
        libraries.update(_X11)
    missing += [package for name, package in libraries.items() if not _loads(name)]
    if tests:
        missing += [package for command, package in _TOOLS.items() if not shutil.which(command)]
        missing += [] if list(_SERVERS.glob("*/bin/initdb")) else ["postgresql"]
    return missing


def install(packages: list[str]) -> None:
    """Install packages when root on Debian or its kin; else exit with the line that does it."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    line = "sudo " + " ".join(command[:2] + packages)
    if not shutil.which("apt-get"):
        sys.exit(f"Missing system packages (Debian's names): {' '.join(packages)}")
    if os.geteuid() != 0:
        sys.exit(f"Missing system packages. Install them with: {line}")
    print(f"Installing missing system packages: {' '.join(packages)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if _quietly(command, environment) != 0:
        _quietly(["apt-get", "update"], environment)
        if subprocess.call(command, env=environment) != 0:
            sys.exit(f"The packages could not be installed. Try: {line}")


def _quietly(command: list[str], environment: dict[str, str]) -> int:
    return subprocess.run(
        command, env=environment, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ).returncode


def _python_packages() -> list[str]:
    """Answer Debian's package with venv and pip, which its Python leaves out."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return []
    return [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
