"""One visitor's column of a day plan: visits in order, with the ways between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import _, say
from ui.style import length, spacing
from ui.visiting.day_plan.words import change_words, span_words, tour_words, way_words
from ui.widgets.card import Card
from ui.widgets.labels import quiet, small, strong
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.visiting.day_plans.office.day import Left, OfficeDay, Stop, Tour

WIDTH = 232
"""Pixels at 100 % that a column has, so that two stand side by side on a laptop."""


class TourCard(Card):
    """Says of each visit whether it stays as it was planned."""

    def __init__(self, day: OfficeDay, tour: Tour) -> None:
        """Show a tour."""
        super().__init__(day.goers[tour.goer].name)
        self.setFixedWidth(length(WIDTH))
        self.add(quiet(tour_words(tour)))
        for stop in tour.stops:
            self.add(_stop(day, tour, stop))
        self.body.addStretch(1)

    def sizeHint(self) -> QSize:
        """Be as high as names of two lines want at the width of a column."""
        size, inner = super().sizeHint(), self.layout()
        wide = length(WIDTH)
        high = inner.totalHeightForWidth(wide) if inner is not None else size.height()
        return QSize(wide, max(high, size.height()))


class LeftCard(Card):
    """Visits that found no place, each with what keeps it out."""

    def __init__(self, day: OfficeDay, left: Sequence[Left]) -> None:
        """Show the visits."""
        super().__init__(_("Not in the plan"))
        for one in left:
            call = day.calls[one.call]
            line = QWidget()
            words = QVBoxLayout(line)
            words.setContentsMargins(0, 0, 0, 0)
            words.setSpacing(spacing(2))
            words.addWidget(strong(call.name))
            words.addWidget(small(say(one.reason)))
            self.add(line)


def _stop(day: OfficeDay, tour: Tour, stop: Stop) -> QWidget:
    line = QWidget()
    words = QVBoxLayout(line)
    words.setContentsMargins(0, 0, 0, 0)
    words.setSpacing(spacing(2))
    words.addWidget(small(way_words(stop.way)))
    words.addWidget(strong(f"{span_words(day, stop)} {day.calls[stop.call].name}"))
    if changed := change_words(day, tour, stop):
        words.addWidget(StatusLabel(changed, "attention", "edit"))
    return line
