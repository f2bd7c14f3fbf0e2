"""The parts of the calendar by themselves: two grids, a choice, a menu, a mover."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from app.visiting.calendar.actions import Slot
from app.visiting.calendar.rules import CalendarKind
from app.visiting.rows import VisitRow
from app.visiting.rules import Place, VisitStatus
from ui.palette import Role
from ui.style import colour
from ui.visiting.calendar.cell_grid import CellGrid
from ui.visiting.calendar.heads import paint_number
from ui.visiting.calendar.ink import Ink
from ui.visiting.calendar.mover import VisitMover
from ui.visiting.calendar.one_of import OneOf
from ui.visiting.calendar.places import Head, NewVisit, Stop
from ui.visiting.calendar.sheets import SheetMaker
from ui.visiting.calendar.stop_menu import StopMenu
from ui.visiting.calendar.time_grid import TimeGrid

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.desk import Desk

NOW = datetime(2026, 11, 23, 10, 0)  # noqa: DTZ001 - local wall-clock time
HOUR = timedelta(hours=1)


def visit(hour: float = 0.0, name: str = "Erna Krüger") -> VisitRow:
    start = NOW + HOUR * hour
    return VisitRow(
        uuid4(), 1, uuid4(), name, "Karin Vogt", start, start + HOUR, Place.HOME,
        VisitStatus.PLANNED, None,
    )  # fmt: skip


def maker(kind: CalendarKind) -> SheetMaker:
    return SheetMaker(kind, NOW.date(), NOW, {date(2026, 11, 25): "Buß- und Bettag"})


def test_visits_at_the_same_time_stand_beside_one_another(qtbot: QtBot) -> None:
    grid = TimeGrid()
    qtbot.addWidget(grid)
    grid.resize(1000, 600)
    grid.show_sheet(maker(CalendarKind.WEEK).sheet([visit(), visit(0.5), visit(3)]))
    first, second, alone = sorted(grid.blocks[0], key=lambda block: block.stop.start)
    assert not first.rect.intersects(second.rect)
    assert alone.rect.width() > first.rect.width() + second.rect.width() - 8
    assert grid.stop_at(first.rect.translated(grid.origin()).center()) == first.stop
    assert not grid.grab().isNull()


def test_names_of_people_are_never_read_as_markup_in_a_tip(qtbot: QtBot) -> None:
    grid = CellGrid()
    qtbot.addWidget(grid)
    grid.resize(900, 600)
    hostile = "<img src=/etc/passwd> 😀 \ud83d"
    grid.show_sheet(maker(CalendarKind.MONTH).sheet([visit(name=hostile)]))
    (stop,) = [stop for stops in grid.stops for stop in stops if stop.visit]
    from ui.visiting.calendar.words import tip_words  # noqa: PLC0415 - beside what it is about

    assert "&lt;img" in tip_words(stop, NOW)
    assert "<img" not in tip_words(stop, NOW)
    assert not grid.grab().isNull()


def test_today_is_a_filled_shape_and_not_a_colour_alone() -> None:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(colour(Role.SURFACE))
    painter = QPainter(image)
    wide = paint_number(painter, Ink(), QRect(4, 4, 50, 24), Head("Mon", "23", is_today=True))
    painter.end()
    assert wide >= 20
    assert image.pixelColor(4 + wide // 2, 6) == colour(Role.PRIMARY)


def test_a_choice_is_the_same_as_chips_and_as_a_list(qtbot: QtBot) -> None:
    choice = OneOf([("a", "First"), ("b", "Second")], "Choose")
    qtbot.addWidget(choice)
    with qtbot.waitSignal(choice.chosen) as chosen:
        choice.choice.set_value("b")
    assert chosen.args == ["b"]
    assert choice.value() == choice.chips.value() == "b"
    choice.set_compact(on=True)
    assert choice.chips.isHidden()
    assert not choice.choice.isHidden()


def test_a_menu_of_free_time_plans_a_visit_there(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    menu = StopMenu(page)
    new = NewVisit(NOW.date(), NOW.time())
    menu.open(Stop(0, NOW), new, QPoint(), is_one_day=True)
    assert menu.menu is not None
    action = menu.menu.actions()[0]
    with qtbot.waitSignal(menu.new_wanted) as wanted:
        action.trigger()
    menu.menu.close()
    assert wanted.args == [new]


def test_a_visit_that_is_gone_is_told_and_not_moved(qtbot: QtBot, desk: Desk) -> None:
    mover = VisitMover(desk)
    with qtbot.waitSignal(mover.said) as said:
        mover.move(visit(), Slot(NOW, NOW + HOUR, "Karin Vogt"))
    assert said.args == ["This visit no longer exists.", None]
