"""A large button with an icon, a name and a sentence that says what happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from ui.palette import Role
from ui.style import spacing
from ui.widgets.banner import IconLabel
from ui.widgets.labels import quiet, strong

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_ICON = 28


class ChoiceButton(QPushButton):
    """One of a few ways to go on; as high as its words need."""

    def __init__(self, name: str, sentence: str, icon_name: str) -> None:
        """Build the button; `icon_name` is a file of resources/icons."""
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        picture = IconLabel(icon_name, Role.PRIMARY, _ICON)
        words = QVBoxLayout()
        words.setSpacing(spacing(4))
        words.addWidget(strong(name))
        words.addWidget(quiet(sentence))
        self._row = QHBoxLayout(self)
        gap = spacing(16)
        self._row.setContentsMargins(gap, spacing(12), gap, spacing(12))
        self._row.setSpacing(gap)
        self._row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Return press it as well as the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        """Answer yes: the sentence wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Answer the height that the words need at a width in pixels."""
        return self._row.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        """Answer the size of the words, not of a push button's caption."""
        return self._row.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Answer the least size of the words."""
        return self._row.totalMinimumSize()


def choices(*buttons: QWidget) -> QVBoxLayout:
    """Answer the buttons one below the other."""
    column = QVBoxLayout()
    column.setSpacing(spacing(12))
    for button in buttons:
        column.addWidget(button)
    return column
