"""Which visits are shown: by what became of them, by who visits, and by district."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.visiting.rules import VisitStatus
from resources.text import _
from ui.palette import Role
from ui.style import length, spacing
from ui.visiting.words import is_waiting
from ui.widgets.chips import FilterBar
from ui.widgets.columns import name_key
from ui.widgets.fields import ChoiceField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from app.visiting.rows import VisitRow


class Show(StrEnum):
    """The chips of the filter."""

    ALL = "all"
    WAITING = "waiting"
    PLANNED = "planned"
    HELD = "held"
    NOT_HELD = "not_held"
    CANCELLED = "cancelled"


SIDE_BY_SIDE = 560
"""Pixels at 100 % from which the switch and the choices stand in one line."""
_CHOICE = 170


class VisitFilter(QWidget):
    """A row of chips with counts, and choices of visitor and district beside what is given."""

    changed = Signal()
    """Other visits of those that are known are shown."""
    area_changed = Signal()
    """Visits to people of another district are wanted."""

    def __init__(self, beside: QWidget, parent: QWidget | None = None) -> None:
        """Show everything at first; `beside` stands left of the choices."""
        super().__init__(parent)
        self._names: list[str] = []
        self._chips = FilterBar([(show, _words(show)) for show in Show], _("Show visits"))
        for show, (name, role) in _ICONS.items():
            self._chips.set_icon(show, name, role)
        self._visitors: ChoiceField[str] = ChoiceField([("", _("All visitors"))])
        self._visitors.setAccessibleName(_("Show visits by"))
        self._areas: ChoiceField[UUID | None] = ChoiceField([(None, _("All districts"))])
        self._areas.setAccessibleName(_("Show visits in"))
        for choice in (self._visitors, self._areas):
            choice.setMaximumWidth(length(_CHOICE))
            choice.setMinimumWidth(length(_CHOICE) * 3 // 4)
        self._areas.hide()
        choices = QHBoxLayout()
        choices.setSpacing(spacing(8))
        choices.addWidget(self._visitors)
        choices.addWidget(self._areas)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(spacing(8))
        self._line.addWidget(beside, 1)
        self._line.addLayout(choices)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addLayout(self._line)
        layout.addWidget(self._chips)
        self._chips.chosen.connect(self._on_chosen)
        self._visitors.changed.connect(self.changed)
        self._areas.changed.connect(self.area_changed)

    def area(self) -> UUID | None:
        """Answer the area or district whose people are shown; None for all."""
        return self._areas.value()

    def offer_areas(self, areas: Sequence[tuple[UUID, str]]) -> None:
        """Offer areas, each with its words; none hides the choice."""
        self._areas.set_options([(None, _("All districts")), *areas])
        self._areas.setVisible(bool(areas))

    def offered_visitors(self) -> list[str]:
        """Answer the names of those whose visits may be shown now."""
        chosen = self._visitors.value()
        return [chosen] if chosen else self._names

    def minimumSizeHint(self) -> QSize:
        """Answer the width of the wider part: on a narrow page they stand below each other."""
        parts = (self._chips.minimumSizeHint().width(), self._visitors.minimumWidth())
        return QSize(max(parts), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices below what stands beside them where both are cramped."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        across = self.width() >= length(SIDE_BY_SIDE)
        self._line.setDirection(direction.LeftToRight if across else direction.TopToBottom)

    def pick(self, visits: Sequence[VisitRow], now: datetime) -> list[VisitRow]:
        """Answer the visits to show, and count each kind on its chip."""
        self._offer_visitors(visits)
        visitor = self._visitors.value()
        by_visitor = [visit for visit in visits if visitor in ("", visit.visitor)]
        kinds = [_kind(visit, now) for visit in by_visitor]
        counts = Counter(kinds) + Counter({Show.ALL: len(kinds)})
        for show in Show:
            self._chips.set_words(show, f"{_words(show)} {counts[show]}")
        wanted = self._chips.value()
        if wanted is Show.ALL:
            return by_visitor
        return [visit for visit, kind in zip(by_visitor, kinds, strict=True) if kind is wanted]

    def words(self) -> str:
        """Answer what is shown as a short line; "" for everything."""
        show, visitor = self._chips.value(), self._visitors.value()
        kind = "" if show is Show.ALL else _words(show)
        area = self._areas.currentText() if self._areas.value() is not None else ""
        return " · ".join(filter(None, (kind, visitor, area)))

    def is_open(self) -> bool:
        """Answer whether everything is shown."""
        return not self.words()

    def show_all(self) -> None:
        """Take the filter away."""
        self._chips.set_value(Show.ALL)
        self._visitors.set_value("")
        if self._areas.value() is not None:
            self._areas.set_value(None)
            self.area_changed.emit()
        self.changed.emit()

    def _offer_visitors(self, visits: Sequence[VisitRow]) -> None:
        """Offer who visits in these days, and who is chosen even without a visit in them."""
        names = {visit.visitor for visit in visits} | {self._visitors.value()}
        ordered = sorted(names - {""}, key=name_key)
        if ordered != self._names:
            self._names = ordered
            offered = [(name, name) for name in ordered]
            self._visitors.set_options([("", _("All visitors")), *offered])

    def _on_chosen(self, _show: Show) -> None:
        self.changed.emit()


_ICONS = {
    Show.WAITING: ("edit", Role.ATTENTION),
    Show.PLANNED: ("clock", Role.PRIMARY),
    Show.HELD: ("done", Role.DONE),
    Show.NOT_HELD: ("close", Role.ATTENTION),
    Show.CANCELLED: ("cancelled", Role.QUIET),
}
"""As the calendar paints them, so that the chips explain it."""
_KINDS = {status: Show(status.value) for status in VisitStatus}


def _kind(visit: VisitRow, now: datetime) -> Show:
    return Show.WAITING if is_waiting(visit, now) else _KINDS[visit.status]


def _words(show: Show) -> str:
    if show is Show.ALL:
        return _("All")
    return _("To be recorded") if show is Show.WAITING else _(VisitStatus(show.value).label)
