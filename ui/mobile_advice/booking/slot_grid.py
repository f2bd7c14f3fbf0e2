"""The day of a halt as a grid of times and counters: a key for everything, and the mouse drags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from resources.text import _
from ui.mobile_advice.booking.deeds import KEYS, is_movable
from ui.mobile_advice.booking.slot_drag import SlotDrag, slot_beyond
from ui.mobile_advice.booking.slot_model import SlotModel
from ui.mobile_advice.booking.slot_paint import SlotPaint
from ui.style import changes, length

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from app.mobile_advice.booking.queries import AppointmentRow, HaltBoard
    from app.mobile_advice.booking.rules import Slot

_ROW, _LEAST_COLUMN = 44, 120
_MOVES = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class SlotGrid(QTableView):
    """Arrows go from time to time and counter to counter; Enter books or opens."""

    book_wanted = Signal(object)
    """A free `Slot`."""
    open_wanted = Signal(object)
    """The row of an appointment."""
    deed_wanted = Signal(str, object)
    """The key of a deed and the row that it is done to."""
    shift_wanted = Signal(object, object)
    """The row of an appointment and the `Slot` that it is to go to."""

    def __init__(self) -> None:
        """Begin without a halt."""
        super().__init__()
        self.times = SlotModel()
        self._paint = SlotPaint()
        self._drag: SlotDrag | None = None
        self.setModel(self.times)
        self.setItemDelegate(self._paint)
        self.setAccessibleName(_("Times and counters"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setMinimumSectionSize(length(_LEAST_COLUMN))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionsClickable(False)
        self.verticalHeader().setHighlightSections(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self._on_double_clicked)
        changes.look_changed.connect(self.take_look)
        self.take_look()

    def take_look(self) -> None:
        """Take the height of the rows in the look in use."""
        self.verticalHeader().setDefaultSectionSize(length(_ROW))

    def show_board(self, board: HaltBoard | None, now: int) -> None:
        """Show another day, or the same again with the cursor where it was."""
        before = self.currentIndex()
        at = (before.row(), before.column()) if before.isValid() else None
        was = self.times.board.halt.id if self.times.board is not None else None
        self.times.show_board(board, now)
        if board is None:
            return
        if at is None or was != board.halt.id:
            at = (0, 0)
        self.setCurrentIndex(self.times.index(*at))

    def current(self) -> AppointmentRow | None:
        """Answer the appointment under the cursor."""
        return self.times.row_at(self.currentIndex())

    def current_slot(self) -> Slot | None:
        """Answer the time and counter under the cursor."""
        index = self.currentIndex()
        return self.times.slot(index) if index.isValid() else None

    def choose(self, row: AppointmentRow) -> None:
        """Go to an appointment."""
        index = self.times.place_of(row)
        if index.isValid():
            self.setCurrentIndex(index)

    def minimumSizeHint(self) -> QSize:
        """Answer a size in which some times can be seen."""
        return QSize(length(260), length(5 * _ROW))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of an appointment that can be moved."""
        super().mousePressEvent(event)
        row = self.times.row_at(self.indexAt(event.position().toPoint()))
        if event.button() == Qt.MouseButton.LeftButton and row is not None and is_movable(row):
            self._drag = SlotDrag(self, self.times, row, event.position().toPoint())
            self._drag.dropped.connect(self.shift_wanted)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry it along."""
        if self._drag is None:
            super().mouseMoveEvent(event)
        elif self._drag.moved_to(event.position().toPoint()):
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go."""
        drag = self._drag
        self._end_drag()
        if drag is not None and drag.is_under_way:
            drag.drop()
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is carried above the times."""
        super().paintEvent(event)
        if self._drag is not None and self._drag.is_under_way:
            painter = QPainter(self.viewport())
            self._drag.paint(painter)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Book or open with Enter; letters say what became of somebody, Ctrl+Shift+arrows move."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Escape and self._drag is not None:
            self._end_drag()
            return
        if event.modifiers() == _MOVES and self._shift(event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._enter(index)
            return
        deed = KEYS.get(Qt.Key(event.key()))
        row = self.current()
        if deed is not None and not event.modifiers() and row is not None:
            self.deed_wanted.emit(deed, row)
            return
        super().keyPressEvent(event)

    def _shift(self, event: QKeyEvent) -> bool:
        """Put the appointment under the cursor on by one free time; answer whether it can go."""
        row, board = self.current(), self.times.board
        if row is None or board is None or not is_movable(row):
            return False
        slot = slot_beyond(board, row, Qt.Key(event.key()))
        if slot is not None:
            self.shift_wanted.emit(row, slot)
        return slot is not None

    def _end_drag(self) -> None:
        self._drag = None
        self.viewport().unsetCursor()
        self.viewport().update()

    def _enter(self, index: QModelIndex) -> None:
        row = self.times.row_at(index)
        if row is None:
            self.book_wanted.emit(self.times.slot(index))
        else:
            self.open_wanted.emit(row)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self._enter(index)
