"""A small button inside the right end of a line, such as the calendar of a date."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QLineEdit, QToolButton

from ui.icons import icon as icon_named
from ui.palette import Role
from ui.style import length


class InnerButton(QToolButton):
    """Sits inside a line; a click does what a key of the line does too."""

    def __init__(self, line: QLineEdit, icon: str, name: str) -> None:
        """Sit in `line`; `name` is its tooltip and accessible name."""
        super().__init__(line)
        self._line = line
        side = length(18)
        self.setIconSize(QSize(side, side))
        self.setFixedSize(length(28), length(28))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_icon(icon, name)
        line.setTextMargins(0, 0, length(26), 0)
        line.installEventFilter(self)
        self._place()

    def show_icon(self, icon: str, name: str) -> None:
        """Show another icon with another name."""
        self.setIcon(icon_named(icon, Role.QUIET))
        self.setToolTip(name)
        self.setAccessibleName(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the right end."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        gap = (self._line.height() - self.height()) // 2
        self.move(self._line.width() - self.width() - max(2, gap), gap)
