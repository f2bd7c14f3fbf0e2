"""Left of the notes: a bar beside the chosen one, and a lock beside those not for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.journal.rules import Access, FollowUp
from ui.icons import icon_pixmap
from ui.palette import Role
from ui.style import colour, length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QPaintEvent

    from app.journal.queries import NoteRow
    from ui.journal.notes_text import NotesText

_WIDTH = 30
_ICON = 16
_BAR = 3
_ICONS = {Access.RESTRICTED.value: "lock", Access.OWN.value: "eye_off"}


class Beside(Protocol):
    """What the margin needs to know of the text that it stands beside."""

    @property
    def updateRequest(self) -> SignalInstance:
        """Emitted with what is drawn anew, and how far the text moved."""

    def set_left_margin(self, width: int) -> None:
        """Leave so many pixels free."""

    def contentsRect(self) -> QRect:
        """Answer the room inside the frame."""

    def place_of_current(self) -> int:
        """Answer which note is the current one."""

    def lines_in_sight(self) -> Iterator[tuple[int, int, int]]:
        """Answer each line in sight: its number, its upper edge and its height."""


class NotesGutter(QWidget):
    """Drawn for what is in sight only; everything it shows stands as words beside it, too."""

    def __init__(self, view: Beside, text: NotesText) -> None:
        """Stand at the left edge of `view`."""
        super().__init__(cast("QWidget", view))
        self._view, self._text = view, text
        self._width = length(_WIDTH)
        view.set_left_margin(self._width)
        view.updateRequest.connect(self._on_update)

    def fit(self) -> None:
        """Take the height of the view."""
        width = length(_WIDTH)
        if width != self._width:
            self._width = width
            self._view.set_left_margin(width)
        inside = self._view.contentsRect()
        self.setGeometry(QRect(inside.left(), inside.top(), width, inside.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw beside each line that is in sight."""
        del event
        painter = QPainter(self)
        current = self._view.place_of_current()
        for line, top, height in self._view.lines_in_sight():
            place = self._text.note_at(line)
            if place < 0:
                continue
            if place == current and not self._is_gap(line, place):
                painter.fillRect(0, top, length(_BAR), height, colour(Role.PRIMARY))
            if line == self._text.starts[place]:
                self._draw_icon(painter, self._text.notes[place], top)

    def _is_gap(self, line: int, place: int) -> bool:
        """Answer whether a line is the empty one before the next note."""
        starts = self._text.starts
        return place + 1 < len(starts) and line == starts[place + 1] - 1

    def _draw_icon(self, painter: QPainter, note: NoteRow, top: int) -> None:
        name, role = _ICONS.get(note.access, ""), Role.QUIET
        if not name and note.follow_up == FollowUp.OPEN:
            name, role = "task", Role.ATTENTION
        if name:
            picture = icon_pixmap(name, role, length(_ICON), self.devicePixelRatioF())
            painter.drawPixmap(length(_BAR + 5), top + length(2), picture)

    def _on_update(self, _rect: QRect, moved: int) -> None:
        if moved:
            self.scroll(0, moved)
        else:
            self.update()
