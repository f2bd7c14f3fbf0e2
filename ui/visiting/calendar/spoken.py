"""What a screen reader finds in a painted calendar: a list with each visit as an entry.

Qt asks a widget for one interface, and that for its children. Qt keeps every interface that it was
asked for by number and deletes that of a widget with it. So those of calendars are held here as
long as Qt has them, and entries are never deleted but used again by the next calendar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import ref

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import VoidPtr, isValid

from ui.visiting.calendar.spoken_action import StopAction
from ui.widgets.labels import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QWindow

    from ui.visiting.calendar.calendar_base import CalendarBase
    from ui.visiting.calendar.places import Stop

_Text = QAccessible.Text
_NOTHING: Any = None
"""What Qt takes for "none"; the names of the library do not say that it may be given."""


class SpokenStop(QAccessibleInterface):
    """One visit, by its place among those of a calendar; what is there is looked up when asked."""

    def __init__(self) -> None:
        """Belong to no calendar yet."""
        super().__init__()
        self.owner: SpokenCalendar | None = None
        self.place = 0
        self._action = StopAction(self)

    def stop(self) -> Stop | None:
        """Answer what stands there now; None where fewer visits are shown by now."""
        stops = self.owner.stops() if self.owner is not None else ()
        return stops[self.place] if self.place < len(stops) else None

    def calendar(self) -> CalendarBase | None:
        """Answer the calendar to which it belongs now."""
        return self.owner.calendar() if self.owner is not None else None

    def interface_cast(self, which: QAccessible.InterfaceType) -> Any:  # noqa: ANN401 - a pointer
        """Answer what can be done with it, where Qt asks for that."""
        if which is QAccessible.InterfaceType.ActionInterface:
            return self._action
        return VoidPtr(0)  # `None` would be taken for the address of something

    def isValid(self) -> bool:
        """Answer whether there is such a visit."""
        return self.stop() is not None

    def object(self) -> QObject:
        """Answer none: it is painted."""
        return _NOTHING  # type: ignore[no-any-return]  # as said above

    def window(self) -> QWindow:
        """Answer the window of the calendar."""
        calendar = self.calendar()
        return calendar.window().windowHandle() if calendar is not None else _NOTHING

    def parent(self) -> QAccessibleInterface:
        """Answer the calendar."""
        return self.owner if self.owner is not None and isValid(self.owner) else _NOTHING

    def child(self, _index: int) -> QAccessibleInterface:
        """Answer none."""
        return _NOTHING  # type: ignore[no-any-return]  # as said above

    def childCount(self) -> int:
        """Answer that there are none."""
        return 0

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface:
        """Answer none."""
        return _NOTHING  # type: ignore[no-any-return]  # as said above

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Answer that it is no child."""
        return -1

    def text(self, which: QAccessible.Text) -> str:
        """Answer who is visited, by whom and when."""
        stop = self.stop()
        calendar = self.calendar()
        if stop is None or calendar is None or which is not _Text.Name:
            return ""
        return shown(calendar.say_stop(stop))

    def setText(self, which: QAccessible.Text, text: str) -> None:
        """Leave it: visits are changed in their form."""

    def rect(self) -> QRect:
        """Answer where it is on the screen."""
        stop = self.stop()
        return self.owner.rect_of(stop) if self.owner is not None and stop is not None else QRect()

    def role(self) -> QAccessible.Role:
        """Answer that it is an entry of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Answer whether the keyboard is there, and whether it is in sight."""
        found = QAccessible.State()
        stop = self.stop()
        calendar = self.calendar()
        if calendar is None or stop is None:
            found.invalid = 1
            return found
        found.focusable = found.selectable = found.readOnly = 1
        found.focused = found.selected = int(stop is calendar.stop)
        found.offscreen = int(not calendar.room().intersects(calendar.rect_of(stop)))
        return found


class SpokenCalendar(QAccessibleWidget):
    """A calendar as a list of its visits, in the order in which the keyboard walks over them."""

    def __init__(self, calendar: CalendarBase) -> None:
        """Speak for a calendar."""
        super().__init__(calendar, QAccessible.Role.List)
        self._calendar = ref(calendar)
        self._entries: list[SpokenStop] = []

    def calendar(self) -> CalendarBase | None:
        """Answer the calendar; None once it is gone."""
        found = self._calendar()
        return found if found is not None and isValid(found) else None

    def stops(self) -> Sequence[Stop]:
        """Answer what is shown."""
        calendar = self.calendar()
        return calendar.cursor_place.visits if calendar is not None else ()

    def rect_of(self, stop: Stop) -> QRect:
        """Answer where something is on the screen."""
        calendar = self.calendar()
        if calendar is None:
            return QRect()
        rect = calendar.rect_of(stop)
        return QRect(calendar.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def childCount(self) -> int:
        """Answer how many visits are shown."""
        return len(self.stops())

    def child(self, index: int) -> QAccessibleInterface:
        """Answer the entry at a place; none where there is none."""
        if not 0 <= index < len(self.stops()):
            return _NOTHING  # type: ignore[no-any-return]  # as said above
        while len(self._entries) <= index:
            entry = _free.pop() if _free else SpokenStop()
            entry.owner, entry.place = self, len(self._entries)
            self._entries.append(entry)
        return self._entries[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Answer the place of an entry."""
        return next((at for at, entry in enumerate(self._entries) if entry is child), -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Answer the entry at a place of the screen."""
        for at, stop in enumerate(self.stops()):
            if self.rect_of(stop).contains(x, y):
                return self.child(at)
        return _NOTHING  # type: ignore[no-any-return]  # as said above

    def focusChild(self) -> QAccessibleInterface:
        """Answer the entry at which the keyboard is."""
        calendar = self.calendar()
        if calendar is None or not calendar.hasFocus():
            return _NOTHING  # type: ignore[no-any-return]  # as said above
        found = (at for at, stop in enumerate(self.stops()) if stop is calendar.stop)
        return self.child(next(found, -1))

    def give_back(self) -> list[SpokenStop]:
        """Answer the entries for the next calendar: this one is gone."""
        entries, self._entries = self._entries, []
        for entry in entries:
            entry.owner = None
        return entries


def speak_for(calendar: CalendarBase) -> None:
    """Let screen readers find the visits of a calendar, unless they do already.

    Qt knows a widget's interface by its class as well, and each slot that is connected makes a
    Python object one of another class: so this is asked again, not once when it is made.
    """
    if isinstance(QAccessible.queryAccessibleInterface(calendar), SpokenCalendar):
        return
    for one in [one for one in _held if not isValid(one)]:
        _held.remove(one)
        _free.extend(one.give_back())
    spoken = SpokenCalendar(calendar)
    QAccessible.registerAccessibleInterface(spoken)
    _held.append(spoken)


_held: list[SpokenCalendar] = []
_free: list[SpokenStop] = []
