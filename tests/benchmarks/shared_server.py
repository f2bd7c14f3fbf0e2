"""The servers that are measured: an office of build/bench/, moved to PostgreSQL once and kept."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from app.access.rules import Role
from app.admin.offices import key_from_file
from app.demo.rota import OWN_NAMES
from app.demo.rules import Country
from app.moving.to_server import move_to_server
from app.server.rules.profile import Profile
from db.owner import owner_driver
from db.schema import migrate
from db.server import add_login, install
from db.shared import shared_engine
from tests.benchmarks.offices import BENCH, office_folder
from tests.server.cluster import Cluster, debian_binaries
from tests.server.shared import PASSWORD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Engine

    from app.moving.rules import Progress

COORDINATOR, VOLUNTEER = OWN_NAMES[Country.GERMANY], "Agnieszka Kamińska"
LOGINS = {
    "anja": (Role.ADMINISTRATOR, "Anja Demo"),
    "anna": (Role.COORDINATOR, COORDINATOR),
    "agnieszka": (Role.VOLUNTEER, VOLUNTEER),
}
"""Who works in the office: login, role, name. Agnieszka visits a dozen people."""
_RESTRICT = """
SET session_replication_role = replica;
UPDATE person SET is_restricted = true WHERE id IN (
    SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM person) p
    WHERE mod(n, 1000) = 500)"""
"""One of a thousand people is known to few; the demo knows of none."""
_SETTINGS = {
    "shared_buffers": "512MB",
    "work_mem": "16MB",
    "max_wal_size": "4GB",
    "max_connections": "200",
}
"""What the README tells whoever sets up a server with little memory."""


@contextmanager
def running_server(clients: int) -> Iterator[Cluster]:
    """Answer a server that runs, with an office of so many people; the data stay for next time.

    A newer schema only migrates it; policies are always those of the code.
    """
    kept = BENCH / f"server-{clients}"
    is_made = (kept / "made").exists()
    if not is_made:
        shutil.rmtree(kept, ignore_errors=True)
    cluster = Cluster(debian_binaries(), _SETTINGS, kept=kept)
    try:
        cluster.start()
        owner = owner_engine(cluster)
        migrate(owner)
        _guard(owner)
        if not is_made:
            _fill(cluster, clients)
            with owner.begin() as connection:
                connection.exec_driver_sql(_RESTRICT)
            _guard(owner)
            (kept / "made").touch()
        yield cluster
        cluster.stop()
    finally:
        cluster.remove()


def owner_engine(cluster: Cluster) -> Engine:
    """Answer an engine for whoever looks after the server, whom no policy holds."""
    return create_engine(cluster.url(), poolclass=NullPool)


def login_engine(cluster: Cluster, login: str) -> Engine:
    """Answer the program's own engine with the login of a colleague."""
    profile = Profile("Bench", str(cluster.socket_folder), "postgres", cluster.port, login=login)
    return shared_engine(profile, PASSWORD)


def _guard(owner: Engine) -> None:
    with owner.begin() as connection:
        install(connection)
        for login, (role, name) in LOGINS.items():
            add_login(connection, login, PASSWORD, role, name=name)
    with owner.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("VACUUM ANALYZE")


def _fill(cluster: Cluster, clients: int) -> None:
    """Move a copy of the local office: one that was moved cannot be opened any more."""
    copy = BENCH / f"moving-{clients}"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(office_folder(clients), copy)
    try:
        _move(cluster, copy)
    finally:
        shutil.rmtree(copy)


def _move(cluster: Cluster, folder: Path) -> None:
    where = f"host={cluster.socket_folder} port={cluster.port} user=postgres dbname=postgres"
    with owner_driver(where) as driver:
        key = key_from_file(folder / "demo.key")
        move_to_server(folder, key, driver, partial(_say, folder.name))
    print()


def _say(name: str, progress: Progress) -> None:
    print(f"\r{name}: {progress.step} {progress.done} of {progress.of_all}", end="", flush=True)
