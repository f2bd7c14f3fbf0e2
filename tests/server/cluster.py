"""A PostgreSQL cluster of our own in a temporary folder: made, started, restarted, stopped."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL

if TYPE_CHECKING:
    from collections.abc import Mapping

SERVER_USER = "postgres"
"""Whom the server runs as when the tests are run by root, which PostgreSQL refuses."""


class Cluster:
    """One server; `folder` is below /tmp itself, because its own user must get there."""

    def __init__(
        self,
        binaries: Path,
        settings: Mapping[str, str] | None = None,
        local: str = "trust",
        kept: Path | None = None,
    ) -> None:
        """Make a cluster with the programs in `binaries`; it is not started yet.

        `local` says how it lets in who comes through its socket; `kept` is where its data are to
        stay, or are from the last time: `remove` leaves them.
        """
        self.binaries = binaries
        self.folder = Path(tempfile.mkdtemp(prefix="nahbar-server-"))
        self.data = kept or self.folder / "data"
        self.socket_folder = self.folder
        self.port = _free_port()
        self.owner = pwd.getpwuid(os.getuid()).pw_name
        if os.getuid() == 0:
            self.owner = SERVER_USER
            shutil.chown(self.folder, SERVER_USER)
            self.folder.chmod(0o755)
        if not (self.data / "PG_VERSION").exists():
            self._make(local)
        self.set(
            {
                "listen_addresses": "127.0.0.1",
                "port": str(self.port),
                "unix_socket_directories": str(self.socket_folder),
                "fsync": "off",
                "shared_buffers": "32MB",
                "max_connections": "60",
                **(settings or {}),
            }
        )

    def _make(self, local: str) -> None:
        self.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.getuid() == 0:
            shutil.chown(self.data, self.owner)
        self._run(
            *("initdb", "-D", str(self.data), "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8"),
            *(f"--auth-local={local}", "--auth-host=scram-sha-256", "--no-sync"),
        )

    def set(self, settings: Mapping[str, str]) -> None:
        """Add settings, which hold from the next start or reload."""
        with (self.data / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.writelines(f"{name} = '{value}'\n" for name, value in settings.items())

    def allow(self, *lines: str) -> None:
        """Put lines before those of pg_hba.conf, which hold from the next start or reload."""
        file = self.data / "pg_hba.conf"
        file.write_text("".join(f"{line}\n" for line in lines) + file.read_text(encoding="utf-8"))

    def start(self) -> None:
        """Start the server and wait until it answers."""
        self._control("start", "-l", str(self.folder / "log"), "-w")

    def stop(self, mode: str = "fast") -> None:
        """Stop the server: "smart", "fast" or "immediate"."""
        self._control("stop", "-m", mode, "-w")

    def restart(self, mode: str = "fast") -> None:
        """Stop and start the server."""
        self.stop(mode)
        self.start()

    def reload(self) -> None:
        """Let the server read its settings, certificates and pg_hba.conf again."""
        self._control("reload")

    def remove(self) -> None:
        """Stop the server if it runs, and take its folder away."""
        if (self.data / "postmaster.pid").exists():
            self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database: str = "postgres", user: str = "postgres") -> URL:
        """Answer the way of a trusted user through the socket of this computer."""
        return URL.create(
            "postgresql+psycopg",
            username=user,
            database=database,
            query={"host": str(self.socket_folder), "port": str(self.port)},
        )

    def log(self) -> str:
        """Answer what the server has written about itself."""
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    def hand_over(self, file: Path) -> Path:
        """Copy a file so that the server's user alone can read it."""
        copy = self.folder / file.name
        shutil.copyfile(file, copy)
        copy.chmod(0o600)
        if os.getuid() == 0:
            shutil.chown(copy, self.owner)
        return copy

    def _control(self, *what: str) -> None:
        self._run("pg_ctl", "-D", str(self.data), *what)

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [self.binaries / program, *arguments],
            user=self.owner if os.getuid() == 0 else None,
            group=self.owner if os.getuid() == 0 else None,
            extra_groups=[] if os.getuid() == 0 else None,
            cwd=self.folder,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC"},
            # A server that was started keeps what it inherits open: never our pipe.
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        if done.returncode:
            log = self.folder / "log"
            said = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
            message = f"{program} {arguments[-1]} failed in {self.folder}: {said[-2000:]}"
            raise RuntimeError(message)


def debian_binaries() -> Path:
    """Answer where Debian keeps its oldest server that will do: 15, or what the system has.

    Fails loudly where there is none: these tests are never left out.
    """
    known = installed_binaries()
    if not known:
        message = f"no PostgreSQL below {_SERVERS}: apt-get install postgresql, or make ready-test"
        raise FileNotFoundError(message)
    return known[0]


def installed_binaries() -> list[Path]:
    """Answer where each server that will do is installed, as apt lays them out, oldest first."""
    found = {int(path.parts[-3]): path.parent for path in _SERVERS.glob("*/bin/initdb")}
    return [found[version] for version in sorted(found) if version >= _OLDEST]


_SERVERS = Path("/usr/lib/postgresql")
_OLDEST = 15


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port
