"""A group in the list of one's own, with the button that opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from resources.text import _
from ui.widgets.buttons import plain_button, reword
from ui.widgets.card import Card
from ui.widgets.labels import quiet

if TYPE_CHECKING:
    from app.referrals.psp.rows import GroupRow


class GroupCard(Card):
    """Says of a group only what it is called."""

    opened = Signal(object)

    def __init__(self, group: GroupRow, kind: str) -> None:
        """Show a group of one's own."""
        super().__init__(group.name)
        self.group = group
        self.open_button = plain_button(
            _("Go on") if group.is_open else _("Open"), "unlock" if not group.is_open else "forward"
        )
        reword(self.open_button, _("Open {group}").format(group=group.name))
        self.open_button.clicked.connect(self._on_clicked)
        self.add(quiet(kind))
        self.body.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_clicked(self) -> None:
        self.opened.emit(self.group)
