"""Where the window says what the machine cannot do just now, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import say
from ui.style import spacing
from ui.widgets.banner import Banner, Kind

if TYPE_CHECKING:
    from app.errors import Refused, Unavailable


class MessageArea(QWidget):
    """One banner above the pages; a newer message takes the place of the older."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin silent."""
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(spacing(24), spacing(12), spacing(24), 0)
        self._banner: Banner | None = None
        self.hide()

    def show_unavailable(self, error: Unavailable) -> None:
        """Say what happened and what to do."""
        self.show_message("danger", f"{say(error.problem)} {say(error.remedy)}".strip())

    def show_refused(self, error: Refused) -> None:
        """Say why an act that no form asked for was refused."""
        self.show_message("attention", " ".join(say(problem) for problem in error.problems))

    def show_message(self, kind: Kind, sentence: str) -> None:
        """Show a sentence until it is closed."""
        self.clear()
        self._banner = Banner(kind, sentence, closable=True)
        self._banner.dismissed.connect(self.hide)
        self._layout.addWidget(self._banner)
        self.show()

    def clear(self) -> None:
        """Say nothing."""
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None
        self.hide()

    def text(self) -> str:
        """Answer the sentence that is shown, "" when none is."""
        return self._banner.accessibleName() if self._banner and not self.isHidden() else ""
