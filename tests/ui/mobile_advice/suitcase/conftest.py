"""What tests of the screens of suitcases share: an office in a folder, and the tab in front."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.factories.offices import an_office, opened
from ui.desk import Desk
from ui.mobile_advice.suitcase.suitcase_page import SuitcasePage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.admin.local_office import LocalOffice
    from app.admin.rules import CreatedOffice


@pytest.fixture
def made(tmp_path: Path) -> CreatedOffice:
    """Where the office lies, and its key."""
    return an_office(tmp_path / "office")


@pytest.fixture
def home(made: CreatedOffice) -> Iterator[LocalOffice]:
    """An office in a folder, by the clock of this computer, as a suitcase is opened by it."""
    office = opened(made, clock=lambda: datetime.now(UTC))
    yield office
    office.close()


@pytest.fixture
def page(qtbot: QtBot, home: LocalOffice) -> Iterator[SuitcasePage]:
    """The tab, in front."""
    desk = Desk()
    desk.open(lambda: home)
    page = SuitcasePage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    qtbot.waitUntil(lambda: desk.is_open)
    yield page
    desk.stop()
