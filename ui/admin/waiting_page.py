"""A calm full page while something takes a moment."""

from __future__ import annotations

from ui.admin.cover_page import CoverPage
from ui.widgets.progress import Progress


class WaitingPage(CoverPage):
    """Says what is going on; nothing can be pressed meanwhile."""

    def __init__(self, heading: str, sentence: str) -> None:
        """Show a bar that only tells that something moves."""
        super().__init__(heading, sentence, width=460)
        self.column.addWidget(Progress("", can_cancel=False))
