"""The tally on screen: counted with the keyboard alone, taken back, undone, never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.mobile_advice.advice.queries import tally_sheet
from app.mobile_advice.advice.tallying import uncount_advice
from tests.factories.booking import TODAY, halt
from tests.ui.widgets.hands import bring_forward
from ui.mobile_advice.advice.tally_page import TallyPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk
    from ui.mobile_advice.advice.tally_table import TallyTable


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, office: Office) -> TallyPage:
    halt(office, TODAY)
    page = TallyPage(desk)
    page.resize(1200, 700)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    page.show_place(Place("advice", None, "tally"))
    qtbot.waitUntil(lambda: page.topics.value() == "")
    return page


def press(qtbot: QtBot, table: TallyTable, *keys: Qt.Key) -> None:
    """Press keys one after the other in a column."""
    for key in keys:
        qtbot.keyClick(table, key)


def counts(table: TallyTable) -> dict[str, int]:
    """Answer the rows of a column in which there is anything."""
    return {row.words: row.many for row in table.rows() if row.many}


def test_a_morning_is_counted_with_the_keyboard_and_stands_at_once(
    qtbot: QtBot, page: TallyPage, office: Office
) -> None:
    press(qtbot, page.topics, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert page.ages.hasFocus()
    press(qtbot, page.ages, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Plus)
    assert (counts(page.topics), counts(page.ages)) == ({"Housing": 1}, {"60–69": 1})
    # The next one is somebody else: only what it is about stays chosen.
    press(qtbot, page.ages, Qt.Key.Key_Plus, Qt.Key.Key_Left)
    assert counts(page.ages) == {"60–69": 1, "Not said": 1}
    assert page.topics.hasFocus()
    assert "2" in page.total.text()
    qtbot.waitUntil(lambda: len(office.ask(tally_sheet, TODAY).strokes) == 2)
    assert {one.stop_id for one in office.ask(tally_sheet, TODAY).strokes} == {page.stop.value()}


def test_the_last_of_a_row_is_taken_back_and_everything_can_be_undone(
    qtbot: QtBot, page: TallyPage, office: Office
) -> None:
    press(qtbot, page.topics, Qt.Key.Key_Down, Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    press(qtbot, page.topics, Qt.Key.Key_Down, Qt.Key.Key_Plus, Qt.Key.Key_Minus)
    assert counts(page.topics) == {"Pension and basic income": 2}
    page.undo()
    assert counts(page.topics) == {"Pension and basic income": 2, "Housing": 1}
    for _time in range(3):
        page.undo()
    assert counts(page.topics) == {}
    qtbot.waitUntil(lambda: office.ask(tally_sheet, TODAY).strokes == ())
    said: list[str] = []
    page.said.connect(lambda words, _undo: said.append(words))
    press(qtbot, page.topics, Qt.Key.Key_Minus)
    assert said == ["Nothing is counted in this row."]


def test_what_another_window_took_back_is_seen_once_nothing_is_on_its_way(
    qtbot: QtBot, page: TallyPage, office: Office
) -> None:
    press(qtbot, page.topics, Qt.Key.Key_Down, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: len(office.ask(tally_sheet, TODAY).strokes) == 1)
    (stroke,) = office.ask(tally_sheet, TODAY).strokes
    office.act(uncount_advice, stroke.id)
    qtbot.waitUntil(lambda: not page.is_waiting())
    page.refresh()
    qtbot.waitUntil(lambda: counts(page.topics) == {})
