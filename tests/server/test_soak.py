"""Requirements of many desks at once: nothing goes wrong, and nobody takes too many connections.

`make soak` lets 50 desks work for ten minutes (`NAHBAR_SOAK_MINUTES`, `NAHBAR_SOAK_DESKS`) and
prints how long every act took.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from app.demo.actions import fill_demo
from app.demo.rules import DemoPlan
from app.office import Office
from db.admin import OfficeCard
from db.schema import migrate
from db.server import install
from tests.conftest import NOW
from tests.server.cluster import Cluster, debian_binaries
from tests.server.shared import run
from tests.server.soak import SAVES, work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL

    from app.office import Act

MOST_CONNECTIONS = 3


@pytest.fixture(scope="module")
def large_server() -> Iterator[Cluster]:
    """A server that takes the connections of 50 desks."""
    settings = {"max_connections": "200", "shared_buffers": "256MB"}
    cluster = Cluster(debian_binaries(), settings)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.remove()


def _office(cluster: Cluster, clients: int) -> URL:
    """Make a shared office with a demo's people; answer the way of its superuser."""
    name = f"soak_{clients}"
    run(cluster.url(), f"CREATE DATABASE {name}")
    owner = create_engine(cluster.url(name), poolclass=NullPool)
    migrate(owner)
    filling = Office(owner, who="Sofie Demo", clock=lambda: NOW)
    filling.act(_add_card)
    fill_demo(filling, DemoPlan(NOW.date(), clients=clients))
    with owner.begin() as connection:
        install(connection)
    with owner.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE")
    return cluster.url(name)


def test_five_desks_work_side_by_side(large_server: Cluster) -> None:
    office = _office(large_server, 40)

    times = work(office, desks=5, seconds=5, pause=0.05)

    assert times.errors == []
    assert times.taken.keys() >= SAVES
    assert 1 <= times.most_connections <= MOST_CONNECTIONS


@pytest.mark.soak
def test_fifty_desks_work_for_ten_minutes(
    large_server: Cluster, capsys: pytest.CaptureFixture[str]
) -> None:
    minutes = float(os.environ.get("NAHBAR_SOAK_MINUTES", "10"))
    desks = int(os.environ.get("NAHBAR_SOAK_DESKS", "50"))
    office = _office(large_server, 2_000)

    times = work(office, desks=desks, seconds=60 * minutes, pause=4)

    with capsys.disabled():
        sys.stdout.write(
            f"\n{desks} desks, {minutes:g} minutes, {times.conflicts} conflicts,"
            f" {times.taken_before} times were taken before\n"
        )
        sys.stdout.writelines(f"{line}\n" for line in times.lines())
        sys.stdout.write(f"p95 of a save: {times.saves():.1f} ms (goal: 150 ms)\n")
    assert times.errors == []
    assert times.most_connections <= MOST_CONNECTIONS


def _add_card(act: Act) -> None:
    act.session.add(OfficeCard(name="Besuchsdienst", country="DE", created_at=act.now))
