"""Whether what was typed is kept: saving, saved at a time, or nothing to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _
from ui import formats
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget


class SavedState(StatusLabel):
    """The visible "saved"; it keeps its room, so that nothing jumps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing to say."""
        super().__init__("", "plain", parent=parent)
        self.clear()

    def show_saving(self) -> None:
        """Say that what was typed is on its way."""
        self._icon.show()
        self.set_status(_("Saving …"), "plain", "refresh")

    def show_saved(self, at: datetime | None = None) -> None:
        """Say that everything typed is kept; `at` is the local time of it."""
        words = _("Saved at {time}").format(time=formats.show_time(at)) if at else _("Saved")
        self._icon.show()
        self.set_status(words, "done", "check")

    def show_failed(self) -> None:
        """Say that it could not be kept."""
        self._icon.show()
        self.set_status(_("Not saved"), "danger")

    def clear(self) -> None:
        """Say nothing."""
        self.set_status("")
        self._icon.hide()
