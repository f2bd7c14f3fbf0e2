"""Choosing the period of a statistic: by its name, or from day to day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.mobile_advice.statistics.rules import (
    PERIOD_LABELS,
    Period,
    PeriodKind,
    check_periods,
    period_of,
)
from resources.text import _, say
from ui import formats
from ui.style import spacing
from ui.widgets.fields import ChoiceField, DateField
from ui.widgets.labels import small

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date


class PeriodChoice(QWidget):
    """Typed days are taken once both are right."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], kind: PeriodKind = PeriodKind.QUARTER) -> None:
        """Count from the day that `today` answers."""
        super().__init__()
        self._today = today
        self._period = period_of(kind, today())
        self.kind: ChoiceField[PeriodKind] = ChoiceField(
            [(one, _(words)) for one, words in PERIOD_LABELS.items()]
        )
        self.kind.setAccessibleName(_("Period"))
        self.first, self.last = DateField(), DateField()
        self.first.setAccessibleName(_("First day of the period"))
        self.last.setAccessibleName(_("Last day of the period"))
        self.words = small("")
        self._days = QWidget()
        days = QHBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(spacing(8))
        for field in (self.first, self.last):
            days.addWidget(field, 1)
            field.changed.connect(self._on_day_typed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(4))
        for part in (self.kind, self._days, self.words):
            layout.addWidget(part)
        self.kind.set_value(kind)
        self._show()
        self.kind.changed.connect(self._on_kind_chosen)

    def value(self) -> Period:
        """Answer the period that is chosen."""
        return self._period

    def span_words(self) -> str:
        """Answer the period in words."""
        return formats.show_date_span(self._period.first, self._period.last)

    def _on_kind_chosen(self) -> None:
        kind = self.kind.value()
        if kind is PeriodKind.ANY:
            for field, day in ((self.first, self._period.first), (self.last, self._period.last)):
                with QSignalBlocker(field):
                    field.set_value(day)
        else:
            self._period = period_of(kind, self._today())
        self._show()
        self.changed.emit()

    def _on_day_typed(self) -> None:
        first, last = self.first.value(), self.last.value()
        problems = check_periods(first, last)
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
