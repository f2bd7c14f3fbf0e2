"""A sentence at the bottom left that goes away by itself, with a way to undo.

It never lies over what the keyboard is at, nor over the button that saves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget
from shiboken6 import isValid

from resources.text import _
from ui.palette import Role
from ui.style import length, spacing
from ui.widgets.buttons import icon_button, plain_button
from ui.widgets.labels import Label
from ui.widgets.toast_place import is_in_the_way, place_over

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

SHOWN_FOR = 8_000
"""Milliseconds that a toast stays; it stays as long as the pointer or focus is on it."""
LOOKS_AGAIN = 250
"""Milliseconds after which it makes room for what came below it meanwhile."""


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
        self._close.clicked.connect(self.dismiss)
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
        # A page may still be changing when it says something, and is worked on below it.
        self._settle = QTimer(self)
        self._settle.setInterval(LOOKS_AGAIN)
        self._settle.timeout.connect(self._on_settled)
        self._came_from: QWidget | None = None
        over.installEventFilter(self)
        self._app().focusChanged.connect(self._on_focus_changed)
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
        self._settle.start()

    def text(self) -> str:
        """Answer the sentence that is shown, "" when none is."""
        return self._words.text() if self.isVisibleTo(self._over) else ""

    def undo(self) -> None:
        """Take the last act back, once, if it can be."""
        undo, self._undo = self._undo, None
        self.dismiss()
        if undo is not None:
            undo()

    def dismiss(self) -> bool:
        """Hide the sentence, and give the keyboard back; answer whether there was one."""
        if self.isHidden():
            return False
        if self._has_keyboard() and self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus()
        self.hide()
        return True

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
        self.move(place_over(self._over, self.size(), self))

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _on_time_over(self) -> None:
        if self.underMouse() or self._has_keyboard():
            self._timer.start()
        else:
            self.hide()

    def _on_settled(self) -> None:
        if self.isHidden():
            self._settle.stop()
        elif not self.underMouse() and is_in_the_way(self._over, self):
            self._fit()

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        """Make room for what the keyboard comes to, and know where it came from."""
        if self.isHidden() or now is None:
            return
        if not self.isAncestorOf(now):
            self._on_settled()
        elif before is not None and not self.isAncestorOf(before):
            self._came_from = before

    @staticmethod
    def _app() -> QApplication:
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - no widget without an application
        return app

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hide with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
