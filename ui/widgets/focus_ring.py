"""The ring around whatever has the keyboard focus: 2 px, outside the control, in every window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QTabBar, QWidget
from shiboken6 import isValid

from ui.palette import Role
from ui.style import colour

WIDTH = 2
_GAP = 1
_REACH = WIDTH + _GAP
_RADIUS = 8
_ROUND = ("search", "chip")
"""Kinds of controls whose ends are half circles."""
_MOVES = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
)


class FocusRing(QObject):
    """Watches the focus of the application and draws the ring where it is."""

    def __init__(self, app: QApplication) -> None:
        """Begin watching."""
        super().__init__(app)
        self._ring: _Ring | None = None
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._on_focus_changed)

    @classmethod
    def watch(cls, app: QApplication) -> None:
        """Begin watching, unless a ring watches already: one is enough for all windows."""
        if app.findChild(cls, options=Qt.FindChildOption.FindDirectChildrenOnly) is None:
            cls(app)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the control when it or something around it moves."""
        if event.type() in _MOVES:
            self._follow()
        return super().eventFilter(watched, event)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        self._let_go()
        if now is None or now.isWindow() or now.focusPolicy() == Qt.FocusPolicy.NoFocus:
            return
        window = now.window()
        if window.windowType() == Qt.WindowType.Popup:
            return
        self._target = now
        if isinstance(now, QTabBar):
            now.currentChanged.connect(self._on_tab_changed)
        self._ring = _Ring(window)
        around: QWidget | None = now
        while around is not None and around is not window:
            around.installEventFilter(self)
            self._watched.append(around)
            around = around.parentWidget()
        self._follow()

    def _let_go(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        if isinstance(self._target, QTabBar) and isValid(self._target):
            self._target.currentChanged.disconnect(self._on_tab_changed)
        self._target = None
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None

    def _on_tab_changed(self, _index: int) -> None:
        self._follow()

    def _follow(self) -> None:
        target, ring = self._target, self._ring
        if target is None or ring is None or not (isValid(target) and isValid(ring)):
            return
        window = target.window()
        if not target.isVisibleTo(window):
            ring.hide()
            return
        around, seen = _reach_of(target, window), _seen_of(target, window)
        if ring.isHidden() or (around, seen) != ring.place:
            # Told the same again, it would be drawn again.
            ring.place = around, seen
            ring.setGeometry(around)
            ring.setMask(QRegion(seen.translated(-around.topLeft())))
            ring.radius = around.height() / 2 if target.property("kind") in _ROUND else _RADIUS
            ring.show()
        ring.raise_()


def _reach_of(widget: QWidget, window: QWidget) -> QRect:
    """Answer a widget's rectangle in its window, with the ring around it."""
    # Of tabs only the one that is open: the bar itself reaches across the whole page.
    part = widget.tabRect(widget.currentIndex()) if isinstance(widget, QTabBar) else widget.rect()
    corner = widget.mapTo(window, part.topLeft())
    return QRect(corner, part.size()).adjusted(-_REACH, -_REACH, _REACH, _REACH)


def _seen_of(widget: QWidget, window: QWidget) -> QRect:
    """Answer the part of the window in which scroll areas let the ring be seen."""
    seen, around = window.rect(), widget.parentWidget()
    while around is not None and around is not window:
        area = around.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is around:
            seen = seen.intersected(_reach_of(around, window))
        around = area
    return seen


class _Ring(QWidget):
    """The ring itself; the pointer goes through it."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self.radius: float = _RADIUS
        self.place = QRect(), QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a rounded line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(Role.FOCUS), WIDTH))
        half = WIDTH / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), self.radius, self.radius
        )
