"""The states of a page: loading, empty, failed with a retry, or its content.

What is there stays in sight while it is asked for again, and with it the keyboard: only a small
sign says that it takes longer. Where a widget above shows one record after another, its property
`about` names the record: what belongs to another one does not stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from resources.text import _
from ui.palette import Role
from ui.style import spacing
from ui.widgets.banner import IconLabel
from ui.widgets.buttons import plain_button
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

ABOUT = "about"
"""The property of a widget that names the record it shows."""
PATIENCE = 300
"""Milliseconds before "loading" is shown: what answers at once must not flicker."""


class StateStack(QStackedWidget):
    """Shows one of: the content, "loading", an empty state, or what went wrong."""

    retried = Signal()

    def __init__(
        self, content: QWidget, parent: QWidget | None = None, *, scrolls: bool = False
    ) -> None:
        """Begin with the content; one that `scrolls` takes what room there is."""
        super().__init__(parent)
        self._content = content
        self._scrolls = scrolls
        self._loading = _Message("clock", Role.QUIET)
        self._loading.words.setText(_("Loading …"))
        self._failed = _Message("warning", Role.ATTENTION, _("Try again"))
        self._failed.acted.connect(self.retried)
        self._empty: QWidget | None = None
        self._is_filled, self._shown_about = False, ""
        self._sign: Label | None = None
        for part in (content, self._loading, self._failed):
            self.addWidget(part)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(self._on_patience_over)

    def show_content(self) -> None:
        """Show the content."""
        self._fill(self._content)

    def show_loading(self) -> None:
        """Say that it loads, if it takes longer than a moment."""
        self._timer.start()

    def is_loading(self) -> bool:
        """Answer whether it is seen that something loads."""
        return self.currentWidget() is self._loading or self._has_sign()

    def show_empty(self, empty: QWidget) -> None:
        """Show an empty state instead of the content."""
        if self._empty is not None and self._empty is not empty:
            self.removeWidget(self._empty)
            self._empty.deleteLater()
        if self.indexOf(empty) < 0:
            self.addWidget(empty)
        self._empty = empty
        self._fill(empty)

    def show_failed(self, sentence: str) -> None:
        """Say what went wrong, with a button to try again."""
        self._rest()
        self._failed.words.setText(sentence)
        self.setCurrentWidget(self._failed)

    def hasHeightForWidth(self) -> bool:
        """Answer whether the height depends on the width: not where the content scrolls.

        Qt would measure all the words, of the hidden parts too, at each of several widths.
        """
        return not self._scrolls and super().hasHeightForWidth()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sign in its corner."""
        super().resizeEvent(event)
        if self._has_sign():
            self._show_sign()

    def _fill(self, page: QWidget) -> None:
        """Show what was asked for; Qt gives the keyboard back to where it was in there."""
        self._rest()
        self._is_filled, self._shown_about = True, self._about()
        self.setCurrentWidget(page)

    def _rest(self) -> None:
        self._timer.stop()
        if self._sign is not None:
            self._sign.hide()

    def _stays(self) -> bool:
        """Answer whether what is shown is still what is asked for again."""
        is_there = self._is_filled and self.currentWidget() is not self._failed
        return is_there and self._shown_about == self._about()

    def _about(self) -> str:
        """Answer which record the widgets above show; "" where they show no single one."""
        above: QWidget | None = self
        while above is not None:
            if (about := above.property(ABOUT)) is not None:
                return str(about)
            above = above.parentWidget()
        return ""

    def _on_patience_over(self) -> None:
        if self._stays():
            self._show_sign()
        else:
            self.setCurrentWidget(self._loading)

    def _has_sign(self) -> bool:
        return self._sign is not None and not self._sign.isHidden()

    def _show_sign(self) -> None:
        """Say at the bottom right that it loads; what lies below can be pressed all the same."""
        if self._sign is None:
            self._sign = Label(_("Loading …"), "chip", self)
            self._sign.setWordWrap(False)
            self._sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sign.adjustSize()
        gap, size = spacing(8), self._sign.size()
        self._sign.move(self.width() - size.width() - gap, self.height() - size.height() - gap)
        self._sign.show()
        self._sign.raise_()


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
