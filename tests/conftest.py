"""What every test can ask for: a fixed clock, an empty encrypted office, a window system."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import time
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot
from sqlalchemy import event
from sqlalchemy.pool import Pool

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "Europe/Berlin"
if hasattr(time, "tzset"):
    time.tzset()

from app.office import Office
from app.quick_import import quick_import
from db.session import open_engine
from db.tables import metadata
from resources.text import use_language
from tests.statements import engine_with_common_statements
from ui.tidying import collect_due

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

# Machines are shared: a window that is waited for comes later than usual, and is no fault then.
QtBot.waitUntil.__kwdefaults__ = {"timeout": 20_000}

# For the same reason no example has to be quick. What else a machine of CI wants stays.
settings.register_profile(
    "unhurried", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("unhurried")

# What stands for a whole module is made before `_garbage_on_this_thread` begins.
gc.disable()

_lent: set[int] = set()
"""Connections that are taken from their pool and not given back."""


def _is_lent(_raw: object, record: object, _proxy: object) -> None:
    _lent.add(id(record))


def _is_back(_raw: object, record: object) -> None:
    _lent.discard(id(record))


event.listen(Pool, "checkout", _is_lent)
event.listen(Pool, "checkin", _is_back)

_homes = count()
_KEY = bytes(range(32))
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""The instant of all tests: Monday, 23 November 2026, 10:00 in Düsseldorf and Ballerup."""


_LONGEST = (
    "stories", "server", "house", "faults", "app/command_line", "app/demo", "app/journal/queries",
    "app/letters/templates", "app/privacy",
)  # fmt: skip
"""Folders of tests that take longest: begun first, they never keep one worker busy at the end."""


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Import thousands of modules as quickly as the program does, which Qt would slow down."""
    with quick_import():
        return (yield)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Bring the longest files to the front; the rest keeps its order of chance."""
    longest = tuple(Path(__file__).parent / name for name in _LONGEST)
    items.sort(key=lambda item: not any(map(item.path.is_relative_to, longest)))


@pytest.fixture(autouse=True)
def _own_home(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Keep settings and offices of the person at this machine out of the tests.

    Most tests keep nothing: no folder is made for them.
    """
    if "tmp_path" in request.fixturenames:
        home = request.getfixturevalue("tmp_path") / "home"
    else:
        home = tmp_path_factory.getbasetemp() / f"home-{next(_homes)}"
    monkeypatch.setenv("NAHBAR_HOME", str(home))


@pytest.fixture(autouse=True)
def _garbage_on_this_thread() -> Iterator[None]:
    """Collect garbage here alone: a widget must not die on the thread of an office."""
    gc.disable()
    yield
    gc.disable()
    collect_due()


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Begin and end every test in English."""
    use_language("en")
    yield
    use_language("en")


@pytest.fixture(autouse=True)
def _silence(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that leaves a warning in the log; one that expects it clears `caplog`."""
    yield
    records = caplog.get_records("setup") + caplog.get_records("call")
    stray = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    assert not stray, f"stray log lines: {stray}"


@pytest.fixture(autouse=True)
def _no_open_transaction() -> Iterator[None]:
    """Fail a test that leaves a connection, and with it a transaction, open."""
    _lent.clear()
    yield
    assert not _lent, "a connection was not given back"


@pytest.fixture(scope="session", autouse=True)
def _common_statements() -> Iterator[None]:
    """Let no test compile again what an earlier one compiled."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("db.session.create_engine", engine_with_common_statements)
        yield


@pytest.fixture(scope="session")
def empty_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty encrypted database with all tables that tests copy: making them takes longer."""
    file = tmp_path_factory.mktemp("office") / "office.db"
    engine = open_engine(file, _KEY, create=True)
    metadata.create_all(engine)
    engine.dispose()
    return file


@pytest.fixture
def engine(tmp_path: Path, empty_office: Path) -> Iterator[Engine]:
    """An empty encrypted database with all tables."""
    file = tmp_path / "office.db"
    shutil.copy(empty_office, file)
    engine = open_engine(file, _KEY)
    yield engine
    engine.dispose()


@pytest.fixture
def office(engine: Engine) -> Office:
    """An open, empty office of Anna Beispiel at `NOW`."""
    return Office(engine, who="Anna Beispiel", clock=lambda: NOW)
