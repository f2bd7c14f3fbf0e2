"""Gives the tests of the features a guarded server instead of a file, as one of its logins."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from app.access.rules import Role
from tests.server.same.many_logins import ANNA, Logins, SharedDesk
from tests.server.shared import FIXED_CLOCK, make_pattern, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL, Engine

    from tests.server.cluster import Cluster

_numbers = count(1)


@pytest.fixture(scope="session")
def prepared(debian_server: Cluster) -> tuple[URL, str]:
    """A guarded database with Anna on the list, to be copied for each test."""
    server = debian_server.url()
    name = make_pattern(server)
    engine = create_engine(server.set(database=name), poolclass=NullPool)
    with engine.begin() as connection:
        connection.exec_driver_sql(FIXED_CLOCK)
    logins = Logins(server.set(database=name))
    logins.add(ANNA, Role.ADMINISTRATOR)
    logins.close()
    return server, name


@pytest.fixture
def logins(prepared: tuple[URL, str]) -> Iterator[Logins]:
    """A database of one test."""
    server, name = prepared
    database = f"same_{next(_numbers)}"
    run(server, f"CREATE DATABASE {database} TEMPLATE {name} STRATEGY FILE_COPY")
    run(server, f"GRANT CONNECT ON DATABASE {database} TO PUBLIC")
    logins = Logins(server.set(database=database))
    yield logins
    logins.close()
    run(server, f"DROP DATABASE {database} WITH (FORCE)")


@pytest.fixture
def engine(logins: Logins) -> Engine:
    """What the tests of the features take for a file: the login of Anna."""
    return logins.engine(ANNA)


@pytest.fixture
def office(logins: Logins) -> SharedDesk:
    """The office at `NOW`, as Anna has it open."""
    return SharedDesk(logins, ANNA)
