"""A text of a few lines that stays as high as it is asked to be; longer ones scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.long_text_field import LongTextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class ShortTextField(LongTextField):
    """For answers of a sentence or two, where a form asks for many of them."""

    def __init__(self, lines: int = 2, parent: QWidget | None = None) -> None:
        """Be `lines` lines high."""
        super().__init__(lines, parent)
        self.setMaximumHeight(self.minimumHeight())
