"""The usual order beside the best, in minutes and kilometres."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.visiting.day_plans.office.walking import clock
from resources.text import _
from ui.mobile_advice.planning.words import kilometres_words, minutes_words, verdict_words
from ui.style import spacing
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.labels import quiet, small, strong, text

if TYPE_CHECKING:
    from app.mobile_advice.planning.order import Comparison
    from app.mobile_advice.planning.rules import Totals


class ComparisonCard(Card):
    """Nothing is changed by looking at it."""

    def __init__(self, found: Comparison) -> None:
        """Show what a search came to."""
        super().__init__(_("Usual and best order"))
        is_trouble = bool(found.left or found.usual.late)
        self.add(Banner("attention" if is_trouble else "hint", verdict_words(found)))
        grid = QWidget()
        layout = QGridLayout(grid)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(spacing(16))
        layout.setVerticalSpacing(spacing(4))
        layout.setColumnStretch(0, 1)
        heads = ("", _("As usual"), _("Best"))
        rows = zip(_lines(found.usual), _lines(found.best), strict=True)
        for column, head in enumerate(heads):
            layout.addWidget(small(head), 0, column, _side(column))
        for at, ((name, usual), (_name, best)) in enumerate(rows, 1):
            layout.addWidget(quiet(name), at, 0)
            layout.addWidget(text(usual), at, 1, _side(1))
            layout.addWidget(strong(best), at, 2, _side(2))
        self.add(grid)
        if not found.day.has_office:
            sentence = _(
                "The office's own address has no coordinates, so ways from it and back are not "
                "counted."
            )
            self.add(small(sentence))


def _lines(found: Totals) -> tuple[tuple[str, str], ...]:
    return (
        (_("Driving"), minutes_words(found.driving)),
        (_("Distance"), kilometres_words(found.tenths)),
        (_("Waiting time"), minutes_words(found.waiting)),
        (_("From first to last stop"), f"{clock(found.begins)}–{clock(found.ends)}"),
    )


def _side(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
