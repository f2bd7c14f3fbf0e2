"""Which visits of the week are shown: by what became of them, and by who visits."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.visiting.rules import VisitStatus
from resources.text import _
from ui.style import length, spacing
from ui.visiting.words import is_waiting
from ui.widgets.chips import FilterBar
from ui.widgets.columns import name_key
from ui.widgets.fields import ChoiceField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

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


SIDE_BY_SIDE = 440
"""Pixels at 100 % from which chips and visitors stand in one line."""


class VisitFilter(QWidget):
    """A row of chips with counts, and a choice of visitor."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show everything at first."""
        super().__init__(parent)
        self._chips = FilterBar([(show, _words(show)) for show in Show], _("Show visits"))
        self._visitors: ChoiceField[str] = ChoiceField([("", _("All visitors"))])
        self._visitors.setAccessibleName(_("Show visits by"))
        self._visitors.setMaximumWidth(length(220))
        self._visitors.setMinimumWidth(length(160))
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(spacing(12))
        self._line.addWidget(self._chips, 1)
        self._line.addWidget(self._visitors, 0, Qt.AlignmentFlag.AlignTop)
        self._chips.chosen.connect(self._on_chosen)
        self._visitors.changed.connect(self.changed)

    def minimumSizeHint(self) -> QSize:
        """Answer the width of the wider part: on a narrow page they stand below each other."""
        parts = (self._chips.minimumSizeHint().width(), self._visitors.minimumWidth())
        return QSize(max(parts), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choice of visitor below the chips where both are cramped."""
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
        return " · ".join(filter(None, (kind, visitor)))

    def show_all(self) -> None:
        """Take the filter away."""
        self._chips.set_value(Show.ALL)
        self._visitors.set_value("")
        self.changed.emit()

    def _offer_visitors(self, visits: Sequence[VisitRow]) -> None:
        """Offer who visits in this week, and who is chosen even without a visit in it."""
        names = {visit.visitor for visit in visits} | {self._visitors.value()}
        offered = [(name, name) for name in sorted(names - {""}, key=name_key)]
        self._visitors.set_options([("", _("All visitors")), *offered])

    def _on_chosen(self, _show: Show) -> None:
        self.changed.emit()


_KINDS = {status: Show(status.value) for status in VisitStatus}


def _kind(visit: VisitRow, now: datetime) -> Show:
    return Show.WAITING if is_waiting(visit, now) else _KINDS[visit.status]


def _words(show: Show) -> str:
    if show is Show.ALL:
        return _("All")
    return _("To be recorded") if show is Show.WAITING else _(VisitStatus(show.value).label)
