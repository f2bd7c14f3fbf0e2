"""A page below "More": a title, the way back, and one column of cards."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.text import _
from ui.style import spacing
from ui.widgets.buttons import quiet_button
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody

_WIDTH = 760


class SubPage(QWidget):
    """Subclasses put cards into `body`; it scrolls where the window is small."""

    back_wanted = Signal()
    said = Signal(str)
    """A sentence for the toast."""

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        """Show `title`, and the way back to the overview."""
        super().__init__(parent)
        self.header = PageHeader(title, subtitle)
        self.back_button = quiet_button(_("More"), "back")
        self.back_button.clicked.connect(self.back_wanted)
        self.body = ScrollBody(most_width=_WIDTH)
        back = QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(12))
        column.addLayout(back)
        column.addWidget(self.header)
        column.addWidget(self.body, 1)

    def refresh(self) -> None:
        """Ask again for what is shown."""
