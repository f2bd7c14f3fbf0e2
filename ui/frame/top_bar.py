"""The top bar: which office this is, the search, whether all is saved, and the lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from resources.text import _
from ui.style import length, spacing
from ui.widgets.buttons import icon_button
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.saved_state import SavedState
from ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from datetime import datetime


_WIDE = 600
"""Pixels at 100 % from which there is room for the time of saving."""


class TopBar(QFrame):
    """Always in sight; the DEMO badge cannot be missed."""

    lock_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without an office."""
        super().__init__(parent)
        self.setProperty("kind", "top_bar")
        self._name = ElidedLabel("Nahbar", "strong")
        self._demo = QLabel(_("DEMO"))
        self._demo.setTextFormat(Qt.TextFormat.PlainText)
        self._demo.setProperty("kind", "demo")
        self._demo.setToolTip(_("Everybody in this office is invented. Try whatever you like."))
        self._demo.hide()
        self.search = SearchField(_("Search (Ctrl+K)"), short=_("Search"))
        self.search.setAccessibleName(_("Search people, cases and actions"))
        self.search.setMinimumWidth(length(120))
        self.search.setMaximumWidth(length(440))
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.saved = SavedState()
        self.back = icon_button("back", _("Back (Alt+Left)"))
        self.back.clicked.connect(self.back_wanted)
        self.back.setEnabled(False)
        self.lock = icon_button("lock", _("Lock (Ctrl+L)"))
        self.lock.clicked.connect(self.lock_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(spacing(12), spacing(8), spacing(12), spacing(8))
        layout.setSpacing(spacing(12))
        layout.addWidget(self.back)
        layout.addWidget(self._name)
        layout.addWidget(self._demo)
        layout.addStretch(1)
        layout.addWidget(self.search, 4)
        layout.addStretch(1)
        layout.addWidget(self.saved)
        layout.addWidget(self.lock)

    def show_office(self, name: str, *, is_demo: bool) -> None:
        """Show which office is open, "" for none."""
        self._name.setText(f"Nahbar · {name}" if name else "Nahbar")
        self._demo.setVisible(is_demo)

    def show_saved_state(self, state: str, at: datetime | None = None) -> None:
        """Show "saving", "saved" (at a local time), "failed", or nothing with ""."""
        if state == "saving":
            self.saved.show_saving()
        elif state == "saved":
            self.saved.show_saved(at if self.width() >= length(_WIDE) else None)
        elif state == "failed":
            self.saved.show_failed()
        else:
            self.saved.clear()
