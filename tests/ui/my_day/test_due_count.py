"""How many visits are due, for the status bar."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from app.visiting.actions import record_visit
from app.visiting.rules import VisitRecord
from tests.factories.clients import add_client
from tests.factories.visits import visit_planned
from ui.my_day.due_count import DueCount

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


def test_what_is_due_is_counted_again_when_a_visit_is_recorded(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    visit = visit_planned(office, add_client(office), start=time(8, 0))
    due = DueCount(desk)
    with qtbot.waitSignal(due.counted) as counted:
        due.look()
    assert counted.args == [1]
    with qtbot.waitSignal(due.counted) as counted:
        desk.act(record_visit, visit, 1, VisitRecord(held=True, start=time(8), end=time(9)))
    assert counted.args == [0]


def test_a_locked_office_has_no_count(qtbot: QtBot, desk: Desk) -> None:
    desk.close_office()
    due = DueCount(desk)
    with qtbot.waitSignal(due.counted) as counted:
        due.look()
    assert counted.args == [None]
