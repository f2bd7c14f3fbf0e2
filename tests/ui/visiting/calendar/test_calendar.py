"""The calendar by keyboard and mouse: come to a visit, move it, plan a new one."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from app.exchange.views.queries import last_view
from app.visiting.calendar.rules import CalendarKind
from app.visiting.queries import visit_details
from tests.factories.clients import add_client
from tests.factories.visits import MONDAY, at, visit_planned
from ui.visiting.visit_form import VisitForm
from ui.visiting.visits_page import VisitsPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from app.visiting.rows import VisitRow
    from ui.desk import Desk
    from ui.visiting.calendar.painted import PaintedCalendar

DAY = timedelta(days=1)
MOVING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def erna(office: Office) -> UUID:
    return add_client(office)


def opened(qtbot: QtBot, desk: Desk, kind: CalendarKind = CalendarKind.WEEK) -> VisitsPage:
    """Open the page as the main window does, in a view."""
    page = VisitsPage(desk)
    qtbot.addWidget(page)
    desk.touched.connect(page.refresh)
    page.resize(1150, 700)
    page.show()
    page.refresh()
    qtbot.waitUntil(lambda: page.calendar.area.painted() is not None and _is_shown(page))
    if kind is not page.calendar.kind:
        page.calendar.switch.chips._group.button(list(CalendarKind).index(kind)).click()
        qtbot.waitUntil(lambda: page.calendar.kind is kind and _is_shown(page))
    return page


def _is_shown(page: VisitsPage) -> bool:
    return bool(view(page).sheet.lots)


def view(page: VisitsPage) -> PaintedCalendar:
    found = page.calendar.area.painted()
    assert found is not None
    return found


def planned(office: Office, visit: UUID) -> VisitRow:
    found = office.ask(visit_details, visit)
    assert found is not None
    return found.visit


def at_visit(qtbot: QtBot, page: VisitsPage, visit: UUID) -> PaintedCalendar:
    qtbot.waitUntil(lambda: view(page).choose(visit))
    return view(page)


def test_arrows_come_to_visits_and_free_time_and_say_where_they_are(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    visit = visit_planned(office, erna, start=time(9, 0))
    page = opened(qtbot, desk)
    calendar = at_visit(qtbot, page, visit)
    assert "Karin Vogt visits Erna Krüger" in calendar.accessibleDescription()
    qtbot.keyClick(calendar, Qt.Key.Key_Down)
    assert calendar.stop is not None
    assert calendar.stop.start == at("2026-11-23 10:00")
    assert "nothing is planned" in calendar.accessibleDescription()
    qtbot.keyClick(calendar, Qt.Key.Key_Right)
    assert calendar.stop.start == at("2026-11-24 10:00")
    qtbot.keyClick(calendar, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    current = calendar.current_visit()
    assert current is not None
    assert current.id == visit


def test_an_arrow_beyond_the_edge_turns_the_page(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    visit = visit_planned(office, erna)
    page = opened(qtbot, desk)
    calendar = at_visit(qtbot, page, visit)
    qtbot.keyClick(calendar, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: calendar.stop is not None and calendar.stop.start.day == 22)
    assert page.calendar.day == MONDAY - DAY


def test_a_visit_is_moved_by_keyboard_and_moved_back_by_undo(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    visit = visit_planned(office, erna)
    page = opened(qtbot, desk)
    calendar = at_visit(qtbot, page, visit)
    with qtbot.waitSignal(page.said) as said:
        qtbot.keyClick(calendar, Qt.Key.Key_Down, MOVING)
    assert said.args is not None
    assert said.args[0] == "The visit is moved to Mon 23 Nov 2026, 14:15–15:15."
    qtbot.waitUntil(lambda: _start(calendar) == "2026-11-23 14:15")
    with qtbot.waitSignal(page.said):
        qtbot.keyClick(calendar, Qt.Key.Key_Right, MOVING)
    assert planned(office, visit).start == at("2026-11-24 14:15")
    with qtbot.waitSignal(page.said):
        said.args[1]()
    assert planned(office, visit).start == at("2026-11-24 14:15"), "an undo of what changed since"


def _start(calendar: PaintedCalendar) -> str:
    visit = calendar.current_visit()
    return f"{visit.start:%Y-%m-%d %H:%M}" if visit is not None else ""


def test_undo_puts_a_moved_visit_back(qtbot: QtBot, desk: Desk, office: Office, erna: UUID) -> None:
    visit = visit_planned(office, erna)
    page = opened(qtbot, desk, CalendarKind.MONTH)
    calendar = at_visit(qtbot, page, visit)
    with qtbot.waitSignal(page.said) as said:
        qtbot.keyClick(calendar, Qt.Key.Key_Left, MOVING)
    assert planned(office, visit).start == at("2026-11-22 14:00")
    assert said.args is not None
    with qtbot.waitSignal(page.said):
        said.args[1]()
    assert planned(office, visit).start == at("2026-11-23 14:00")


def test_a_move_onto_another_visit_is_refused_in_words_and_changes_nothing(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    visit = visit_planned(office, erna, start=time(14, 0))
    visit_planned(office, erna, start=time(15, 0))
    page = opened(qtbot, desk)
    calendar = at_visit(qtbot, page, visit)
    with qtbot.waitSignal(page.said) as said:
        qtbot.keyClick(calendar, Qt.Key.Key_Down, MOVING)
    assert said.args is not None
    assert "Karin Vogt" in said.args[0]
    assert said.args[1] is None
    assert planned(office, visit).start == at("2026-11-23 14:00")


def _drag(calendar: PaintedCalendar, start: QPoint, end: QPoint, qtbot: QtBot) -> None:
    port = calendar.viewport()
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(port, left, pos=start)
    for step in (1, 2, 3):
        _carry(calendar, start + (end - start) * step / 3)
    qtbot.mouseRelease(port, left, pos=end)


def _carry(calendar: PaintedCalendar, pos: QPoint) -> None:
    """Move the mouse with its button down: QTest moves it without."""
    from PySide6.QtCore import QEvent, QPointF  # noqa: PLC0415 - only here
    from PySide6.QtGui import QMouseEvent  # noqa: PLC0415 - only here

    port = calendar.viewport()
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(pos),
        QPointF(port.mapToGlobal(pos)),
        left,
        left,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(port, event)


def test_a_visit_is_dragged_to_another_day_and_time(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    visit = visit_planned(office, erna)
    page = opened(qtbot, desk)
    calendar = at_visit(qtbot, page, visit)
    assert calendar.stop is not None
    start = calendar.rect_of(calendar.stop).center()
    end = start + QPoint(page.calendar.area.hours.measures.column, 0)
    with qtbot.waitSignal(page.said):
        _drag(calendar, start, end, qtbot)
    assert planned(office, visit).start == at("2026-11-24 14:00")


def test_side_by_side_a_visit_is_dragged_to_another_visitor(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    visit = visit_planned(office, erna)
    visit_planned(office, erna, MONDAY + DAY, visitor="Omid Rahimi")
    page = opened(qtbot, desk, CalendarKind.VISITORS)
    qtbot.waitUntil(lambda: len(view(page).sheet.columns) == 2)
    calendar = at_visit(qtbot, page, visit)
    assert [head.title for head in calendar.sheet.columns] == ["Karin Vogt", "Omid Rahimi"]
    assert calendar.stop is not None
    start = calendar.rect_of(calendar.stop).center()
    with qtbot.waitSignal(page.said):
        _drag(calendar, start, start + QPoint(calendar.viewport().width() // 2, 0), qtbot)
    assert planned(office, visit).visitor == "Omid Rahimi"


def test_enter_on_free_time_plans_a_visit_at_that_time(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    visit_planned(office, erna)
    page = opened(qtbot, desk)
    calendar = view(page)
    calendar.setFocus()
    calendar.go_to(at("2026-11-25 11:00"))
    qtbot.keyClick(calendar, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(page.panel.work, VisitForm))
    form = page.panel.work
    assert isinstance(form, VisitForm)
    assert form.fields.day.value() == date(2026, 11, 25)
    assert form.fields.times.start.value() == time(11, 0)
    assert form.fields.times.end.value() == time(12, 0)


def test_enter_opens_a_visit_and_escape_closes_it_again(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    visit = visit_planned(office, erna)
    page = opened(qtbot, desk)
    calendar = at_visit(qtbot, page, visit)
    assert not page.panel.isVisible()
    qtbot.keyClick(calendar, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.panel.card is not None and page.panel.isVisible())
    qtbot.keyClick(page.panel, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()


def test_a_full_day_of_a_month_says_how_many_more_and_enter_shows_them(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    for hour in range(8, 16):
        visit_planned(office, erna, start=time(hour, 0))
    page = opened(qtbot, desk, CalendarKind.MONTH)
    qtbot.waitUntil(lambda: len(page.calendar.visits) == 8)
    calendar = view(page)
    (more,) = [stop for stops in page.calendar.area.cells.stops for stop in stops if stop.hidden]
    shown = next(lot for lot in calendar.sheet.lots if lot.day == MONDAY).visits
    assert len(more.hidden) + len(page.calendar.area.cells.stops[more.lot]) - 1 == len(shown)
    calendar.open_stop(more)
    qtbot.waitUntil(lambda: page.calendar.kind is CalendarKind.DAY)
    assert page.calendar.day == MONDAY


def test_the_last_view_is_there_again(qtbot: QtBot, desk: Desk, office: Office) -> None:
    opened(qtbot, desk, CalendarKind.MONTH)
    qtbot.waitUntil(lambda: office.ask(last_view, "calendar").chosen("kind") == "month")
    page = VisitsPage(desk)
    qtbot.addWidget(page)
    page.refresh()
    qtbot.waitUntil(lambda: page.calendar.kind is CalendarKind.MONTH)


def test_the_menu_offers_what_can_be_done_with_a_visit_in_its_state(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    visit = visit_planned(office, erna)
    page = opened(qtbot, desk)
    calendar = at_visit(qtbot, page, visit)
    assert calendar.stop is not None
    calendar.menu_wanted.emit(calendar.stop, QPoint(0, 0))
    menu = page._menu.menu
    assert menu is not None
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[:3] == ["Show visit", "Record visit", "Change visit"]
    cancel = next(action for action in menu.actions() if action.text() == "Cancel visit")
    with qtbot.waitSignal(page.said):
        cancel.trigger()
    menu.close()
    assert planned(office, visit).status == "cancelled"


def test_a_place_leads_to_a_visit_in_the_view_that_is_in_use(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    visit = visit_planned(office, erna, MONDAY + 40 * DAY)
    page = opened(qtbot, desk, CalendarKind.MONTH)
    page.show_place(Place("visiting", visit))
    qtbot.waitUntil(lambda: view(page).current_visit() is not None)
    current = view(page).current_visit()
    assert current is not None
    assert current.id == visit


@pytest.mark.parametrize("kind", [CalendarKind.WEEK, CalendarKind.MONTH])
def test_a_screen_reader_finds_every_visit_as_an_entry(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID, kind: CalendarKind
) -> None:
    first = visit_planned(office, erna, start=time(9, 0))
    second = visit_planned(office, erna, MONDAY + DAY, start=time(14, 0))
    page = opened(qtbot, desk, kind)
    calendar = at_visit(qtbot, page, first)
    calendar.setFocus()
    spoken = QAccessible.queryAccessibleInterface(calendar)
    assert (spoken.role(), spoken.childCount()) == (QAccessible.Role.List, 2)
    entries = [spoken.child(at) for at in range(2)]
    for entry, day, hour in zip(entries, ("23", "24"), ("09:00", "14:00"), strict=True):
        name = entry.text(QAccessible.Text.Name)
        assert "Erna Krüger" in name
        assert day in name
        assert hour in name
        assert spoken.rect().contains(entry.rect().center())
        assert spoken.childAt(*entry.rect().center().toTuple()) is entry
    assert [entry.state().focused for entry in entries] == [1, 0]
    assert calendar.choose(second)
    assert [entry.state().focused for entry in entries] == [0, 1]
    qtbot.keyClick(calendar, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: spoken.childCount() == 0)
    assert not entries[0].isValid()
    assert spoken.child(0) is None
