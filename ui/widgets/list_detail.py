"""A list and what is chosen in it: side by side on a wide page, one after the other on a narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from resources.text import _
from ui.style import length, spacing
from ui.widgets.buttons import quiet_button, reword

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

WIDE_WINDOW = 1100
"""Pixels of window width from which both stand side by side."""
_RAIL = 150


class ListDetail(QWidget):
    """Both halves side by side from 1100 px of window; below that the detail has a way back."""

    went_back = Signal()
    list_shown = Signal(bool)
    """Whether the list can be seen: a narrow page hides it while a detail is open."""

    def __init__(
        self,
        list_widget: QWidget,
        detail_widget: QWidget,
        parent: QWidget | None = None,
        *,
        list_share: int = 2,
        detail_share: int = 3,
    ) -> None:
        """Show a list and a detail; the shares say how a wide page is divided."""
        super().__init__(parent)
        self._list = list_widget
        self._detail = QWidget()
        self._words = _("Back to the list")
        self._back = quiet_button(self._words, "back")
        self._back.clicked.connect(self.show_list)
        inner = QVBoxLayout(self._detail)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(spacing(8))
        inner.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(detail_widget, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(spacing(16))
        for part, share in ((self._list, list_share), (self._detail, detail_share)):
            self._splitter.addWidget(part)
            self._splitter.setStretchFactor(self._splitter.count() - 1, share)
        self._splitter.setSizes([list_share * 1000, detail_share * 1000])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        self._wide: bool | None = None
        self._detail_open = False
        self._detail_stays = True
        self._arrange()

    def is_wide(self) -> bool:
        """Answer whether both halves stand side by side."""
        return self.width() >= length(WIDE_WINDOW - _RAIL)

    def let_detail_stay(self, *, stays: bool, words: str = "") -> None:
        """Say whether a wide page shows the detail also while nothing is open in it.

        Where it does not stay, a button with `words` closes it again.
        """
        self._detail_stays = stays
        self._words = words or _("Back to the list")
        self._arrange()

    def show_detail(self) -> None:
        """Show the detail; on a narrow page instead of the list."""
        self._detail_open = True
        self._arrange()

    def show_list(self) -> None:
        """Show the list; on a narrow page instead of the detail."""
        was_open, self._detail_open = self._detail_open, False
        self._arrange()
        self._list.setFocus()
        if was_open:
            self.went_back.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew when the page becomes wide or narrow."""
        super().resizeEvent(event)
        if self.is_wide() != self._wide:
            self._arrange()

    def _arrange(self) -> None:
        self._wide = self.is_wide()
        stays = self._wide and self._detail_stays
        self._back.setVisible(not stays)
        reword(self._back, self._words if self._wide else _("Back to the list"))
        has_list = self._wide or not self._detail_open
        self._list.setVisible(has_list)
        self._detail.setVisible(stays or self._detail_open)
        self.list_shown.emit(has_list)
