"""Choosing a period: a month, a quarter, a year, or from day to day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.preventive.rules import Period, PeriodKind, check_period, period_of
from resources.text import _, say
from ui import formats
from ui.preventive.words import period_names
from ui.style import spacing
from ui.widgets.fields import ChoiceField, DateField
from ui.widgets.labels import small

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date


class PeriodField(QWidget):
    """Begins with this quarter; typed days are taken once both are right."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        """Count from the day that `today` answers."""
        super().__init__()
        self._today = today
        self._period = period_of(PeriodKind.QUARTER, today())
        self.kind: ChoiceField[PeriodKind] = ChoiceField(period_names())
        self.kind.setAccessibleName(_("Period"))
        self.first, self.last = DateField(), DateField()
        self.first.setAccessibleName(_("First day of the period"))
        self.last.setAccessibleName(_("Last day of the period"))
        self.words = small("")
        days = QHBoxLayout()
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(spacing(8))
        self._days = QWidget()
        self._days.setLayout(days)
        for field in (self.first, self.last):
            days.addWidget(field, 1)
            field.changed.connect(self._on_day_typed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(4))
        layout.addWidget(self.kind)
        layout.addWidget(self._days)
        layout.addWidget(self.words)
        self.kind.set_value(PeriodKind.QUARTER)
        self._show()
        self.kind.changed.connect(self._on_kind_chosen)

    def value(self) -> Period:
        """Answer the period that is chosen."""
        return self._period

    def span_words(self) -> str:
        """Answer the period in words."""
        return formats.show_date_span(self._period.first, self._period.last)

    def restore(self, text: str) -> None:
        """Choose the period of a saved view, without telling anybody."""
        kind = PeriodKind(text) if text in set(PeriodKind) else PeriodKind.QUARTER
        with QSignalBlocker(self.kind):
            self.kind.set_value(kind)
        self._take(kind)

    def _on_kind_chosen(self) -> None:
        self._take(self.kind.value())
        self.changed.emit()

    def _take(self, kind: PeriodKind) -> None:
        if kind is PeriodKind.ANY:
            for field, day in ((self.first, self._period.first), (self.last, self._period.last)):
                with QSignalBlocker(field):
                    field.set_value(day)
        else:
            self._period = period_of(kind, self._today())
        self._show()

    def _on_day_typed(self) -> None:
        first, last = self.first.value(), self.last.value()
        problems = check_period(first, last)
        if problems or first is None or last is None:
            self.words.setText(" ".join(say(problem) for problem in problems))
            self.words.show()
            return
        self._period = Period(first, last)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        is_typed = self.kind.value() is PeriodKind.ANY
        self._days.setVisible(is_typed)
        self.words.setVisible(not is_typed)
        self.words.setText(self.span_words())
