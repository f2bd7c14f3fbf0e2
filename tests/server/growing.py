"""What grows around a server: one that follows it, and a pooler before it."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.server.cluster import Cluster

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_POOLER = """\
[databases]
{database} = host={folder} port={server}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = {users}
pool_mode = session
default_pool_size = 3
logfile = {log}
"""


@contextmanager
def following(server: Cluster) -> Iterator[Cluster]:
    """Let a second server follow one by streaming, as `pg_basebackup` sets it up."""
    data = server.folder / "follower"
    server._run(
        *("pg_basebackup", "-D", str(data), "-h", str(server.socket_folder), "-U", "postgres"),
        *("-p", str(server.port), "-R", "-X", "stream", "--checkpoint=fast", "--no-sync"),
    )
    follower = Cluster(server.binaries, kept=data)
    try:
        follower.start()
        yield follower
    finally:
        follower.remove()
        shutil.rmtree(data, ignore_errors=True)


@contextmanager
def pooler(server: Cluster, database: str, verifiers: Mapping[str, str]) -> Iterator[int]:
    """Run pgbouncer in session mode before a database; answers its port.

    `verifiers` holds what the server keeps of the password of each login.
    """
    folder, port = server.folder / "pooler", _free_port()
    folder.mkdir()
    users, log, settings = (folder / name for name in ("users.txt", "log", "pgbouncer.ini"))
    users.write_text("".join(f'"{name}" "{kept}"\n' for name, kept in verifiers.items()))
    settings.write_text(
        _POOLER.format(
            database=database,
            folder=server.socket_folder,
            server=server.port,
            port=port,
            users=users,
            log=log,
        )
    )
    for path in (folder, users, settings):
        shutil.chown(path, server.owner) if os.getuid() == 0 else None
    owner = pwd.getpwnam(server.owner)
    program = shutil.which("pgbouncer", path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        message = "no pgbouncer: apt-get install pgbouncer, or make ready-test"
        raise FileNotFoundError(message)
    running = subprocess.Popen(
        [program, "-q", settings],
        user=owner.pw_uid if os.getuid() == 0 else None,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, running, log)
        yield port
    finally:
        running.terminate()
        running.wait(10)
        shutil.rmtree(folder)


def _wait_for(port: int, running: subprocess.Popen[bytes], log: os.PathLike[str]) -> None:
    until = time.monotonic() + 10
    while running.poll() is None and time.monotonic() < until:
        with socket.socket() as caller:
            if caller.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    message = f"pgbouncer does not answer, see {log}"
    raise RuntimeError(message)


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port
