"""The states of a page: loading, empty, failed with a retry, or its content."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from resources.text import _
from ui.palette import Role
from ui.style import spacing
from ui.widgets.banner import IconLabel
from ui.widgets.buttons import plain_button
from ui.widgets.labels import Label

PATIENCE = 300
"""Milliseconds before "loading" is shown: what answers at once must not flicker."""


class StateStack(QStackedWidget):
    """Shows one of: the content, "loading", an empty state, or what went wrong."""

    retried = Signal()

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        """Begin with the content."""
        super().__init__(parent)
        self._content = content
        self._loading = _Message("clock", Role.QUIET)
        self._loading.words.setText(_("Loading …"))
        self._failed = _Message("warning", Role.ATTENTION, _("Try again"))
        self._failed.acted.connect(self.retried)
        self._empty: QWidget | None = None
        for part in (content, self._loading, self._failed):
            self.addWidget(part)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(self._on_patience_over)

    def show_content(self) -> None:
        """Show the content."""
        self._timer.stop()
        self.setCurrentWidget(self._content)

    def show_loading(self) -> None:
        """Say that it loads, if it takes longer than a moment."""
        self._timer.start()

    def show_empty(self, empty: QWidget) -> None:
        """Show an empty state instead of the content."""
        self._timer.stop()
        if self._empty is not None and self._empty is not empty:
            self.removeWidget(self._empty)
            self._empty.deleteLater()
        if self.indexOf(empty) < 0:
            self.addWidget(empty)
        self._empty = empty
        self.setCurrentWidget(empty)

    def show_failed(self, sentence: str) -> None:
        """Say what went wrong, with a button to try again."""
        self._timer.stop()
        self._failed.words.setText(sentence)
        self.setCurrentWidget(self._failed)

    def _on_patience_over(self) -> None:
        self.setCurrentWidget(self._loading)


class _Message(QWidget):
    """An icon, a sentence and perhaps a button in the middle."""

    acted = Signal()

    def __init__(self, icon: str, role: Role, button: str = "") -> None:
        super().__init__()
        self.words = Label()
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setSpacing(spacing(12))
        layout.addStretch()
        layout.addWidget(IconLabel(icon, role, 32), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.words)
        if button:
            act = plain_button(button, "refresh")
            act.clicked.connect(self._on_clicked)
            layout.addWidget(act, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()

    def _on_clicked(self) -> None:
        self.acted.emit()
