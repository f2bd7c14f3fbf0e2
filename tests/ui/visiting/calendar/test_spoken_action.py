"""A screen reader presses the entries of a painted calendar, as Enter does."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface

from tests.factories.clients import add_client
from tests.factories.visits import MONDAY, visit_planned
from tests.ui.visiting.calendar.test_calendar import DAY, at_visit, opened

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

PRESS, FOCUS = (
    QAccessibleActionInterface.pressAction(),
    QAccessibleActionInterface.setFocusAction(),
)


def test_an_entry_is_opened_by_its_press_action(qtbot: QtBot, desk: Desk, office: Office) -> None:
    erna = add_client(office)
    first = visit_planned(office, erna, start=time(9, 0))
    second = visit_planned(office, erna, MONDAY + DAY, start=time(14, 0))
    page = opened(qtbot, desk)
    calendar = at_visit(qtbot, page, first)
    spoken = QAccessible.queryAccessibleInterface(calendar)
    deeds = [spoken.child(at).actionInterface() for at in range(2)]
    assert deeds[1].actionNames() == [PRESS, FOCUS]
    assert deeds[1].localizedActionName(PRESS) == "Show visit"
    assert spoken.child(1).valueInterface() is None

    deeds[1].doAction(FOCUS)
    assert [spoken.child(at).state().focused for at in range(2)] == [0, 1]
    deeds[1].doAction(PRESS)
    qtbot.waitUntil(lambda: page.panel.card is not None)
    assert page.panel.card is not None
    assert page.panel.card.details.visit.id == second

    calendar.setFocus()
    qtbot.keyClick(calendar, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: spoken.childCount() == 0)
    assert deeds[1].actionNames() == []
