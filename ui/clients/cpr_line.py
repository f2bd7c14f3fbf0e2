"""The CPR number on a card: its birth date alone, until somebody asks for the rest."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.clients.rules import mask_cpr, show_cpr
from resources.text import _
from ui.style import length, spacing
from ui.widgets.buttons import icon_button
from ui.widgets.labels import Label, quiet


class CprLine(QWidget):
    """Hides the number again whenever another card is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a number."""
        super().__init__(parent)
        self._cpr = ""
        self._is_open = False
        self.words = Label()
        self.button = icon_button("eye", _("Show the CPR number"))
        self.button.clicked.connect(self._on_clicked)
        name = quiet(_("CPR number"))
        name.setMinimumWidth(length(128))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(16))
        layout.addWidget(name)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.button)

    def show_cpr(self, cpr: str) -> None:
        """Take another number, masked; "" hides the line."""
        self._cpr, self._is_open = cpr, False
        self.setVisible(bool(cpr))
        self._show()

    def _on_clicked(self) -> None:
        self._is_open = not self._is_open
        self._show()

    def _show(self) -> None:
        self.words.setText(show_cpr(self._cpr) if self._is_open else mask_cpr(self._cpr))
        name = _("Hide the CPR number") if self._is_open else _("Show the CPR number")
        self.button.setToolTip(name)
        self.button.setAccessibleName(name)
