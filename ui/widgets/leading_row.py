"""A row whose first part takes what room is left, and stands above the others where none is."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.style import length, spacing
from ui.widgets.flow_layout import FlowLayout

READABLE = 160
"""Pixels at 100 % below which words beside buttons are no longer read with ease."""


class LeadingRow(FlowLayout):
    """Words, and the buttons that belong to them: in large type the buttons go below."""

    def __init__(
        self, lead: QWidget | QLayout, *rest: QWidget, gap: int = 8, top: bool = False
    ) -> None:
        """Lead with words; `top` keeps the rest beside their first line instead of the middle."""
        super().__init__(gap=spacing(gap))
        self._top = top
        if isinstance(lead, QLayout):
            self.addItem(lead)
            self.addChildLayout(lead)
        else:
            self.addWidget(lead)
        for widget in rest:
            self.addWidget(widget)

    def expandingDirections(self) -> Qt.Orientation:
        """Take the whole width: what is left goes to the words."""
        return Qt.Orientation.Horizontal

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        lead, rest = self._parts()
        if lead is None:
            return super()._arrange(rect, move=move)
        others = sum(item.sizeHint().width() + self._gap for item in rest)
        room = rect.width() - others
        needed = min(lead.sizeHint().width(), length(READABLE))
        if room < max(needed, lead.minimumSize().width()):
            return self._below(lead, rect, move=move)
        high = max([_height(lead, room), *(item.sizeHint().height() for item in rest)])
        if move:
            lead.setGeometry(self._placed(rect.topLeft(), QSize(room, _height(lead, room)), high))
            left = rect.x() + room + self._gap
            for item in rest:
                size = item.sizeHint()
                item.setGeometry(self._placed(QPoint(left, rect.y()), size, high))
                left += size.width() + self._gap
        return high

    def _below(self, lead: QLayoutItem, rect: QRect, *, move: bool) -> int:
        """Put the words into lines of their own, and the rest into the lines below."""
        high = _height(lead, rect.width())
        if move:
            lead.setGeometry(QRect(rect.topLeft(), QSize(rect.width(), high)))
        at = self._items.index(lead)
        self._items.pop(at)
        try:
            below = rect.adjusted(0, high + self._gap, 0, 0)
            more = super()._arrange(below, move=move)
        finally:
            self._items.insert(at, lead)
        return high + (self._gap + more if more else 0)

    def _parts(self) -> tuple[QLayoutItem | None, list[QLayoutItem]]:
        """Answer the words, None while they are hidden, and the rest in sight."""
        shown = self._shown()
        first = self._items[0] if self._items else None
        if first is None or first not in shown:
            return None, shown
        return first, [item for item in shown if item is not first]

    def _placed(self, corner: QPoint, size: QSize, high: int) -> QRect:
        down = 0 if self._top else (high - size.height()) // 2
        return QRect(corner + QPoint(0, down), size)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
