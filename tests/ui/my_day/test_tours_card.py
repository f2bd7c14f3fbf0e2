"""My day leads to today's tour and to permits that run out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt

from app.mobile_advice.tours.rows import DayRow, StopRow, ToursOfDay
from ui.my_day.day_line import DayLine
from ui.my_day.tours_card import ToursCard
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TODAY = date(2026, 11, 24)


def test_each_line_leads_to_its_day_or_its_stop(qtbot: QtBot) -> None:
    card = ToursCard()
    qtbot.addWidget(card)
    tour = DayRow(uuid4(), 1, uuid4(), "Süd", "Bus", TODAY, None, "confirmed", 570, 690, 2, 0)
    place = ("Eller", "stop", "Platz", "Düsseldorf", "", "")
    stop = StopRow(
        uuid4(), 1, *place, needs_permit=True, permit_number="1", permit_until=TODAY, is_active=True
    )
    card.show_tours(ToursOfDay((tour,), 2, (stop,)), TODAY)
    told: list[Place] = []
    card.place_wanted.connect(told.append)
    for line in card.findChildren(DayLine):
        qtbot.keyClick(line.arrow, Qt.Key.Key_Space)
    assert told == [Place("timetable", tour.id), Place("timetable"), Place("stops", stop.id)]
    assert not card.isHidden()
    card.show_tours(ToursOfDay(), TODAY)
    assert card.isHidden()
