"""A plan for a day: a column for each visitor, who is left out and why, and the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.text import _, ngettext
from ui.style import spacing
from ui.visiting.day_plan.tour_card import LeftCard, TourCard
from ui.visiting.day_plan.words import kilometres_words, moves_of
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import quiet
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from app.visiting.day_plans.office.day import OfficePlan
    from app.visiting.day_plans.queries import DayToPlan

_MOST_NAMES = 4


class PlanView(QWidget):
    """Nothing changes before *Take plan over*."""

    taken = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a plan."""
        super().__init__(parent)
        self.gathered: DayToPlan | None = None
        self.plan: OfficePlan | None = None
        self.told = quiet("")
        self.take_button = primary_button(_("Take plan over"), "check")
        self.drop_button = plain_button(_("Discard plan"), "close")
        self.take_button.clicked.connect(self.taken)
        self.drop_button.clicked.connect(self.dropped)
        self._columns: QWidget | None = None
        self.body = ScrollBody()
        self.body.body.setSpacing(spacing(12))
        buttons = QHBoxLayout()
        buttons.setSpacing(spacing(8))
        buttons.addStretch(1)
        for button in (self.drop_button, self.take_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self.told)
        layout.addWidget(self.body, 1)
        layout.addLayout(buttons)

    def show_plan(self, gathered: DayToPlan, plan: OfficePlan) -> None:
        """Show a plan."""
        self.gathered, self.plan = gathered, plan
        day = gathered.day
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(12))
        if gathered.nowhere:
            column.addWidget(Banner("hint", _nowhere_words(gathered.nowhere)))
        if plan.left:
            column.addWidget(LeftCard(day, plan.left))
        tours = FlowLayout(gap=spacing(12))
        for tour in plan.tours:
            tours.addWidget(TourCard(day, tour))
        column.addLayout(tours)
        column.addStretch(1)
        if self._columns is not None:
            self.body.body.removeWidget(self._columns)
            self._columns.deleteLater()
        self._columns = content
        self.body.add(content, 1)
        self._tell()

    def _tell(self) -> None:
        if self.gathered is None or self.plan is None:
            return
        served = sum(len(tour.stops) for tour in self.plan.tours)
        moves = len(moves_of(self.gathered.day, self.plan))
        visits = ngettext("{count} visit", "{count} visits", served)
        changes = ngettext("{count} would change", "{count} would change", moves)
        way = kilometres_words(self.plan.tenths)
        self.told.setText(f"{visits} · {way} · {changes}")
        self.take_button.setEnabled(bool(moves))


def _nowhere_words(names: tuple[str, ...]) -> str:
    sentence = _(
        "The district of these people is not known, so their ways are guessed: {names}. It stands "
        "on the person's card."
    )
    shown = ", ".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else "")
    return sentence.format(names=shown)
