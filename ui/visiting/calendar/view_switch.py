"""The switch between the views of the calendar."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut

from app.visiting.calendar.rules import CalendarKind
from resources.text import _
from ui.visiting.calendar.one_of import OneOf

KINDS = tuple(CalendarKind)


class ViewSwitch(OneOf[CalendarKind]):
    """One chip for each view; Alt and a digit choose from anywhere on the page."""

    def __init__(self) -> None:
        """Offer all views."""
        super().__init__([(kind, _(kind.label)) for kind in KINDS], _("View of the calendar"))
        for number, kind in enumerate(KINDS, start=1):
            keys = f"Alt+{number}"
            self.chips.set_tip(kind, f"{_(kind.label)} ({keys})")
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setObjectName(kind.value)
            shortcut.activated.connect(self._on_key)

    def _on_key(self) -> None:
        shortcut = self.sender()
        if isinstance(shortcut, QShortcut):
            kind = CalendarKind(shortcut.objectName())
            self.set_value(kind)
            self.chosen.emit(kind)
