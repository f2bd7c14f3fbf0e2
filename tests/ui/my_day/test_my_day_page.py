"""My day: today, what waits, what is ahead, and what was begun."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from app.drafts.actions import save_draft
from app.drafts.rules import Drafted
from tests.factories.clients import add_client
from tests.factories.visits import MONDAY, visit_planned
from ui.my_day.day_line import DayLine
from ui.my_day.my_day_page import MyDayPage
from ui.visiting.words import first_name
from ui.widgets.chips import FilterBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.page import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

DAY = timedelta(days=1)


def opened(qtbot: QtBot, desk: Desk) -> MyDayPage:
    page = MyDayPage(desk)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: page._is_filled)
    return page


def lines(card: QWidget) -> list[DayLine]:
    found = card.findChildren(DayLine)
    return sorted((line for line in found if not line.isHidden()), key=lambda line: line.y())


def keys(card: QWidget) -> list[str]:
    return [line.row.key for line in lines(card)]


def test_today_stands_in_order_of_time_and_each_visit_can_be_recorded(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    erna = add_client(office)
    afternoon = visit_planned(office, erna, start=time(15, 0))
    morning = visit_planned(office, erna, start=time(8, 0))
    page = opened(qtbot, desk)
    qtbot.waitUntil(lambda: keys(page.board.today) == [f"visit:{morning}", f"visit:{afternoon}"])
    with qtbot.waitSignal(page.place_wanted) as wanted:
        lines(page.board.today)[0].button.click()
    assert wanted.args == [Place("visiting", morning, "record")]


def test_what_nobody_recorded_waits_and_the_rest_is_one_click_away(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    erna = add_client(office)
    for days in range(1, 8):
        visit_planned(office, erna, MONDAY - days * DAY)
    page = opened(qtbot, desk)
    qtbot.waitUntil(lambda: len(lines(page.board.waiting)) == 4)
    page.board.waiting._on_more_clicked()
    qtbot.waitUntil(lambda: len(lines(page.board.waiting)) == 7)


def test_a_draft_can_be_gone_on_with(qtbot: QtBot, desk: Desk, office: Office) -> None:
    erna = add_client(office)
    visit = visit_planned(office, erna)
    office.act(save_draft, Drafted("visit_record", str(visit), {"note": "Half"}, "Erna Krüger"))
    page = opened(qtbot, desk)
    qtbot.waitUntil(lambda: not page.board.drafts.isHidden())
    (button,) = (line.button for line in lines(page.board.drafts))
    with qtbot.waitSignal(page.place_wanted) as wanted:
        button.click()
    assert wanted.args == [Place("visiting", visit, "record")]


def test_nothing_waiting_and_nothing_begun_shows_no_empty_cards(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    add_client(office)
    page = opened(qtbot, desk)
    assert page.board.waiting.isHidden()
    assert page.board.drafts.isHidden()
    (empty,) = page.board.today.findChildren(EmptyState)
    assert empty.isVisible()


def test_a_new_office_is_welcomed_and_led_to_its_first_client(qtbot: QtBot, desk: Desk) -> None:
    page = opened(qtbot, desk)
    empty = page._states.currentWidget()
    assert isinstance(empty, EmptyState)
    with qtbot.waitSignal(page.place_wanted) as wanted:
        empty.acted.emit()
    assert wanted.args == [Place("clients", None, "new")]


def test_visits_are_painted_before_the_rest_of_the_day_is_asked(
    qtbot: QtBot, desk: Desk, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = visit_planned(office, add_client(office))
    shown: list[list[str]] = []

    def heard(page: MyDayPage) -> None:
        shown.append(keys(page.board.today))
        asked(page)

    asked = MyDayPage._ask_for_all
    monkeypatch.setattr(MyDayPage, "_ask_for_all", heard)
    page = opened(qtbot, desk)
    page.refresh()
    assert shown == [[f"visit:{visit}"]] * 2


@pytest.mark.parametrize(
    ("who", "greeted"),
    [
        ("Anna Beispiel", "Anna"),
        ("Anna", "Anna"),
        ("Dr. Anna Beispiel", "Dr. Anna Beispiel"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_people_are_greeted_by_their_first_name(who: str, greeted: str) -> None:
    assert first_name(who) == greeted


def test_the_page_greets_by_name_and_says_the_day(qtbot: QtBot, desk: Desk) -> None:
    page = opened(qtbot, desk)
    assert page._header.title.text() == "Good morning, Anna"
    assert page._header.subtitle.text() == "Monday 23 November 2026 · Week 48"


def test_the_cards_stand_below_each_other_on_a_narrow_page(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    add_client(office)
    page = opened(qtbot, desk)
    page.resize(700, 700)
    assert page.board.columns.direction() == page.board.columns.Direction.TopToBottom
    page.resize(1200, 700)
    assert page.board.columns.direction() == page.board.columns.Direction.LeftToRight


def test_ones_own_visits_come_first_and_everybodys_are_one_click_away(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    mine = visit_planned(office, add_client(office), start=time(15, 0), visitor="Anna Beispiel")
    visit_planned(office, add_client(office, family_name="Łukasz"), start=time(8, 0))
    page = opened(qtbot, desk)
    qtbot.waitUntil(lambda: keys(page.board.today) == [f"visit:{mine}"])
    _mine, everybody = page.board.today.findChildren(FilterBar)[0].findChildren(QPushButton)
    everybody.click()
    qtbot.waitUntil(lambda: len(lines(page.board.today)) == 2)
    page.refresh()
    qtbot.waitUntil(lambda: len(lines(page.board.today)) == 2)
