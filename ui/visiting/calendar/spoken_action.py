"""What a screen reader can do with an entry of a calendar: open it, or bring the keyboard to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol
from weakref import ref

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessibleActionInterface, QKeySequence

from resources.text import _

if TYPE_CHECKING:
    from ui.visiting.calendar.calendar_base import CalendarBase
    from ui.visiting.calendar.places import Stop

_PRESS = QAccessibleActionInterface.pressAction()
_FOCUS = QAccessibleActionInterface.setFocusAction()


class Entry(Protocol):
    """What a screen reader finds of one visit."""

    def stop(self) -> Stop | None:
        """Answer what stands there now."""

    def calendar(self) -> CalendarBase | None:
        """Answer the calendar in which it stands."""


class StopAction(QAccessibleActionInterface):
    """The deeds of one entry; what stands there is looked up when one is done."""

    def __init__(self, entry: Entry) -> None:
        """Act for an entry, which keeps this."""
        super().__init__()
        self._entry = ref(entry)

    def actionNames(self) -> list[str]:
        """Answer what can be done; the first is done by a press."""
        return [_PRESS, _FOCUS] if self._found() is not None else []

    def doAction(self, name: str) -> None:
        """Open the entry as Enter does, or bring the keyboard to it."""
        found = self._found()
        if found is None or name not in {_PRESS, _FOCUS}:
            return
        calendar, stop = found
        calendar.setFocus(Qt.FocusReason.OtherFocusReason)
        calendar.place_at(stop)
        if name == _PRESS:
            # Who pressed it waits until this returns, and a question may be asked.
            QTimer.singleShot(0, calendar, calendar.open_here)

    def keyBindingsForAction(self, name: str) -> list[str]:
        """Answer the key that does the same."""
        return [QKeySequence(Qt.Key.Key_Return).toString()] if name == _PRESS else []

    def localizedActionName(self, name: str) -> str:
        """Answer in words what is done."""
        found = self._found()
        if name != _PRESS or found is None:
            return super().localizedActionName(name)
        return _("Show visit") if found[1].visit is not None else _("Show this day")

    def localizedActionDescription(self, name: str) -> str:
        """Answer the same: there is no more to say of it."""
        return self.localizedActionName(name)

    def _found(self) -> tuple[CalendarBase, Stop] | None:
        entry = self._entry()
        stop = entry.stop() if entry is not None else None
        calendar = entry.calendar() if entry is not None else None
        return (calendar, stop) if calendar is not None and stop is not None else None
