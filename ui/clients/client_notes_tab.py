"""The notes of a client: a field for a new one, and all of them, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.clients.queries import client_notes
from resources.text import _, say
from ui.clients.note_composer import NoteComposer
from ui.clients.notes_view import NotesView
from ui.style import spacing
from ui.widgets.empty_state import EmptyState
from ui.widgets.loading import StateStack

if TYPE_CHECKING:
    from uuid import UUID

    from app.clients.queries import ClientNoteRow
    from app.errors import Unavailable
    from ui.desk import Desk, Pending


class ClientNotesTab(QWidget):
    """Shows the notes of one client after another without being built anew."""

    said = Signal(str, object)
    saved_state = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with nobody."""
        super().__init__(parent)
        self._desk = desk
        self._client_id: UUID | None = None
        self._pending: Pending[tuple[ClientNoteRow, ...]] | None = None
        self.composer = NoteComposer(desk)
        self.composer.said.connect(self.said)
        self.composer.saved_state.connect(self.saved_state)
        self.view = NotesView()
        self.state = StateStack(self.view)
        self.state.retried.connect(self.refresh)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, spacing(12), 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self.composer)
        layout.addWidget(self.state, 1)

    def ask_for(self, client_id: UUID) -> None:
        """Ask for the notes of a client, unless they are shown already."""
        if client_id != self._client_id:
            self._client_id = client_id
            self.refresh()

    def pause(self) -> None:
        """Leave what can wait: another client is about to be shown."""
        self.view.pause()
        self.composer.pause()

    def take(self, client_id: UUID, notes: tuple[ClientNoteRow, ...]) -> None:
        """Show notes that were asked for together with the card."""
        if self._pending is not None:
            self._pending.forget()
        self._client_id = client_id
        self._on_found(notes)

    def show_client(self, client_id: UUID, name: str) -> None:
        """Let notes be written; what was begun about another stays there as a draft."""
        self.ask_for(client_id)
        self.composer.begin(client_id, name)

    def refresh(self) -> None:
        """Ask again for the notes."""
        if self._client_id is None:
            return
        if self._pending is not None:
            self._pending.forget()
        self.state.show_loading()
        self._pending = self._desk.ask(client_notes, self._client_id).then(self._on_found)
        self._pending.if_unavailable(self._on_unavailable)

    def flush(self) -> None:
        """Keep a note that is being written as a draft."""
        self.composer.flush()

    def begin_note(self) -> None:
        """Go to the field for a new note."""
        self.composer.text.setFocus()

    def _on_found(self, notes: tuple[ClientNoteRow, ...]) -> None:
        self._pending = None
        if notes != self.view.notes():
            self.view.show_notes(notes)
        else:
            self.view.go_on()
        if notes:
            self.state.show_content()
        else:
            self.state.show_empty(EmptyState(_("Nothing is noted yet."), icon="note"))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
