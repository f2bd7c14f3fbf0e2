"""Says all the time that this is a suitcase: of which tour, and until when it opens."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from app.mobile_advice.suitcase.rules import last_day
from resources.text import _
from ui import formats
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from app.mobile_advice.suitcase.opening import SuitcaseFacts
    from ui.main_window import MainWindow


class Travelling(QObject):
    """Holds the banner above every page while a suitcase is open."""

    def __init__(self, window: MainWindow, facts: SuitcaseFacts) -> None:
        """Show it in the window."""
        super().__init__(window)
        self._window, self._facts = window, facts
        self.banner: Banner | None = None
        self.show_again()

    def stop(self) -> None:
        """Take it away: the suitcase is being closed."""
        self._hide()
        self.deleteLater()

    def show_again(self) -> None:
        """Show it in a window whose parts were made anew."""
        self._hide()
        self.banner = Banner("attention", self.sentence())
        self._window.frame.show_above(self.banner)

    def sentence(self) -> str:
        """Answer what the banner says."""
        facts = self._facts
        return _(
            "Suitcase of the tour {tour} of {day}, until {until}. You work as {who}; "
            "return it in the office."
        ).format(
            tour=facts.tour,
            day=formats.show_date(date.fromisoformat(facts.day)),
            until=formats.show_date(last_day(facts.expires_at)),
            who=facts.packed_by,
        )

    def _hide(self) -> None:
        if self.banner is not None and isValid(self.banner):
            self.banner.hide()
            self.banner.deleteLater()
        self.banner = None
