"""Databases of each kind with notes for the questions of the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.office import Office
from tests.conftest import NOW
from tests.db.conftest import (  # fixtures
    postgres_office,
    postgres_server,
    swift_server,
    with_tables,
)

if TYPE_CHECKING:
    from sqlalchemy import Engine

__all__ = ["postgres_office", "postgres_server", "swift_server", "with_tables"]


@pytest.fixture(params=["sqlite", "postgresql"])
def any_engine(request: pytest.FixtureRequest) -> Engine:
    """An empty database of each kind with all tables."""
    engine: Engine
    if request.param == "sqlite":
        engine = request.getfixturevalue("engine")
    else:
        engine = request.getfixturevalue("postgres_office")
    return engine


@pytest.fixture
def any_office(any_engine: Engine) -> Office:
    """An empty office on each kind of database, of whoever is known there."""
    who = "Anna Beispiel"
    if any_engine.dialect.name == "postgresql":
        with any_engine.connect() as connection:
            who = str(connection.exec_driver_sql("SELECT session_user").scalar_one())
    return Office(any_engine, who=who, clock=lambda: NOW)
