"""The switch between the views of the calendar."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.visiting.calendar.rules import CalendarKind
from resources.text import _
from ui.widgets.chips import FilterBar

KINDS = tuple(CalendarKind)


class ViewSwitch(QWidget):
    """One chip for each view; Alt and a digit choose from anywhere on the page."""

    chosen = Signal(object)
    """A `CalendarKind`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer all views."""
        super().__init__(parent)
        self._bar = FilterBar([(kind, _(kind.label)) for kind in KINDS], _("View of the calendar"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._bar)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._bar.chosen.connect(self.chosen)
        for number, kind in enumerate(KINDS, start=1):
            keys = f"Alt+{number}"
            self._bar.set_tip(kind, f"{_(kind.label)} ({keys})")
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.setObjectName(kind.value)
            shortcut.activated.connect(self._on_key)

    def value(self) -> CalendarKind:
        """Answer which view is chosen."""
        return self._bar.value()

    def set_value(self, kind: CalendarKind) -> None:
        """Choose a view without saying so."""
        self._bar.set_value(kind)

    def _on_key(self) -> None:
        shortcut = self.sender()
        if isinstance(shortcut, QShortcut) and self.isVisible():
            kind = CalendarKind(shortcut.objectName())
            self._bar.set_value(kind)
            self.chosen.emit(kind)
