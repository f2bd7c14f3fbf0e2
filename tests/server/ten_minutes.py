"""Follows the section "A shared office in ten minutes" of README to the letter.

What a test must not do to its machine is done to a cluster of its own: `sudo`, `apt-get`,
`hostname` and `systemctl` are stand-ins, everything else is what README says.
"""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING

from tests.house.sources import ROOT
from tests.server.cluster import SERVER_USER, Cluster

if TYPE_CHECKING:
    from pathlib import Path

SECTION = "A shared office in ten minutes"
_IS_ROOT = os.getuid() == 0
_AS_SERVER = f"setpriv --reuid={SERVER_USER} --regid={SERVER_USER} --clear-groups"
_SUDO = (
    f"""\
if [ "$1" = -u ]; then shift 2; exec {_AS_SERVER} "$@"; fi
exec "$@"
"""
    if _IS_ROOT
    else """\
if [ "$1" = -u ]; then export PGUSER="$2"; shift 2; exec "$@"; fi
if [ "$1" = install ]; then shift 5; exec install "$@"; fi
exec "$@"
"""
)


def commands() -> str:
    """Answer what the section says is to be typed."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    section = text.split(f"## {SECTION}\n")[1].split("\n## ")[0]
    return "".join(re.findall(r"```sh\n(.*?)```", section, re.DOTALL))


def follow(binaries: Path, folder: Path) -> tuple[Cluster, str]:
    """Type all commands in `folder`; answers the server, which runs, and all that was said."""
    cluster = Cluster(binaries, {"listen_addresses": ""}, local="peer" if _IS_ROOT else "trust")
    cluster.start()
    (folder / ".venv").symlink_to(ROOT / ".venv")
    _stand_ins(folder / "stand-ins", cluster)
    paths = (folder / "stand-ins", binaries, *os.environ["PATH"].split(os.pathsep))
    done = subprocess.run(
        ["bash", "-eux", "-c", commands()],
        cwd=folder,
        env={
            "PATH": os.pathsep.join(map(str, paths)),
            "HOME": str(folder),
            "NAHBAR_HOME": str(folder / "home"),
            "LC_ALL": "C.UTF-8",
            "PGHOST": str(cluster.socket_folder),
            "PGPORT": str(cluster.port),
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if done.returncode:
        cluster.remove()
        message = f"README does not work:\n{done.stdout}\n{done.stderr}"
        raise AssertionError(message)
    return cluster, done.stdout


def _stand_ins(folder: Path, cluster: Cluster) -> None:
    folder.mkdir()
    control = f"{cluster.binaries}/pg_ctl -D {cluster.data} -l {cluster.folder}/log -m fast -w"
    start = f"{_AS_SERVER} " if _IS_ROOT else ""
    for name, script in {
        "sudo": _SUDO,
        "apt-get": "exit 0\n",
        "hostname": "echo localhost\n",
        "systemctl": f"exec {start}{control} restart >/dev/null 2>&1 </dev/null\n",
    }.items():
        file = folder / name
        file.write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
        file.chmod(0o755)
