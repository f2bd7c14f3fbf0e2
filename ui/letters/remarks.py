"""What to look at before a letter leaves: quiet banners that stop nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import say
from ui.style import spacing
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.errors import Problem


class Remarks(QWidget):
    """Banners for remarks; empty while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._sentences: tuple[str, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(spacing(8))
        self.hide()

    def show_remarks(self, remarks: Sequence[Problem]) -> None:
        """Show these remarks and no others."""
        sentences = tuple(say(remark) for remark in remarks)
        if sentences == self._sentences:
            return
        self._sentences = sentences
        while (item := self._box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for sentence in sentences:
            self._box.addWidget(Banner("attention", sentence))
        self.setVisible(bool(sentences))
