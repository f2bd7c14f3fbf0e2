"""The question before a calendar file is saved: nothing of it is cut off in large type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from ui import style
from ui.visiting.calendar.calendar_question import CalendarQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def _in_large_type(qapp: QApplication) -> Iterator[None]:
    style.apply(qapp, "light", 170)
    yield
    style.apply(qapp, "light")


@pytest.mark.usefixtures("_in_large_type")
def test_the_dialog_grows_when_the_reason_is_asked_as_well(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    asked = CalendarQuestion(host, "23–29 November 2026 · Karin Vogt")
    asked.show()
    asked.with_names.set_value(True)

    layout = asked.layout()
    assert layout is not None
    most = asked.screen().availableGeometry().height()
    qtbot.waitUntil(lambda: asked.height() >= min(layout.totalHeightForWidth(asked.width()), most))
    asked.close()
