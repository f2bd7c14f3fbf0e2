"""What the column of a visitor says: ways, times, and what is other than it was planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from app.visiting.day_plans.office.walking import completed
from tests.app.visiting.day_plans.test_office_day import MORNING, a_day, call, goer
from ui.visiting.day_plan.tour_card import LeftCard, TourCard
from ui.visiting.day_plan.words import moves_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


HER = frozenset({0})


def test_a_column_says_ways_times_and_changes(qtbot: QtBot) -> None:
    day = a_day((goer("Bert", MORNING),), (call(0, 540, 600, HER), call(1, 900, 900, HER)))
    plan = completed(day, ())
    card, left = TourCard(day, plan.tours[0]), LeftCard(day, plan.left)
    for widget in (card, left):
        qtbot.addWidget(widget)
    told = [label.text() for label in card.findChildren(QLabel)]

    assert "Bert" in told
    assert "09:00–10:00 P0" in told
    assert "about 15 min, 4.5 km" in told
    assert "was: Anja" in told
    assert any("15:00" in label.text() for label in left.findChildren(QLabel))
    assert [move.visitor for move in moves_of(day, plan)] == ["Bert"]
