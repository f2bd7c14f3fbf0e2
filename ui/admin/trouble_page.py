"""A calm full page for an office that cannot be opened: what happened, and the way on."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.admin.cover_page import CoverPage
from ui.palette import Role
from ui.widgets.banner import IconLabel
from ui.widgets.buttons import plain_button, primary_button

_ICON = 40


class TroublePage(CoverPage):
    """One sentence about what happened, one about what to do, and one primary button."""

    acted = Signal()
    """The primary button."""
    other_wanted = Signal()
    """The quieter button."""

    def __init__(self, heading: str, remedy: str, action: str, other: str = "") -> None:
        """Show `heading` and `remedy`; `action` and `other` are the verbs of the buttons."""
        super().__init__(heading, remedy, width=520)
        self.column.insertWidget(0, IconLabel("warning", Role.ATTENTION, _ICON))
        self.action_button = primary_button(action)
        self.action_button.clicked.connect(self.acted)
        self.other_button = plain_button(other)
        self.other_button.clicked.connect(self.other_wanted)
        self.add_buttons(self.action_button, self.other_button)
        self.other_button.setVisible(bool(other))

    def begin(self) -> None:
        """Put the focus on the way on."""
        self.action_button.setFocus()
