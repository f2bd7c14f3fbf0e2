"""Which tasks are shown: mine, to be looked at, all, overdue or closed, and of which colleague."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.tasks.queries import Show
from resources.text import _
from ui.style import length, spacing
from ui.widgets.chips import FilterBar
from ui.widgets.fields import ChoiceField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from app.tasks.rows import TaskCounts

SIDE_BY_SIDE = 440
"""Pixels at 100 % from which chips and colleagues stand in one line."""


class TaskFilter(QWidget):
    """A row of chips with counts, and a choice of colleague."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show one's own tasks at first."""
        super().__init__(parent)
        self.chips = FilterBar([(show, _words(show)) for show in Show], _("Show tasks"))
        self.colleagues: ChoiceField[str] = ChoiceField([("", _("All colleagues"))])
        self.colleagues.setAccessibleName(_("Show tasks of"))
        self.colleagues.setMaximumWidth(length(240))
        self.colleagues.setMinimumWidth(length(200))
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(spacing(12))
        self._line.addWidget(self.chips, 1)
        self._line.addWidget(self.colleagues, 0, Qt.AlignmentFlag.AlignTop)
        self.chips.chosen.connect(self._on_chosen)
        self.colleagues.changed.connect(self._on_colleague_chosen)

    def minimumSizeHint(self) -> QSize:
        """Answer the width of the wider part: on a narrow page they stand below each other."""
        parts = (self.chips.minimumSizeHint().width(), self.colleagues.minimumWidth())
        return QSize(max(parts), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choice of colleague below the chips where both are cramped."""
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        across = self.width() >= length(SIDE_BY_SIDE)
        self._line.setDirection(direction.LeftToRight if across else direction.TopToBottom)
        wide = self.width() if not across else self.chips.width()
        self.chips.setMinimumHeight(max(self.chips.heightForWidth(wide), 0))

    def kind(self) -> Show:
        """Answer which tasks are wanted."""
        return self.chips.value()

    def colleague(self) -> str:
        """Answer whose tasks are wanted, "" for everybody's."""
        return self.colleagues.value()

    def words(self) -> str:
        """Answer in words which tasks are wanted."""
        return " · ".join(filter(None, (_words(self.kind()), self.colleague())))

    def show_kind(self, kind: Show) -> None:
        """Choose which tasks are shown."""
        self.chips.set_value(kind)
        self.changed.emit()

    def choose(self, kind: Show, colleague: str) -> None:
        """Choose kind and colleague without saying so; she is offered even without work."""
        self.chips.set_value(kind)
        known = [self.colleagues.itemText(at) for at in range(1, self.colleagues.count())]
        with QSignalBlocker(self.colleagues):
            if colleague and colleague not in known:
                self.offer([*known, colleague])
            self.colleagues.set_value(colleague)

    def show_counts(self, counts: TaskCounts) -> None:
        """Say on the chips how many tasks there are."""
        for kind, count in (
            (Show.MINE, counts.mine),
            (Show.TO_REVIEW, counts.to_review),
            (Show.OPEN, counts.open),
            (Show.OVERDUE, counts.overdue),
        ):
            self.chips.set_words(kind, f"{_words(kind)} {count}")

    def offer(self, colleagues: Sequence[str]) -> None:
        """Offer colleagues to choose from, and the chosen one even without work."""
        names = list(colleagues)
        if self.colleague() and self.colleague() not in names:
            names.append(self.colleague())
        self.colleagues.set_options([("", _("All colleagues")), *((name, name) for name in names)])

    def _on_chosen(self, _kind: Show) -> None:
        self.changed.emit()

    def _on_colleague_chosen(self) -> None:
        """Show the tasks of a colleague, not one's own."""
        if self.colleague() and self.kind() in {Show.MINE, Show.TO_REVIEW}:
            self.chips.set_value(Show.OPEN)
        self.changed.emit()


def _words(kind: Show) -> str:
    return {
        Show.MINE: _("Mine"),
        Show.TO_REVIEW: _("To look at"),
        Show.OPEN: _("All open"),
        Show.OVERDUE: _("Overdue"),
        Show.CLOSED: _("Closed"),
    }[kind]
