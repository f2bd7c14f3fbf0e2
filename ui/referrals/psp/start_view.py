"""The groups of the reader, closed; each is opened by saying once more who one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.referrals.psp.rules import KIND_LABELS, GroupKind
from app.referrals.psp.rules.conference import NEEDS_LIST
from resources.text import _
from ui.referrals.psp.group_button import GroupCard
from ui.style import spacing
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.loading import StateStack
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from app.referrals.psp.rows import Start


class StartView(QWidget):
    """Tells which group is to be opened."""

    group_wanted = Signal(object)
    """A `GroupRow`."""
    new_wanted = Signal()
    glass_wanted = Signal()
    list_wanted = Signal()
    """The list of colleagues, without which there are no groups."""

    def __init__(self) -> None:
        """Build it without groups."""
        super().__init__()
        self.header = PageHeader(
            _("Conferences of agencies"), _("Only members of a group see that it is there.")
        )
        self.new_button = primary_button(_("Make a group"), "add")
        self.glass_button = plain_button(_("Enter in an emergency"), "warning")
        self.cards: list[GroupCard] = []
        self.body = ScrollBody(most_width=720)
        self.state = StateStack(self.body)
        for button in (self.glass_button, self.new_button):
            self.header.add_action(button)
        self.new_button.clicked.connect(self.new_wanted)
        self.glass_button.clicked.connect(self.glass_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self.header)
        layout.addWidget(self.state, 1)
        self.body.end()

    def show_start(self, start: Start) -> None:
        """Show the groups, or say what is missing."""
        for button in (self.new_button, self.glass_button):
            button.setVisible(not start.needs_list)
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = []
        if start.needs_list:
            empty = EmptyState(_(NEEDS_LIST), _("Show colleagues"), icon="lock")
            empty.acted.connect(self.list_wanted)
            self.state.show_empty(empty)
        elif not start.groups:
            words = _("You have no seat in any group. Make one, or ask its lead for a seat.")
            self.state.show_empty(EmptyState(words, icon="lock"))
        else:
            self._fill(start)
            self.state.show_content()

    def _fill(self, start: Start) -> None:
        for at, group in enumerate(start.groups):
            kind = _(KIND_LABELS[GroupKind(group.kind)])
            card = GroupCard(group, " · ".join(part for part in (kind, group.area) if part))
            card.opened.connect(self.group_wanted)
            self.body.body.insertWidget(at, card)
            self.cards.append(card)
