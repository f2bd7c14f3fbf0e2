"""A client's visits on the client's card."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

from tests.factories.clients import add_client
from tests.factories.visits import MONDAY, visit_planned
from ui.visiting.client_visits_tab import ClientVisitsTab
from ui.widgets.empty_state import EmptyState
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


def test_a_clients_visits_come_latest_first_and_enter_opens_one(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    erna = add_client(office)
    old = visit_planned(office, erna, MONDAY - timedelta(days=7))
    new = visit_planned(office, erna, start=time(8, 0))
    tab = ClientVisitsTab(desk, erna)
    qtbot.addWidget(tab)
    tab.refresh()
    qtbot.waitUntil(lambda: [row.id for row in tab.table.rows()] == [new, old])
    with qtbot.waitSignal(tab.place_wanted) as wanted:
        tab.table.row_activated.emit(tab.table.rows()[0])
    assert wanted.args == [Place("visiting", new)]


def test_a_client_without_visits_is_offered_the_first_one(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    erna = add_client(office)
    tab = ClientVisitsTab(desk, erna)
    qtbot.addWidget(tab)
    tab.refresh()
    qtbot.waitUntil(lambda: isinstance(tab._states.currentWidget(), EmptyState))
    empty = tab._states.currentWidget()
    assert isinstance(empty, EmptyState)
    with qtbot.waitSignal(tab.place_wanted) as wanted:
        empty.acted.emit()
    assert wanted.args == [Place("visiting", erna, "plan")]
