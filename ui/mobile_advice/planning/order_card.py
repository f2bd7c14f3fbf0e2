"""The stops of a day in an order, with the ways between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.mobile_advice.planning.words import change_words, leg_words, place_words, span_words
from ui.style import spacing
from ui.widgets.card import Card
from ui.widgets.labels import quiet, small, strong
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.mobile_advice.planning.order import OrderDay
    from app.mobile_advice.planning.rules import Visited


class OrderCard(Card):
    """Says of each stop whether it stays at its time."""

    def __init__(self, title: str, day: OrderDay, order: Sequence[Visited]) -> None:
        """Show an order."""
        super().__init__(title)
        before = -1
        for number, one in enumerate(order, 1):
            leg = day.legs[before + 1][one.call + 1]
            # The way from the office is said only where it is counted.
            self.add(_line(day, number, one, leg_words(leg)))
            before = one.call
        if order and (back := leg_words(day.legs[before + 1][0])):
            self.add(small(back))


def _line(day: OrderDay, number: int, one: Visited, way: str) -> QWidget:
    call, line = day.calls[one.call], QWidget()
    words = QVBoxLayout(line)
    words.setContentsMargins(0, 0, 0, 0)
    words.setSpacing(spacing(2))
    if way:
        words.addWidget(small(way))
    words.addWidget(strong(f"{number} · {span_words(one)} {call.name}"))
    if where := place_words(call):
        words.addWidget(quiet(where))
    if changed := change_words(call, one):
        words.addWidget(StatusLabel(changed, "attention", "edit"))
    return line
