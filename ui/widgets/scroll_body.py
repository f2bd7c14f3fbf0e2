"""A body that scrolls when it does not fit: forms and cards of a page stand in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.style import length, spacing


def own_viewport(area: QScrollArea) -> QWidget:
    """Give a scroll area a viewport that Python has made, and answer it.

    Asked for one that Qt has made, PySide6 prepares every kind of widget there is, to find out
    which it is: a hundredth of a second and more on the way to the first page.
    """
    viewport = QWidget()
    area.setViewport(viewport)
    return viewport


class ScrollBody(QScrollArea):
    """Scrolls up and down only; what gets the focus is brought into view."""

    def __init__(self, parent: QWidget | None = None, *, most_width: int = 0) -> None:
        """Add widgets to `body`; `most_width` (pixels at 100 %) keeps lines readable."""
        super().__init__(parent)
        self._viewport = own_viewport(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._content = QWidget()
        self._content.setProperty("kind", "clear")
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(spacing(16))
        if most_width:
            self._content.setMaximumWidth(length(most_width))
        self.setWidget(self._content)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a widget below the others."""
        self.body.addWidget(widget, stretch)

    def end(self) -> None:
        """Fill the room below the last widget."""
        self.body.addStretch(1)

    def _on_range_changed(self, least: int, most: int) -> None:
        """Keep a gap beside the scroll bar; without one, end where the page ends."""
        margins = self.body.contentsMargins()
        margins.setRight(spacing(4) if most > least else 0)
        self.body.setContentsMargins(margins)
        self._come_up()

    def _come_up(self) -> None:
        """Show the head of the page again where what has the focus is in sight with it.

        While a page is being laid out, what has the focus is brought into view too early.
        """
        now = QApplication.focusWidget()
        if now is None or not self._content.isAncestorOf(now):
            return
        bottom = now.mapTo(self._content, now.rect().bottomLeft()).y()
        if bottom + spacing(24) <= self._viewport.height():
            self.verticalScrollBar().setValue(0)

    def _on_focus_changed(self, _before: QObject | None, now: QObject | None) -> None:
        if isinstance(now, QWidget) and self._content.isAncestorOf(now):
            self.ensureWidgetVisible(now, spacing(24), spacing(24))

    def changeEvent(self, event: QEvent) -> None:
        """Let the scroll area stay clear in every theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._viewport.setAutoFillBackground(False)
