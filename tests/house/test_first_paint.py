"""The window is painted before anything slow is imported."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

from tests.house.sources import ROOT

if TYPE_CHECKING:
    from pathlib import Path

UNTIL_PAINTED = """
import json, os, sys
from app.settings import load
from ui.start import Milestones, run

def painted():
    print(json.dumps(sorted(sys.modules)), flush=True)
    os._exit(0)

milestones = Milestones()
milestones.painted.connect(painted)
run(load(), None, milestones)
"""

SLOW = (
    *("alembic", "babel", "cryptography", "forms", "keyring", "phonenumbers", "pikepdf"),
    *("PIL", "pypdfium2", "reportlab", "sqlalchemy", "sqlcipher3", "uharfbuzz"),
)
QUICK = {
    "PySide6",
    "platformdirs",
    "shiboken6",
    "shibokensupport",
    "signature_bootstrap",
    "tomli_w",
}
"""The only third-party packages that the first picture may need."""
HOUSE = {"app", "db", "forms", "resources", "ui"}


@lru_cache
def _loaded(home: Path) -> frozenset[str]:
    """Start the program in a process of its own; answer what it had imported when it painted."""
    environment = {**os.environ, "NAHBAR_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", UNTIL_PAINTED],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return frozenset(json.loads(done.stdout.splitlines()[-1]))


@pytest.fixture
def loaded(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Modules that are loaded when the window is painted for the first time."""
    return _loaded(tmp_path_factory.getbasetemp() / "first-paint")


@pytest.mark.parametrize("package", SLOW)
def test_nothing_slow_is_loaded_at_the_first_paint(package: str, loaded: frozenset[str]) -> None:
    assert not [name for name in loaded if name.split(".", maxsplit=1)[0] == package]


def test_use_cases_are_loaded_after_the_first_paint(loaded: frozenset[str]) -> None:
    early = [
        name
        for name in loaded
        if name.startswith("app.") and name.endswith((".actions", ".queries", ".office"))
    ]

    assert not early


def test_only_qt_and_little_else_is_loaded_at_the_first_paint(loaded: frozenset[str]) -> None:
    packages = {name.split(".", maxsplit=1)[0] for name in loaded}
    installed_beside = {
        name
        for name in packages - set(sys.stdlib_module_names) - HOUSE
        if not name.startswith(("_", "sitecustomize"))
    }

    assert installed_beside <= QUICK
