"""A sentence at the bottom left that goes away by itself, with a way to undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from resources.text import _
from ui.palette import Role
from ui.style import length, spacing
from ui.widgets.buttons import icon_button, plain_button
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

SHOWN_FOR = 8_000
"""Milliseconds that a toast stays; it stays as long as the pointer or focus is on it."""


class Toaster(QFrame):
    """Shows one toast at a time over a widget; `undo` runs once when its button is pressed."""

    def __init__(self, over: QWidget) -> None:
        """Lie over the bottom left of a widget, hidden."""
        super().__init__(over)
        self._over = over
        self.setProperty("kind", "toast")
        self._undo: Callable[[], object] | None = None
        self._words = Label()
        self._undo_button = plain_button(_("Undo"))
        self._undo_button.clicked.connect(self.undo)
        self._close = icon_button("close", _("Hide this message"), Role.WINDOW)
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(spacing(16), spacing(8), spacing(8), spacing(8))
        layout.setSpacing(spacing(12))
        layout.addWidget(self._words, 1)
        layout.addWidget(self._undo_button)
        layout.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_FOR)
        self._timer.timeout.connect(self._on_time_over)
        over.installEventFilter(self)
        self.hide()

    def say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Show a sentence, with an undo button when there is a way back."""
        self._undo = undo
        self._words.setText(text)
        self._undo_button.setVisible(undo is not None)
        self.setAccessibleName(text)
        self._fit()
        self.show()
        self.raise_()
        self._timer.start()

    def text(self) -> str:
        """Answer the sentence that is shown, "" when none is."""
        return self._words.text() if self.isVisibleTo(self._over) else ""

    def undo(self) -> None:
        """Take the last act back, once, if it can be."""
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom left when the window changes."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Be as wide as the sentence, or as there is room; then the sentence wraps."""
        margins = self.contentsMargins().left() + self.contentsMargins().right()
        buttons = sum(
            button.sizeHint().width() + spacing(12)
            for button in (self._undo_button, self._close)
            if not button.isHidden()
        )
        room = self._over.width() - 2 * spacing(24) - buttons - margins - spacing(24)
        wide = self._words.fontMetrics().horizontalAdvance(self._words.text()) + spacing(8)
        self._words.setFixedWidth(max(length(80), min(wide, room, length(520))))
        self._words.setFixedHeight(self._words.heightForWidth(self._words.width()))
        self.adjustSize()
        self.move(spacing(24), self._over.height() - self.height() - spacing(16))

    def _on_time_over(self) -> None:
        focused = QApplication.focusWidget()
        if self.underMouse() or (focused is not None and self.isAncestorOf(focused)):
            self._timer.start()
        else:
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hide with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
