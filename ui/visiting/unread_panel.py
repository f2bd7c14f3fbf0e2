"""The note on a visit beside the list of those that wait, with one key to say that it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.visiting.queries import visit_details
from resources.text import _, say
from ui.style import spacing
from ui.views.card_panel import CardPanel, RecordCard
from ui.visiting.record_lines import RecordLines
from ui.visiting.visit_facts import VisitFacts
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Unavailable
    from app.visiting.rows import VisitDetails
    from ui.desk import Desk


class UnreadCard(RecordCard):
    """Records are visits."""

    read_wanted = Signal(object)
    """The id of the visit."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(desk, parent)
        self._person: UUID | None = None
        self._told: UUID | None = None
        self._card = Card()
        self._content = QVBoxLayout()
        self._content.setSpacing(spacing(12))
        self.read_button = primary_button(_("Read, next note"), "check")
        self.read_button.setToolTip(_("I have read it; show the next (Ctrl+Enter)"))
        self.visit_button = plain_button(_("Show visit"), "visiting")
        self.person_button = quiet_button(_("Show person"), "person")
        row = FlowLayout(gap=spacing(8))
        for button in (self.read_button, self.visit_button, self.person_button):
            row.addWidget(button)
        self._card.add(self._content)
        self._card.add(row)
        body = ScrollBody(most_width=640)
        body.add(self._card)
        body.end()
        self.state = StateStack(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state)
        self.read_button.clicked.connect(self._on_read_clicked)
        self.visit_button.clicked.connect(self._on_visit_clicked)
        self.person_button.clicked.connect(self._on_person_clicked)
        self.state.retried.connect(self.refresh)

    def refresh(self) -> None:
        """Ask again for what is shown."""
        if self.record_id is not None:
            self.state.show_loading()
            pending = self.desk.ask(visit_details, self.record_id)
            pending.then(self._on_found).if_unavailable(self._on_unavailable)

    def unread_id(self) -> UUID | None:
        """Answer the visit whose note can be said to be read: its own words have been shown."""
        is_told = self._told is not None and self._told == self.record_id
        return self._told if is_told and not self.read_button.isHidden() else None

    def _on_found(self, details: VisitDetails | None) -> None:
        if details is None:
            self.state.show_failed(_("This visit no longer exists."))
            return
        if details.visit.id != self.record_id:
            return
        self._told, self._person = details.visit.id, details.visit.client_id
        while (item := self._content.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._content.addWidget(VisitFacts(details))
        self._content.addWidget(RecordLines(details))
        self.read_button.setVisible(details.facts.is_unread)
        self.state.show_content()

    def _on_read_clicked(self) -> None:
        if (unread := self.unread_id()) is not None:
            self.read_wanted.emit(unread)

    def _on_visit_clicked(self) -> None:
        self.place_wanted.emit(Place("visiting", self.record_id))

    def _on_person_clicked(self) -> None:
        self.place_wanted.emit(Place("clients", self._person))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


class UnreadPanel(CardPanel):
    """Shows notes only; whoever wants to change one goes to the visit."""

    card: UnreadCard

    def __init__(self, desk: Desk) -> None:
        """Begin with none chosen."""
        nothing = EmptyState(_("Choose a note to read it here."), icon="note")
        super().__init__(desk, UnreadCard(desk), nothing)

    def edit(self, record_id: UUID | None) -> None:
        """Show the visit, where its record can be corrected."""
        if record_id is not None:
            self.place_wanted.emit(Place("visiting", record_id))
