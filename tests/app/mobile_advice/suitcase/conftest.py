"""What tests of suitcases share: an office whose tour is packed, copied for each test."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from app.mobile_advice.suitcase.opening import open_suitcase
from db import wraps
from tests.conftest import NOW
from tests.factories.offices import an_office, opened
from tests.factories.suitcases import PASSPHRASE, TourPlan, a_tour, packed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from app.admin.local_office import LocalOffice
    from app.mobile_advice.suitcase.opening import SuitcaseOffice
    from app.office import Act


@dataclass(frozen=True, slots=True)
class Travel:
    """An open office, the file of its suitcase, and what was planned."""

    home: LocalOffice
    file: Path
    tour: TourPlan
    key: bytes

    def bus(self) -> SuitcaseOffice:
        """Open the suitcase; the test must close it."""
        return open_suitcase(self.file, PASSPHRASE, clock=lambda: NOW)

    def on_the_way(self, *acts: Callable[[Act], object]) -> None:
        """Do something in the suitcase, and close it."""
        bus = self.bus()
        try:
            for action in acts:
                bus.act(action)
        finally:
            bus.close()


@contextmanager
def quick_keys() -> Iterator[None]:
    """Stretch passphrases cheaply; files say how theirs was stretched, and open like this."""
    with patch.object(wraps, "MEMORY_KIB", 64), patch.object(wraps, "PASSES", 1):
        yield


@pytest.fixture(scope="module", autouse=True)
def _quick_keys() -> Iterator[None]:
    with quick_keys():
        yield


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, TourPlan, bytes]:
    """Make the office and pack its suitcase once: it takes a second."""
    folder = tmp_path_factory.mktemp("travel")
    with quick_keys():
        made = an_office(folder / "office")
        office = opened(made)
        tour = a_tour(office, "Adam", "Berg", "Cremer")
        packed(office, tour, folder / "bus")
        office.close()
    return folder, tour, made.key


@pytest.fixture
def travel(tmp_path: Path, pattern: tuple[Path, TourPlan, bytes]) -> Iterator[Travel]:
    """Answer an own copy of both."""
    folder, tour, key = pattern
    shutil.copytree(folder, tmp_path / "travel")
    place = tmp_path / "travel"
    from app.admin.rules import CreatedOffice  # noqa: PLC0415 - used here alone

    home = opened(CreatedOffice(place / "office", key, ""))
    yield Travel(home, place / "bus.nahbar-suitcase", tour, key)
    home.close()
