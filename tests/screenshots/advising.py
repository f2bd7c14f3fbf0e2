"""Brings about the screens of advice: records, the tally, the phone line, figures and costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.mobile_advice.statistics.rules import Compared, Dimension
from ui.mobile_advice.advice.advice_page import AdvicePage
from ui.mobile_advice.advice.calls_page import CallsPage
from ui.mobile_advice.advice.records_page import RecordsPage
from ui.mobile_advice.advice.tally_page import TallyPage
from ui.mobile_advice.costs.items_page import ItemsPage
from ui.mobile_advice.statistics.safeguard_dialog import SafeguardDialog
from ui.mobile_advice.statistics.statistics_page import StatisticsPage
from ui.mobile_advice.statistics.tables_view import CROSS
from ui.widgets.page import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.screenshots.stage import Stage


def show_records(stage: Stage) -> QWidget:
    """Show the contacts of these days, and the newest of somebody who is named."""
    window = stage.go_to(Place("advice"))
    stage.settle()
    (page,) = window.findChildren(RecordsPage)
    rows = page.list.rows()
    page.on_clicked(next((row.id for row in rows if row.name), rows[0].id))
    return window


def record_advice(stage: Stage) -> QWidget:
    """Show the form of a new record."""
    return stage.go_to(Place("advice", None, "new"))


def count_contacts(stage: Stage) -> QWidget:
    """Show the tally after a busy hour."""
    window = stage.go_to(Place("advice", None, "tally"))
    stage.settle()
    (page,) = window.findChildren(TallyPage)
    for topic, age, place, times in ((1, 4, 3, 5), (3, 4, 5, 3), (2, 3, 0, 2), (8, 5, 3, 1)):
        for _time in range(times):
            page.topics.selectRow(topic)
            page.ages.selectRow(age)
            page.places.selectRow(place)
            page.count()
    page.topics.selectRow(2)
    page.topics.setFocus()
    return window


def show_calls(stage: Stage) -> QWidget:
    """Show who is to be called back, and the first one's card."""
    window = stage.go_to(Place("advice", None, "calls"))
    stage.settle()
    (page,) = window.findChildren(CallsPage)
    page.on_clicked(page.list.rows()[0].id)
    return window


def note_call_back(stage: Stage) -> QWidget:
    """Show the form of a call to be made."""
    window = stage.go_to(Place("advice", None, "new_call"))
    stage.settle()
    assert window.findChildren(AdvicePage)
    return window


def show_statistics(stage: Stage) -> QWidget:
    """Show the topics of a quarter, compared with the one before."""
    window = stage.go_to(Place("advice_statistics"))
    stage.settle()
    (page,) = window.findChildren(StatisticsPage)
    page.compared.set_value(Compared.BEFORE)
    page.tables.which.set_value(Dimension.TOPIC.value)
    stage.settle()
    page.tables.show_table()
    return window


def show_residence(stage: Stage) -> QWidget:
    """Show where people live against the stops to which they came."""
    window = stage.go_to(Place("advice_statistics"))
    stage.settle()
    (page,) = window.findChildren(StatisticsPage)
    page.tables.which.set_value(CROSS)
    page.tables.show_table()
    return window


def choose_small_numbers(stage: Stage) -> QWidget:
    """Show how the office treats small numbers."""
    window = show_statistics(stage)
    stage.settle()
    (page,) = window.findChildren(StatisticsPage)
    page.small_button.click()
    stage.settle()
    return page.findChildren(SafeguardDialog)[0]


def show_costs(stage: Stage) -> QWidget:
    """Show what the bus costs this year."""
    return stage.go_to(Place("advice_statistics", None, "costs"))


def show_assumptions(stage: Stage) -> QWidget:
    """Show what the costs are reckoned with, and one of it."""
    window = stage.go_to(Place("advice_statistics", None, "items"))
    stage.settle()
    (page,) = window.findChildren(ItemsPage)
    page.on_clicked(page.list.rows()[0].id)
    return window


def add_assumption(stage: Stage) -> QWidget:
    """Show the form of a new assumption."""
    return stage.go_to(Place("advice_statistics", None, "new_item"))
