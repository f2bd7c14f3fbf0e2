"""A status: an icon and a word in one tone, so that colour never stands alone."""

from __future__ import annotations

from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.palette import Role
from ui.style import spacing
from ui.widgets.banner import IconLabel
from ui.widgets.labels import Label

_LOOKS = MappingProxyType(
    {
        "plain": ("dot", Role.QUIET),
        "done": ("done", Role.DONE),
        "attention": ("warning", Role.ATTENTION),
        "danger": ("danger", Role.DANGER),
        "primary": ("clock", Role.PRIMARY),
    }
)


class StatusLabel(QWidget):
    """A word with its icon; tones are "plain", "done", "attention", "danger" and "primary"."""

    def __init__(
        self, text: str, tone: str = "plain", icon: str = "", parent: QWidget | None = None
    ) -> None:
        """Show a word in a tone, with the tone's icon or another one."""
        super().__init__(parent)
        name, role = _LOOKS[tone]
        self._icon = IconLabel(icon or name, role, 16)
        self._words = Label(text).unwrapped()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(6))
        layout.addWidget(self._icon)
        layout.addWidget(self._words)
        layout.addStretch()
        self.set_status(text, tone, icon)

    def set_status(self, text: str, tone: str = "plain", icon: str = "") -> None:
        """Show another status."""
        name, role = _LOOKS[tone]
        self._icon.show_icon(icon or name, role)
        self._words.setText(text)
        self._words.set_tone("" if tone == "plain" else tone)
        self.setAccessibleName(text)

    def wrapped(self) -> StatusLabel:
        """Let a whole sentence break into lines; answer itself."""
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)  # noqa: S101 - it was made above
        layout.takeAt(2)
        layout.setStretch(1, 1)
        layout.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        return self

    def text(self) -> str:
        """Answer the word."""
        return self._words.text()
