"""The office chooses what counts in matching."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from app.errors import Refused
from app.visiting.matching.weighing import choose_weights, delivered_weights, weights_here
from ui.admin.weights_card import WeightsCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

TODAY = date(2026, 11, 23)


def test_the_points_in_force_are_shown_and_others_saved_at_once(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    card = WeightsCard(desk)
    qtbot.addWidget(card)
    card.refresh()
    qtbot.waitUntil(lambda: card.points["distance"].value() == 25)
    with qtbot.waitSignal(card.said):
        card.points["distance"].set_value(50)
    found = office.ask(weights_here, TODAY)
    assert (found.distance, found.language) == (50, delivered_weights(TODAY).language)


def test_something_has_to_count(office: Office) -> None:
    nothing = dict.fromkeys(("language", "distance", "interests", "time", "age", "dementia"), 0)
    for points, field in ((nothing, "language"), ({**nothing, "age": 101}, "age")):
        with pytest.raises(Refused) as refused:
            office.act(choose_weights, points)
        assert [problem.field for problem in refused.value.problems] == [field]
    assert office.ask(weights_here, TODAY) == delivered_weights(TODAY)
