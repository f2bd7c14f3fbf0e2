"""Where a message may lie over a page: at the bottom left, or where it hides nothing in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMargins, QPoint, QRect, QRectF, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QTabBar,
    QWidget,
)

from ui.style import spacing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QSize

_AT_NO_PRICE, _BUTTON, _IN_USE = 1000, 10, 1
"""How bad it is to hide: what the hand is at or saves with, a button or field, the rest of a list
in use."""
_TO_USE = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QTabBar)


class _Part(NamedTuple):
    """Something that is seen, and how bad it is to hide it."""

    rect: QRect
    price: int


def place_over(over: QWidget, size: QSize, but: QWidget) -> QPoint:
    """Answer where something of a size hides the least; parts of `but` itself do not count."""
    parts = [*_in_use(over, but), *_buttons(over, over, but)]
    places = [QPoint(x, y) for x, y in _places(over, size, parts)]
    return min(places, key=lambda place: _price(QRect(place, size), parts))


def is_in_the_way(over: QWidget, toast: QWidget) -> bool:
    """Answer whether a message hides something, and would better be elsewhere."""
    parts = [*_in_use(over, toast), *_buttons(over, over, toast)]
    return _price(toast.geometry(), parts) > 0


def _places(over: QWidget, size: QSize, parts: Sequence[_Part]) -> Iterator[tuple[int, int]]:
    """Answer the places in the order of their habit: bottom, top, above what stands below."""
    side, edge = spacing(24), spacing(16)
    lefts = (side, max(side, over.width() - size.width() - side))
    bottom = over.height() - size.height() - edge
    for left in lefts:
        yield left, bottom
    for left in lefts:
        yield left, edge
    for left in lefts:
        yield left, _above(QRect(QPoint(left, bottom), size), parts)


def _above(rect: QRect, parts: Sequence[_Part]) -> int:
    """Answer the lowest top of a message that stands above the buttons in its way."""
    gap, buttons = spacing(8), [part.rect for part in parts if part.price >= _BUTTON]
    lifted = QRect(rect)
    while hit := [button for button in buttons if button.intersects(lifted)]:
        lifted.moveBottom(min(button.top() for button in hit) - gap)
    return max(lifted.top(), spacing(16))


def _price(rect: QRect, parts: Sequence[_Part]) -> int:
    return sum(part.price for part in parts if part.rect.intersects(rect))


def _in_use(over: QWidget, but: QWidget) -> Iterator[_Part]:
    """Answer what the keyboard is at; in a list or a long text, that is a line of it."""
    focused = QApplication.focusWidget()
    if focused is None or not over.isAncestorOf(focused) or but.isAncestorOf(focused):
        return
    whole = _seen(focused, focused.rect(), over)
    line = _line_in_use(focused)
    if line is not None:
        yield _Part(_seen(focused, line, over), _AT_NO_PRICE)
    yield _Part(whole, _AT_NO_PRICE if line is None else _IN_USE)


def _line_in_use(focused: QWidget) -> QRect | None:
    if isinstance(focused, QAbstractItemView):
        line = focused.visualRect(focused.currentIndex())
        return line.translated(focused.viewport().pos())
    if focused.height() > spacing(100):
        cursor = focused.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        # A long text tells it with fractions, other inputs without.
        return cursor.toRect() if isinstance(cursor, QRectF) else QRect(cursor or QRect())
    return None


def _buttons(inside: QWidget, over: QWidget, but: QWidget) -> Iterator[_Part]:
    """Answer buttons and fields that are seen; what is hidden is not even looked into."""
    for child in inside.children():
        if not isinstance(child, QWidget) or child is but or not child.isVisible():
            continue
        if isinstance(child, _TO_USE):
            is_main = child.property("kind") == "primary"
            rect = _seen(child, child.rect(), over)
            yield _Part(rect, _AT_NO_PRICE if is_main else _BUTTON)
        else:
            yield from _buttons(child, over, but)


def _seen(widget: QWidget, part: QRect, over: QWidget) -> QRect:
    """Answer what is seen of a part of a widget, with its focus ring, as it lies in `over`."""
    ring = spacing(4)
    rect, at = part & widget.rect(), widget
    while at is not over and not rect.isEmpty():
        above = at.parentWidget() or over
        rect = rect.translated(at.pos()) & above.rect()
        at = above
    return rect if rect.isEmpty() else rect.marginsAdded(QMargins(ring, ring, ring, ring))
