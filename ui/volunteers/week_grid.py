"""When somebody has time: the hours of a week as a grid, marked with Space or the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTableView

from app.volunteers.rules import Stretch, bits_of, stretches_of
from ui.icons import icon_pixmap
from ui.palette import Role
from ui.style import colour, length, spacing
from ui.volunteers.week_model import FIRST_HOUR, LAST_HOUR, WeekModel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

Index = QModelIndex | QPersistentModelIndex
_ROW = 24
_LEAST_COLUMN = 40


class WeekGrid(QTableView):
    """An input of a form; its value is stretches of the week, nothing means any time."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing marked."""
        super().__init__(parent)
        self._week = WeekModel()
        self._paints: bool | None = None
        self._marks = _Marks()
        self.setModel(self._week)
        self.setItemDelegate(self._marks)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(length(_ROW))
        self.setFixedHeight(self._whole_height())
        self.setCurrentIndex(self._week.index(0, 0))
        self._week.dataChanged.connect(self._on_data_changed)

    def value(self) -> tuple[Stretch, ...]:
        """Answer what is marked, and what was kept outside the hours shown."""
        return stretches_of(self._week.bits)

    def set_value(self, stretches: tuple[Stretch, ...]) -> None:
        """Mark other hours."""
        self._week.set_bits(bits_of(stretches) or 0)

    def text_value(self) -> str:
        """Answer the marks for a draft."""
        return f"{self._week.bits:x}"

    def restore_text(self, text: str) -> None:
        """Put a draft's marks back."""
        try:
            bits = int(text or "0", 16)
        except ValueError:
            return
        self._week.set_bits(bits)

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a property, as in Qt
        """Let the week be seen only."""
        self.setEnabled(not on)

    def trouble(self) -> str:
        """Answer nothing: marks are always understood."""
        return ""

    def minimumSizeHint(self) -> QSize:
        """Answer a width in which each day can be hit."""
        width = self.verticalHeader().sizeHint().width() + 7 * length(_LEAST_COLUMN)
        return QSize(width, self._whole_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark with Space what is chosen with the arrows, with Shift more than one hour."""
        if event.key() == Qt.Key.Key_Space:
            chosen = self.selectedIndexes() or [self.currentIndex()]
            is_free = not all(self._week.is_free(index) for index in chosen)
            self._week.mark(chosen, is_free=is_free)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Turn the hour that is pressed; what is drawn over becomes the same."""
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.setCurrentIndex(index)
            self._paints = not self._week.is_free(index)
            self._week.mark([index], is_free=self._paints)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark what is drawn over."""
        index = self.indexAt(event.position().toPoint())
        if self._paints is not None and index.isValid():
            self._week.mark([index], is_free=self._paints)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End drawing."""
        del event
        self._paints = None

    def _whole_height(self) -> int:
        head = self.horizontalHeader().sizeHint().height()
        return head + (LAST_HOUR - FIRST_HOUR) * length(_ROW) + 2 * self.frameWidth()

    def _on_data_changed(self) -> None:
        self.changed.emit()


class _Marks(QStyledItemDelegate):
    """Draws a marked hour filled and with a tick, so that colour never stands alone."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw an hour."""
        model = index.model()
        place = option.rect
        is_free = isinstance(model, WeekModel) and model.is_free(index)
        painter.save()
        painter.fillRect(place, colour(Role.PRIMARY_TINT if is_free else Role.SURFACE))
        view = option.widget
        if isinstance(view, WeekGrid):
            if view.selectionModel().isSelected(index) and view.hasFocus():
                painter.fillRect(place, colour(Role.HOVER))
            if view.hasFocus() and view.currentIndex() == index:
                painter.setPen(colour(Role.FOCUS))
                painter.drawRect(place.adjusted(1, 1, -2, -2))
        if is_free:
            side = spacing(16)
            mark = icon_pixmap("check", Role.PRIMARY, side, option.widget.devicePixelRatioF())
            painter.drawPixmap(place.center().x() - side // 2, place.center().y() - side // 2, mark)
        painter.restore()
