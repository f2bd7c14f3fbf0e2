"""The way of the Tab key: through what is in sight as it is laid out, whenever it was made.

Qt goes in the order in which widgets were made, so a row that was added goes last, behind the
status bar.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QSplitter, QTabWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

_BY_TAB = Qt.FocusPolicy.TabFocus


def move_on(within: QWidget, current: QWidget, *, forwards: bool) -> bool:
    """Bring the focus from a widget to the next one, or the one before; answer whether it moved.

    What is reached is scrolled into sight; behind the last one comes the first.
    """
    seen = list(_seen(within))
    order = [widget for widget in seen if _is_stop(widget)]
    if not order:
        return False
    if current in order:
        at = order.index(current)
    else:
        at = _place_of(current, seen, order, forwards=forwards)
    following = order[(at + (1 if forwards else -1)) % len(order)]
    within.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
    following.setFocus(reason)
    _scroll_to(following)
    return True


def seen_around(widget: QWidget) -> QWidget | None:
    """Answer the nearest widget in sight that a hidden one stands in."""
    around = widget.parentWidget()
    while around is not None and not around.isVisible():
        around = around.parentWidget()
    return around


def begin_in(widget: QWidget) -> bool:
    """Bring the focus to the first stop inside a widget; answer whether there is one."""
    first = next(_stops(widget), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.OtherFocusReason)
    return first is not None


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """Answer what Tab stops at, from a widget inwards."""
    return filter(_is_stop, _seen(widget))


def _is_stop(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & _BY_TAB)
    return by_tab and widget.isEnabled() and widget.focusProxy() is None


def _seen(widget: QWidget) -> Iterator[QWidget]:
    """Answer everything in sight, from a widget inwards."""
    if not widget.isVisible():
        return
    yield widget
    for inner in _parts(widget):
        yield from _seen(inner)


def _parts(widget: QWidget) -> list[QWidget]:
    """Answer the widgets directly inside another one, as they are laid out."""
    children = (child for child in widget.children() if isinstance(child, QWidget))
    inner = [child for child in children if not child.isWindow()]
    if isinstance(widget, QTabWidget):
        bar = widget.tabBar()
        return sorted(inner, key=lambda child: child is not bar)
    if isinstance(widget, QSplitter):
        # It keeps its parts as they lie upon each other: the last one first.
        return sorted(inner, key=widget.indexOf)
    layout = widget.layout()
    if layout is None:
        return inner
    laid_out = list(_laid_out(layout, inner))
    return [*laid_out, *(child for child in inner if child not in laid_out)]


def _laid_out(layout: QLayout, inner: list[QWidget]) -> Iterator[QWidget]:
    """Answer which of some widgets stand in a layout, in their order.

    Layouts are asked where a widget is, not what is where: an item that was asked for would be
    known to Python longer than it lives.
    """
    deeper = [child for child in layout.children() if isinstance(child, QLayout)]
    parts: list[QWidget | QLayout] = [*inner, *deeper]
    placed = [(_place(layout, part), part) for part in parts]
    for _where, part in sorted((one for one in placed if one[0] >= (0,)), key=itemgetter(0)):
        if isinstance(part, QLayout):
            yield from _laid_out(part, inner)
        elif isinstance(part, QWidget):
            yield part


def _place(layout: QLayout, part: QWidget | QLayout) -> tuple[int, ...]:
    """Answer where something stands in a layout: in a grid line and column, (-1,) for nowhere."""
    at = layout.indexOf(part)
    if at >= 0 and isinstance(layout, QGridLayout):
        line, column, *_spans = cast("tuple[int, int, int, int]", layout.getItemPosition(at))
        return (line, column)
    return (at,)


def _place_of(widget: QWidget, seen: list[QWidget], order: list[QWidget], *, forwards: bool) -> int:
    """Answer from where to go on for a widget that Tab does not stop at, -1 for none.

    That is what surrounds it, or else the stop before it: several that are one stop together,
    such as chips, are left together.
    """
    around = widget.parentWidget()
    while around is not None:
        if around in order:
            return order.index(around)
        around = around.parentWidget()
    if widget not in seen:
        return -1
    before = [one for one in seen[: seen.index(widget)] if _is_stop(one)]
    is_other = bool(widget.focusPolicy() & Qt.FocusPolicy.ClickFocus)
    are_one = is_other and bool(before) and before[-1].parentWidget() is widget.parentWidget()
    return len(before) - 1 if forwards or are_one else len(before)


def _scroll_to(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()
