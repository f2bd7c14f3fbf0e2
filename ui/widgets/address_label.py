"""An address of the web, which may break anywhere: without spaces it would be as wide as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence

from ui.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_BREAK = "\N{ZERO WIDTH SPACE}"
_AFTER = "/.-_?&=,"


class AddressLabel(Label):
    """Small text; what is copied of it has no breaks."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Show an address, or a sentence that names one."""
        broken = "".join(f"{sign}{_BREAK}" if sign in _AFTER else sign for sign in text)
        super().__init__(broken, "small", parent)
        self.setAccessibleName(text)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # Its own menu would copy the breaks.
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is chosen as it was given."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selectedText().replace(_BREAK, ""))
        else:
            super().keyPressEvent(event)
