"""Demo offices of the day of all tests: one of each country for all workers; tests get copies."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import uuid4

from app.demo.actions import build_demo
from app.demo.rules import Country, DemoPlan
from tests.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def copied_demo(
    factory: pytest.TempPathFactory, folder: Path, country: Country = Country.GERMANY
) -> Path:
    """Put a demo office of sixty people into a folder that does not exist yet; answer it."""
    run = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        run = run.parent
    kept = run / f"demo-{country.value}"
    if not kept.exists():
        fresh = kept.with_name(f"{kept.name}-{uuid4().hex}")
        build_demo(fresh, DemoPlan(NOW.date(), clients=60, country=country))
        # Where another worker was quicker, its office stays and this one is not looked at again.
        with suppress(OSError):
            fresh.rename(kept)
    return shutil.copytree(kept, folder)
