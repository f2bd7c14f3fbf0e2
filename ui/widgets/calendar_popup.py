"""A month to choose a day from: arrows move, Enter chooses, Escape leaves."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from resources.text import _
from ui import formats
from ui.palette import Role
from ui.style import colour


class CalendarPopup(QFrame):
    """A calendar that closes by itself and says which day was chosen."""

    chosen = Signal(date)

    def __init__(self, day: date, parent: QWidget) -> None:
        """Show the month of `day`."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._calendar = QCalendarWidget()
        self._calendar.setAccessibleName(_("Calendar"))
        self._calendar.setLocale(formats.locale())
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setGridVisible(False)
        self._calendar.setHorizontalHeaderFormat(
            QCalendarWidget.HorizontalHeaderFormat.ShortDayNames
        )
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._colour()
        self._calendar.clicked.connect(self._on_chosen)
        self._calendar.activated.connect(self._on_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self._calendar)

    def open_below(self, field: QWidget) -> None:
        """Open below a field, or above it when there is no room."""
        self.adjustSize()
        corner = field.mapToGlobal(field.rect().bottomLeft())
        room = field.screen().availableGeometry()
        if corner.y() + self.height() > room.bottom():
            corner.setY(field.mapToGlobal(field.rect().topLeft()).y() - self.height())
        corner.setX(min(corner.x(), room.right() - self.width()))
        self.move(corner)
        self.show()
        self._calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _colour(self) -> None:
        plain = QTextCharFormat()
        plain.setForeground(colour(Role.TEXT))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(day, plain)
        quiet = QTextCharFormat()
        quiet.setForeground(colour(Role.QUIET))
        self._calendar.setHeaderTextFormat(quiet)
        palette = self._calendar.palette()
        palette.setColor(QPalette.ColorRole.Highlight, colour(Role.PRIMARY))
        palette.setColor(QPalette.ColorRole.HighlightedText, colour(Role.ON_PRIMARY))
        self._calendar.setPalette(palette)
        self._calendar.setLocale(QLocale(formats.locale()))

    def _on_chosen(self, day: QDate) -> None:
        self.chosen.emit(date(day.year(), day.month(), day.day()))
        self.close()
