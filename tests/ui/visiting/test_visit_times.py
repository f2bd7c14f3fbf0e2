"""Begin, length and end go together."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest

from ui.visiting.visit_times import VisitTimes

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def times(qtbot: QtBot) -> VisitTimes:
    times = VisitTimes()
    for field in (times.start, times.end, times.length):
        qtbot.addWidget(field)
    return times


def test_a_visit_lasts_an_hour_unless_something_else_is_said(times: VisitTimes) -> None:
    times.start.set_value(time(14, 30))
    assert times.end.value() == time(15, 30)


def test_a_length_sets_the_end(times: VisitTimes) -> None:
    times.start.set_value(time(14, 30))
    times.length.set_value(90)
    assert times.end.value() == time(16, 0)


def test_a_later_begin_moves_the_end_along(times: VisitTimes) -> None:
    times.set_times(time(14, 0), time(14, 50))
    times.start.set_value(time(16, 0))
    assert times.end.value() == time(16, 50)


def test_an_end_sets_the_length(times: VisitTimes) -> None:
    times.start.set_value(time(14, 0))
    times.end.set_value(time(14, 45))
    assert times.length.value() == 45
    times.end.set_value(time(14, 50))
    assert times.length.value() is None


def test_a_visit_past_midnight_is_left_to_be_ended_by_hand(times: VisitTimes) -> None:
    times.start.set_value(time(23, 30))
    assert times.end.value() is None


def test_a_draft_comes_back_as_it_was_typed(times: VisitTimes) -> None:
    times.keep_quiet(on=True)
    times.end.setText("17")
    times.length.restore_text("90")
    times.start.setText("9:")
    times.keep_quiet(on=False)
    assert (times.start.text(), times.end.text()) == ("9:", "17")
