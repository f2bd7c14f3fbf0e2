"""A layout that puts small things side by side and goes on in the next line when full."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Wraps its widgets as a text wraps its words."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        """Leave `gap` pixels between the items and between the lines."""
        # By width, since the last change: Qt asks dozens of times for one change of a page.
        self._heights: dict[int, int] = {}
        self._sizes: tuple[QSize, QSize] | None = None
        self._items: list[QLayoutItem] = []
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self._gap = gap

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)
        self.invalidate()

    def invalidate(self) -> None:
        """Forget what was measured: an item came, went or changed."""
        self._heights.clear()
        self._sizes = None
        super().invalidate()

    def count(self) -> int:
        """Answer how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Answer an item."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Answer that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Answer the height that a width needs."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Put the items into a rectangle."""
        super().setGeometry(rect)
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            spare = rect.height() - self.heightForWidth(rect.width())
            rect = rect.adjusted(0, max(0, spare // 2), 0, 0)
        if self.alignment() & Qt.AlignmentFlag.AlignRight:
            rect = rect.adjusted(max(0, rect.width() - self.sizeHint().width()), 0, 0, 0)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Answer the size of all items in one line."""
        return self._measured()[0]

    def minimumSize(self) -> QSize:
        """Answer the size of the largest item."""
        return self._measured()[1]

    def _measured(self) -> tuple[QSize, QSize]:
        """Answer the size of all items in one line, and that of the largest."""
        if self._sizes is None:
            least, wide, high, gap = QSize(), 0, 0, 0
            for item in self._shown():
                size = item.sizeHint()
                wide, high, gap = wide + gap + size.width(), max(high, size.height()), self._gap
                least = least.expandedTo(item.minimumSize())
            self._sizes = QSize(wide, high), least
        return self._sizes

    def _shown(self) -> list[QLayoutItem]:
        """Answer the items that are not hidden."""
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        left, top, line = rect.x(), rect.y(), 0
        for item in self._shown():
            size = item.sizeHint()
            if left + size.width() > rect.right() + 1 and line:
                left, top, line = rect.x(), top + line + self._gap, 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + self._gap
            line = max(line, size.height())
        return top + line - rect.y()
