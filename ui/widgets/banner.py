"""A banner across a page: a hint, something to attend to, or a danger."""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from resources.text import _
from ui.icons import icon as icon_named
from ui.palette import Role
from ui.style import colour, length, spacing
from ui.widgets.buttons import icon_button, plain_button
from ui.widgets.labels import Label

Kind = Literal["hint", "attention", "danger"]
_LOOKS = MappingProxyType(
    {
        "hint": ("info", Role.PRIMARY),
        "attention": ("warning", Role.ATTENTION),
        "danger": ("danger", Role.DANGER),
    }
)


class IconLabel(QLabel):
    """An icon that stands by itself; what it means is said in the words beside it."""

    def __init__(
        self, icon: str, role: Role, pixels: int = 20, parent: QWidget | None = None
    ) -> None:
        """Show an icon of `pixels` at 100 %."""
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self._side = length(pixels)
        self.setFixedSize(self._side, self._side)
        self.show_icon(icon, role)

    def show_icon(self, icon: str, role: Role) -> None:
        """Show another icon."""
        ratio = self.devicePixelRatioF()
        wanted = (icon, colour(role).name(), ratio)
        if wanted == self._shown:
            return
        self._shown = wanted
        self.setPixmap(icon_named(icon, role).pixmap(QSize(self._side, self._side), ratio))


class Banner(QFrame):
    """A coloured box with an icon, a sentence and perhaps one button."""

    acted = Signal()
    dismissed = Signal()

    def __init__(
        self,
        kind: Kind,
        text: str,
        action: str = "",
        parent: QWidget | None = None,
        *,
        closable: bool = False,
    ) -> None:
        """Show a sentence; `action` is the verb of its button."""
        super().__init__(parent)
        name, role = _LOOKS[kind]
        self.setProperty("banner", kind)
        self.setAccessibleName(text)
        self._words = Label(text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(spacing(12), spacing(8), spacing(12), spacing(8))
        layout.setSpacing(spacing(12))
        layout.addWidget(IconLabel(name, role), 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._words, 1)
        if action:
            button = plain_button(action)
            button.clicked.connect(self._on_clicked)
            layout.addWidget(button)
        if closable:
            close = icon_button("close", _("Hide this message"))
            close.clicked.connect(self._on_close_clicked)
            layout.addWidget(close)

    def set_text(self, text: str) -> None:
        """Show another sentence."""
        self._words.setText(text)
        self.setAccessibleName(text)

    def _on_clicked(self) -> None:
        self.acted.emit()

    def _on_close_clicked(self) -> None:
        self.hide()
        self.dismissed.emit()
