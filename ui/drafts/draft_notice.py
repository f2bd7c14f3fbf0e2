"""The line above a form that says a draft was brought back, discarded, or cannot be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import _
from ui import formats
from ui.widgets.banner import Banner, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


class DraftNotice(QWidget):
    """Empty and hidden until there is something to say about the draft."""

    discard_wanted = Signal()
    undo_wanted = Signal(object)
    """The texts to put back after a draft was discarded by mistake."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._banner: Banner | None = None
        self._is_trouble = False
        self._discarded: Mapping[str, str] = {}
        self.hide()

    def show_restored(self, saved: datetime, now: datetime) -> None:
        """Say that what was typed at the local time `saved` was brought back."""
        same_day = saved.date() == now.date()
        when = formats.show_time(saved) if same_day else formats.show_datetime(saved)
        banner = self._show("hint", _("Restored from {time}.").format(time=when), _("Discard"))
        banner.acted.connect(self.discard_wanted)

    def show_discarded(self, texts: Mapping[str, str]) -> None:
        """Say that the draft is gone, and offer its texts once more."""
        self._discarded = texts
        banner = self._show("hint", _("The draft was discarded."), _("Undo"))
        banner.acted.connect(self._on_undo)

    def show_trouble(self, sentence: str) -> None:
        """Say plainly that what is typed cannot be kept just now."""
        self._show("danger", sentence)
        self._is_trouble = True

    def clear_trouble(self) -> None:
        """Take a trouble away that is over; a restored draft stays announced."""
        if self._is_trouble:
            self.clear()

    def clear(self) -> None:
        """Say nothing."""
        self._is_trouble = False
        self.hide()
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None

    def _show(self, kind: Kind, sentence: str, action: str = "") -> Banner:
        self.clear()
        self._banner = Banner(kind, sentence, action)
        self._layout.addWidget(self._banner)
        self.show()
        return self._banner

    def _on_undo(self) -> None:
        self.undo_wanted.emit(self._discarded)
