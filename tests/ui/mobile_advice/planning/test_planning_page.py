"""Planning on screen: a tour is looked at on a map, put in order, taken over, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.exchange.writing.queries import latest_exports
from app.mobile_advice.tours.queries.days import halts_of
from tests.factories.tour_orders import scrambled_tour
from tests.ui.widgets.hands import bring_forward
from ui.mobile_advice.map.map_beside import MapBeside
from ui.mobile_advice.planning.day_pack_dialog import DayPackDialog
from ui.mobile_advice.planning.planning_page import PlanningPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from app.mobile_advice.tours.rows import DayRow
    from app.office import Office
    from ui.desk import Desk

A_SEARCH = 30_000
"""Milliseconds within which a search in a process of its own answers on a slow machine."""
WIDTHS = ((1300, 640), (700, 900))


@pytest.fixture
def day(office: Office) -> DayRow:
    return scrambled_tour(office)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, day: DayRow) -> PlanningPage:
    page = PlanningPage(desk)
    page.resize(1300, 640)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    page.show_place(Place("planning", day.id))
    qtbot.waitUntil(lambda: len(page.map.marks) == 4)
    return page


def _order(office: Office, day: DayRow) -> list[str]:
    return [one.stop for one in office.ask(halts_of, day.id)]


def _said(page: PlanningPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_the_best_order_is_looked_at_taken_over_and_taken_back(
    qtbot: QtBot, page: PlanningPage, office: Office, day: DayRow
) -> None:
    toasts: list[tuple[str, Callable[[], object] | None]] = []
    page.said.connect(lambda words, undo: toasts.append((words, undo)))
    before = _order(office, day)
    qtbot.keyClick(
        page.form.inputs["begins"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    qtbot.waitUntil(lambda: page.found is not None, timeout=A_SEARCH)

    qtbot.waitUntil(lambda: "saves" in _said(page))
    assert _order(office, day) == before
    assert [mark.stop.number for mark in page.map.marks] == [1, 2, 3, 4]
    page.take_button.click()
    qtbot.waitUntil(lambda: bool(toasts))
    assert _order(office, day) != before
    undo = toasts[0][1]
    assert undo is not None
    undo()
    qtbot.waitUntil(lambda: len(toasts) == 2)
    assert _order(office, day) == before


def test_the_stops_of_the_map_are_reached_by_keyboard_and_have_names(
    qtbot: QtBot, page: PlanningPage
) -> None:
    first, second = page.map.marks[:2]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)

    assert second.hasFocus()
    assert first.accessibleName() == "Stop 1: Bilk, 09:00–10:00"
    assert page.map.accessibleName() == "Map with 4 stops"


@pytest.mark.parametrize("size", WIDTHS)
def test_no_mark_of_the_map_lies_outside_or_upon_another(
    page: PlanningPage, size: tuple[int, int]
) -> None:
    page.map.resize(*size)
    marks = [mark.geometry() for mark in page.map.marks]

    assert all(page.map.rect().contains(mark) for mark in marks)
    assert not any(a.intersects(b) for at, a in enumerate(marks) for b in marks[at + 1 :])


@pytest.mark.parametrize(("wide", "beside"), [(1300, True), (700, False)])
def test_the_map_stands_beside_the_order_where_there_is_room(
    qtbot: QtBot, page: PlanningPage, wide: int, *, beside: bool
) -> None:
    page.resize(wide, 640)

    qtbot.waitUntil(lambda: page.findChildren(MapBeside)[0].is_beside() is beside)
    assert page.width() == wide


def test_a_day_pack_is_printed_after_its_reason_is_in_the_log(
    qtbot: QtBot, page: PlanningPage, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.pack_button.click()
    (dialog,) = page.window().findChildren(DayPackDialog)
    qtbot.waitUntil(lambda: dialog.found is not None)
    printed: list[str] = []
    monkeypatch.setattr(dialog.exits, "print_letter", lambda _pdf, name: printed.append(name))
    dialog.print_button.click()

    qtbot.waitUntil(lambda: bool(printed))
    assert printed[0] == "Day pack Süden 2026-11-24.pdf"
    assert office.ask(latest_exports)[0].list_name == "mobile_advice"
    dialog.close()


def test_the_box_says_itself_what_it_lets_happen(page: PlanningPage) -> None:
    box = page.form.inputs["may_move"]

    assert box.text() == box.accessibleName() == "Move appointments, too"
    assert box.accessibleDescription() == "Those who are booked are told."
    page.form.inputs["may_move"].set_value(True)
    assert page.form.value().may_move_booked


def test_a_search_can_be_given_up_and_changes_nothing(
    page: PlanningPage, office: Office, day: DayRow
) -> None:
    before = _order(office, day)
    page.start()
    page.cancel()

    assert page.found is None
    assert page.search_button.isEnabled()
    assert _order(office, day) == before
