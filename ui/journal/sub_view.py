"""Something that takes the place of the notes for a while: a way back, a title, its content."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.text import _
from ui.style import spacing
from ui.widgets.buttons import quiet_button
from ui.widgets.labels import heading


class SubView(QWidget):
    """Put widgets into `body`; Escape leads back."""

    left = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """Show `title` beside the way back."""
        super().__init__(parent)
        self.back_button = quiet_button(_("Back to the notes"), "back")
        self.back_button.clicked.connect(self.leave)
        self.head = QHBoxLayout()
        self.head.setSpacing(spacing(12))
        self.head.addWidget(self.back_button)
        self.head.addWidget(heading(title), 1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(spacing(12))
        self.body.addLayout(self.head)
        self.listen(QKeyCombination(Qt.Key.Key_Escape), self.back_button.click)

    def listen(self, keys: QKeyCombination, slot: object) -> None:
        """Call `slot` for keys that are pressed in this view."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    def leave(self) -> None:
        """Go back to the notes."""
        self.left.emit()

    def flush(self) -> None:
        """Keep what is typed; most views have nothing to keep."""
