"""What the calendar says when an office has more visits than can be shown at once."""

from __future__ import annotations

from resources.text import _
from ui.widgets.banner import Banner


class TooMany(Banner):
    """Hidden while everything is shown."""

    def __init__(self) -> None:
        """Begin hidden."""
        super().__init__("attention", "")
        self.hide()

    def show_most(self, most_a_day: int) -> None:
        """Say how many of each day are shown; 0 for all of them."""
        words = _(
            "There are too many visits to show at once: of each day you see the first {count}."
            " Choose a district or a visitor."
        )
        self.set_text(words.format(count=most_a_day))
        self.setVisible(most_a_day > 0)
