"""What tests of the office's own screens can ask for: a window with a house, and no office yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.settings import Settings, data_folder
from tests.factories.offices import an_office
from ui.desk import Desk
from ui.furnishing import furnished_house
from ui.main_window import MainWindow
from ui.single_instance import SingleInstance

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.admin.rules import CreatedOffice
    from ui.house import House


@pytest.fixture
def made(tmp_path: Path) -> CreatedOffice:
    """A closed office with a passphrase."""
    return an_office(tmp_path / "office")


@pytest.fixture
def house(qapp: QApplication, qtbot: QtBot) -> Iterator[House]:
    """The house of a visible window; nothing is open."""
    desk = Desk()
    settings = Settings(language="en", theme="light", who="Anna Beispiel")
    window = MainWindow(desk, settings)
    instance = SingleInstance(data_folder() / "run")
    house = furnished_house(qapp, window, desk, settings, instance)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    yield house
    house.idle_lock.idle.stop()
    desk.stop()
    window.close()
    instance.release()
    window.deleteLater()
    # A window that stays makes every later change of the look slower.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
