"""A large button with an icon, a name and a sentence that says what happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from ui.palette import Role
from ui.style import spacing
from ui.widgets.banner import IconLabel
from ui.widgets.labels import quiet, strong
from ui.widgets.words_button import WordsButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_ICON = 28


class ChoiceButton(WordsButton):
    """One of a few ways to go on."""

    def __init__(self, name: str, sentence: str, icon_name: str) -> None:
        """Build the button; `icon_name` is a file of resources/icons."""
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)
        words = QVBoxLayout()
        words.setSpacing(spacing(4))
        words.addWidget(strong(name))
        words.addWidget(quiet(sentence))
        gap = spacing(16)
        self.row.setContentsMargins(gap, spacing(12), gap, spacing(12))
        self.row.setSpacing(gap)
        icon = IconLabel(icon_name, Role.PRIMARY, _ICON)
        self.row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addLayout(words, 1)
        self.finish()


def choices(*buttons: QWidget) -> QVBoxLayout:
    """Answer the buttons one below the other."""
    column = QVBoxLayout()
    column.setSpacing(spacing(12))
    for button in buttons:
        column.addWidget(button)
    return column
