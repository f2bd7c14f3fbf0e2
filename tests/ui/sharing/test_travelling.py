"""Tests of a suitcase in the window: what it says all the time, and what it leaves out."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from app.mobile_advice.suitcase.opening import SuitcaseFacts
from app.settings import Settings
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.pages import BELOW_MORE as EVERYTHING
from ui.pages import BELOW_PAGES, RAIL
from ui.sharing.left_out import BELOW_MORE, DEEDS, LEFT_OUT
from ui.sharing.travelling import Travelling
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

FACTS = SuitcaseFacts(
    uuid4(),
    uuid4(),
    "Südrunde",
    "2026-11-24",
    "Anna Beispiel",
    datetime.fromisoformat("2026-11-26T00:00:00+01:00"),
)


def test_the_window_says_whose_tour_it_is_until_when_and_leaves_pages_out(qtbot: QtBot) -> None:
    desk = Desk()
    window = MainWindow(desk, Settings())
    qtbot.addWidget(window)
    travelling = Travelling(window, FACTS)
    assert "Südrunde" in travelling.sentence()
    assert "25 Nov 2026" in travelling.sentence()
    window.leave_out(LEFT_OUT)
    shown = {entry.word for entry in window._entries}
    assert shown == {entry.word for entry in RAIL} - LEFT_OUT
    window.go_to(Place("letters"))
    assert window.here() is None
    window.leave_out(frozenset())
    assert len(window._entries) == len(RAIL)
    travelling.stop()
    desk.stop()


def test_what_is_left_out_is_a_place_of_the_program() -> None:
    assert BELOW_MORE <= EVERYTHING
    assert {entry.word for entry in RAIL} | BELOW_PAGES.keys() >= LEFT_OUT - BELOW_MORE - DEEDS
