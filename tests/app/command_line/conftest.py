"""A small demo office for the verbs, made once, and a copy of it for each test."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.demo.actions import build_demo
from app.demo.rules import DemoPlan

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="package")
def made_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo office of ten people as it is today; tests work on copies."""
    today = datetime.now(UTC).astimezone().date()
    return build_demo(tmp_path_factory.mktemp("made") / "demo", DemoPlan(today, clients=10)).folder


@pytest.fixture
def demo(made_demo: Path, tmp_path: Path) -> Path:
    """A demo office of its own."""
    return shutil.copytree(made_demo, tmp_path / "demo")


@pytest.fixture
def locked(demo: Path) -> Path:
    """The same office as one that does not lay its key beside it."""
    (demo / "demo.key").rename(demo.parent / "office.key")
    return demo
