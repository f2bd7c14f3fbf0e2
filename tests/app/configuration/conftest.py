"""Another office beside the one of all tests."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from app.office import Office
from db.session import open_engine
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def other(tmp_path: Path, empty_office: Path) -> Iterator[Office]:
    """Another office, as it is delivered."""
    file = tmp_path / "other.db"
    shutil.copy(empty_office, file)
    engine = open_engine(file, bytes(range(32)))
    yield Office(engine, who="Bodil Jensen", clock=lambda: NOW)
    engine.dispose()
