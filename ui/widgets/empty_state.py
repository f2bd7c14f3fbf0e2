"""What an empty list says: what belongs there, and the button that adds the first one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.palette import Role
from ui.style import spacing
from ui.widgets.banner import IconLabel
from ui.widgets.buttons import primary_button
from ui.widgets.labels import Label


class EmptyState(QWidget):
    """One sentence in the middle, and perhaps one button."""

    acted = Signal()

    def __init__(
        self, sentence: str, button: str = "", parent: QWidget | None = None, *, icon: str = ""
    ) -> None:
        """Say `sentence`; `button` is the verb that adds the first one."""
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(spacing(24), spacing(24), spacing(24), spacing(24))
        layout.setSpacing(spacing(12))
        layout.addStretch()
        middle = Qt.AlignmentFlag.AlignHCenter
        if icon:
            layout.addWidget(IconLabel(icon, Role.CONTROL_LINE, 40), 0, middle)
        self.words = Label(sentence, "quiet")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.words)
        if button:
            act = primary_button(button)
            act.clicked.connect(self._on_clicked)
            layout.addWidget(act, 0, middle)
        layout.addStretch()

    def _on_clicked(self) -> None:
        self.acted.emit()
