"""Covers the whole window with one screen; what is below can be neither seen nor reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QStackedLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow


class Cover(QWidget):
    """Lies over the window's content, which is hidden meanwhile, and keeps what is in it."""

    def __init__(self, window: QMainWindow) -> None:
        """Cover `window` once a screen is shown."""
        super().__init__(window)
        self.setProperty("kind", "window")
        self.setAutoFillBackground(True)
        self._window = window
        self._screens = QStackedLayout(self)
        self._focus: QWidget | None = None
        self._hidden: list[QWidget] = []
        window.installEventFilter(self)
        self.hide()

    def show_screen(self, screen: QWidget) -> None:
        """Cover the window with `screen`; the one that was shown before is gone."""
        if not self.isVisibleTo(self._window):
            self._hide_content()
        for index in reversed(range(self._screens.count())):
            if (old := self._screens.widget(index)) is not None:
                self._screens.removeWidget(old)
                old.deleteLater()
        self._screens.addWidget(screen)
        self._screens.setCurrentWidget(screen)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        begin = getattr(screen, "begin", None)
        if begin is not None:
            begin()

    def current(self) -> QWidget | None:
        """Answer the screen that covers the window, or None."""
        return self._screens.currentWidget() if self.isVisibleTo(self._window) else None

    def lift(self) -> None:
        """Uncover the window and give the focus back to where it was."""
        self.hide()
        self._content_shown(shown=True)
        for widget in self._hidden:
            widget.show()
        self._hidden = []
        if self._focus is not None:
            self._focus.setFocus()
        self._focus = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def _hide_content(self) -> None:
        self._focus = QApplication.focusWidget()
        if self._focus is not None:
            self._focus.destroyed.connect(self._on_focus_gone)
        self._content_shown(shown=False)
        for widget in QApplication.topLevelWidgets():
            if widget is not self._window and widget.isVisible():
                self._put_away(widget)

    def _put_away(self, widget: QWidget) -> None:
        """Close what waits for an answer, hide what merely lies there."""
        if isinstance(widget, QDialog) and widget.isModal():
            widget.reject()
        elif widget.windowType() in {Qt.WindowType.Window, Qt.WindowType.Dialog}:
            widget.hide()
            self._hidden.append(widget)
        else:
            widget.close()

    def _content_shown(self, *, shown: bool) -> None:
        content = self._window.centralWidget()
        if content is not None:
            content.setVisible(shown)

    def _on_focus_gone(self) -> None:
        self._focus = None
