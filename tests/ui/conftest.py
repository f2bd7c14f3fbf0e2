"""What every test of a screen can ask for: a desk with an open, empty office behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from app.office import Office


@pytest.fixture
def desk(qtbot: QtBot, office: Office) -> Iterator[Desk]:
    """A desk at which `office` is open."""
    desk = Desk()
    desk.open(lambda: office)
    # Not waitSignal: a signal from another thread may still reach its slot after it is gone.
    qtbot.waitUntil(lambda: desk.is_open)
    yield desk
    desk.stop()
