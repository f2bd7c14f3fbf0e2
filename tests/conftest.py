"""What every test can ask for: a fixed clock, an empty encrypted office, a window system."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "Europe/Berlin"

from app.office import Office
from db.session import open_engine
from db.tables import metadata
from resources.text import use_language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Engine

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""The instant of all tests: Monday, 23 November 2026, 10:00 in Düsseldorf and Ballerup."""


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep settings and offices of the person at this machine out of the tests."""
    monkeypatch.setenv("NAHBAR_HOME", str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Begin and end every test in English."""
    use_language("en")
    yield
    use_language("en")


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """An empty encrypted database with all tables."""
    engine = open_engine(tmp_path / "office.db", bytes(range(32)), create=True)
    metadata.create_all(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def office(engine: Engine) -> Office:
    """An open, empty office of Anna Beispiel at `NOW`."""
    return Office(engine, who="Anna Beispiel", clock=lambda: NOW)
