"""A sentence with a sign of how it is meant; unlike a status it may need several lines."""

from __future__ import annotations

from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.palette import Role
from ui.style import spacing
from ui.widgets.banner import IconLabel
from ui.widgets.labels import Label

_LOOKS = MappingProxyType(
    {
        "plain": ("info", Role.QUIET),
        "done": ("done", Role.DONE),
        "attention": ("warning", Role.ATTENTION),
        "danger": ("danger", Role.DANGER),
    }
)


class Remark(QWidget):
    """Tones are "plain", "done", "attention" and "danger"."""

    def __init__(self, sentence: str = "", tone: str = "plain") -> None:
        """Show a sentence; an empty one leaves the room free."""
        super().__init__()
        self._sign = IconLabel("info", Role.QUIET, 16)
        self.words = Label()
        self._sign.setFixedHeight(self.words.fontMetrics().lineSpacing())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing(6))
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.say(sentence, tone)

    def say(self, sentence: str, tone: str = "plain") -> None:
        """Show another sentence."""
        name, role = _LOOKS[tone]
        self._sign.show_icon(name, role)
        self.words.setText(sentence)
        self.words.set_tone("" if tone == "plain" else tone)
        self.setAccessibleName(sentence)

    def sentence(self) -> str:
        """Answer the sentence."""
        return self.words.text()
