"""A day: typed as people write it, or chosen from a calendar with Alt+Down."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from resources.text import _, language
from ui.widgets.calendar_popup import CalendarPopup
from ui.widgets.inner_button import InnerButton
from ui.widgets.typed_dates import read_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent

LONGEST = 40


class DateField(QLineEdit):
    """A day or nothing; "24.11." gets this year, Up and Down go a day on or back."""

    changed = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, today: Callable[[], date] = date.today
    ) -> None:
        """Begin empty; `today` answers the local day that completes what is typed."""
        super().__init__(parent)
        self._today = today
        self.setMaxLength(LONGEST)
        self.setPlaceholderText(_("DD.MM.YYYY") if language() != "en" else "DD/MM/YYYY")
        self._calendar = InnerButton(self, "calendar", _("Choose from a calendar (Alt+Down)"))
        self._calendar.clicked.connect(self.open_calendar)
        self.textChanged.connect(self._on_text_changed)
        self.editingFinished.connect(self._on_editing_finished)

    def value(self) -> date | None:
        """Answer the day; None when empty or not understood."""
        return read_date(self.text(), self._today())

    def set_value(self, value: date | None) -> None:
        """Show a day as it would be typed."""
        self.setText(typed_date(value) if value else "")

    def is_valid(self) -> bool:
        """Answer whether it is empty or a day."""
        return not self.text().strip() or self.value() is not None

    def text_value(self) -> str:
        """Answer what is typed, for a draft."""
        return self.text()

    def restore_text(self, text: str) -> None:
        """Put a draft's text back."""
        self.setText(text)

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a property, as in Qt
        """Let the day be read only."""
        self.setReadOnly(on)
        self._calendar.setVisible(not on)

    def trouble(self) -> str:
        """Answer a sentence when what is typed is no day."""
        if self.is_valid():
            return ""
        sentence = _("“{typed}” is not a date. Write it like {example}.")
        return sentence.format(typed=self.text().strip(), example=typed_date(self._today()))

    def open_calendar(self) -> None:
        """Open the calendar below the field at its day."""
        if self.isReadOnly():
            return
        popup = CalendarPopup(self.value() or self._today(), self)
        popup.chosen.connect(self._on_day_chosen)
        popup.open_below(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar with Alt+Down; go a day on or back with Up and Down."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif step and not self.isReadOnly():
            day = self.value()
            self.set_value(day + timedelta(days=step) if day else self._today())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write a day that was understood in full when the field is left."""
        super().focusOutEvent(event)
        self._on_editing_finished()

    def _on_editing_finished(self) -> None:
        day = self.value()
        if day is not None and self.text() != typed_date(day):
            self.set_value(day)

    def _on_day_chosen(self, day: date) -> None:
        self.set_value(day)
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_text_changed(self, _text: str) -> None:
        self.changed.emit()


def typed_date(day: date) -> str:
    """Answer a day as it is typed: "24.11.2026", in English "24/11/2026"."""
    mark = "/" if language() == "en" else "."
    return f"{day.day:02}{mark}{day.month:02}{mark}{day.year:04}"
