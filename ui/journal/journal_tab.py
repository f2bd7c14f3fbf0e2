"""The journal of a person: a field for a new note, and all of them, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.journal.queries import journal_of
from app.journal.rules import FollowUp
from resources.text import _, say
from ui.journal.closing_line import ClosingLine
from ui.journal.correction_view import CorrectionView
from ui.journal.files_view import FilesView
from ui.journal.note_bar import NoteBar
from ui.journal.note_composer import NoteComposer
from ui.journal.note_deeds import NoteDeeds
from ui.journal.notes_view import NotesView
from ui.journal.older_notes import OlderNotes
from ui.journal.paper_view import PaperView
from ui.journal.versions_view import VersionsView
from ui.style import spacing
from ui.widgets.empty_state import EmptyState
from ui.widgets.loading import StateStack
from ui.widgets.tall_page import TallPage

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Unavailable
    from app.journal.queries import NoteRow
    from ui.desk import Desk, Pending
    from ui.journal.sub_view import SubView


class JournalTab(QStackedWidget):
    """Shows the notes of one person after another without being built anew."""

    said = Signal(str, object)
    saved_state = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with nobody."""
        super().__init__(parent)
        self._desk = desk
        self._client_id: UUID | None = None
        self._name = ""
        self._wanted: tuple[UUID, UUID] | None = None
        self._wants_correction = False
        self._pending: Pending[tuple[NoteRow, ...]] | None = None
        self.sub: SubView | None = None
        self.composer = NoteComposer(desk)
        self.closings = ClosingLine(desk)
        self.view = NotesView()
        self.older = OlderNotes(desk, self)
        self.bar = NoteBar()
        self.deeds = NoteDeeds(desk, self)
        self._notes = QWidget()
        self.state = StateStack(self._notes)
        self._arrange()
        self._connect()

    def ask_for(self, client_id: UUID) -> None:
        """Ask for the notes of a person, unless they are shown already."""
        if client_id != self._client_id:
            self._begin(client_id)
            self.refresh()

    def pause(self) -> None:
        """Leave what can wait: another person is about to be shown."""
        self.view.pause()
        self.older.pause()
        self.composer.pause()

    def take(self, client_id: UUID, notes: tuple[NoteRow, ...], asked: int) -> None:
        """Show the newest notes, which were asked for together with the card.

        The older ones follow a moment later, if there are as many as were `asked` for.
        """
        if self._pending is not None:
            self._pending.forget()
            self._pending = None
        self.older.forget()
        is_same = client_id == self._client_id
        if not is_same:
            self._begin(client_id)
        if len(notes) < asked:
            self._on_found(notes)
            return
        self.older.ask_soon(client_id)
        # Whoever reads further down is left there until all notes have come.
        if not is_same or not self.view.notes():
            self._on_found(notes)

    def show_client(self, client_id: UUID, name: str) -> None:
        """Let notes be written; what was begun about another stays there as a draft."""
        self.ask_for(client_id)
        self._name = name
        self.composer.begin(client_id, name)

    def show_note(self, client_id: UUID, note_id: UUID, *, correct: bool = False) -> None:
        """Show a note about a person as soon as it is there, or begin to correct it."""
        self._wanted, self._wants_correction = (client_id, note_id), correct
        if self._pending is None:
            self._show_wanted()

    def refresh(self) -> None:
        """Ask again for the notes."""
        if self._client_id is None:
            return
        if self._pending is not None:
            self._pending.forget()
        self.older.forget()
        self.state.show_loading()
        self._pending = self._desk.ask(journal_of, self._client_id).then(self._on_found)
        self._pending.if_unavailable(self._on_unavailable)

    def flush(self) -> None:
        """Keep what is being written as drafts."""
        self.composer.flush()
        if self.sub is not None:
            self.sub.flush()

    def begin_note(self) -> None:
        """Go to the field for a new note."""
        self.leave_sub()
        self.composer.text.setFocus()

    def leave_sub(self) -> None:
        """Show the notes again."""
        if self.sub is None:
            return
        sub, self.sub = self.sub, None
        sub.flush()
        self.setCurrentIndex(0)
        self.removeWidget(sub)
        sub.deleteLater()
        self.view.setFocus()

    def _begin(self, client_id: UUID) -> None:
        self.leave_sub()
        self._client_id = client_id

    def _arrange(self) -> None:
        notes = QVBoxLayout(self._notes)
        notes.setContentsMargins(0, 0, 0, 0)
        notes.setSpacing(spacing(4))
        notes.addWidget(self.view, 1)
        notes.addWidget(self.bar)
        page = TallPage()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, spacing(12), 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self.composer)
        layout.addWidget(self.closings)
        layout.addWidget(self.state, 1)
        self._page = layout
        self.addWidget(page)

    def _connect(self) -> None:
        self.composer.said.connect(self.said)
        self.composer.saved_state.connect(self.saved_state)
        self.composer.opened.connect(self._on_composer_opened)
        self.deeds.said.connect(self.said)
        self.state.retried.connect(self.refresh)
        self.view.current_changed.connect(self._on_current_changed)
        self.view.opened.connect(self._on_opened)
        self.older.found.connect(self._on_found)
        self.bar.correct_wanted.connect(self._on_correct_wanted)
        self.bar.close_wanted.connect(self._on_close_wanted)
        self.bar.release_wanted.connect(self._on_release_wanted)
        self.bar.files_wanted.connect(self._on_files_wanted)
        self.bar.versions_wanted.connect(self._on_versions_wanted)
        self.bar.paper_wanted.connect(self._on_paper_wanted)

    def _show_sub(self, sub: SubView) -> None:
        self.leave_sub()
        self.sub = sub
        sub.left.connect(self.leave_sub)
        self.addWidget(sub)
        self.setCurrentWidget(sub)

    def _on_found(self, notes: tuple[NoteRow, ...]) -> None:
        self._pending = None
        shown = self.view.notes()
        if shown and notes[: len(shown)] == shown:
            self.view.add_notes(notes)
            self.closings.show_closings(self._to_tell(notes))
        elif notes != shown:
            is_same = bool(shown) and bool(notes) and shown[-1].id == notes[-1].id
            self.view.show_notes(notes, keep=is_same)
            self.closings.show_closings(self._to_tell(notes))
        if notes:
            self.state.show_content()
        else:
            self.state.show_empty(EmptyState(_("Nothing is noted yet."), icon="note"))
        self._show_wanted()

    def _to_tell(self, notes: tuple[NoteRow, ...]) -> tuple[NoteRow, ...]:
        """Answer which of the reader's own notes were followed up and not yet looked at."""
        who, closed = self._desk.who, FollowUp.CLOSED.value
        return tuple(note for note in notes if note.follow_up == closed and note.author == who)

    def _show_wanted(self) -> None:
        if self._wanted is None or self._wanted[0] != self._client_id:
            return
        note_id = self._wanted[1]
        self.leave_sub()
        is_there = self.view.show_note(note_id)
        if not is_there and self.older.are_missing:
            self.older.ask_now()
            return
        self._wanted = None
        if is_there:
            self.view.setFocus()
            if self._wants_correction:
                self._on_correct_wanted()
        else:
            self.said.emit(_("This note is no longer there."), None)

    def _on_current_changed(self) -> None:
        self.bar.show_note(self.view.current(), self._desk.who)

    def _on_opened(self) -> None:
        self.bar.first().setFocus()

    def _on_composer_opened(self, on: bool) -> None:  # noqa: FBT001 - a slot
        """Give the composer the room of the notes while everything about a note is shown."""
        self.state.setVisible(not on)
        self.closings.setVisible(not on and self.closings.has_some())
        self._page.setStretchFactor(self.composer, 1 if on else 0)

    def _on_correct_wanted(self) -> None:
        note = self.view.current()
        if note is None:
            return
        sub = CorrectionView(self._desk, note, self._name)
        sub.saved.connect(self._on_corrected)
        sub.saved_state.connect(self.saved_state)
        self._show_sub(sub)

    def _on_corrected(self, sentence: str) -> None:
        self.leave_sub()
        self.said.emit(sentence, None)

    def _on_close_wanted(self) -> None:
        if (note := self.view.current()) is not None:
            self.deeds.close(note)

    def _on_release_wanted(self) -> None:
        if (note := self.view.current()) is not None:
            self.deeds.release(note)

    def _on_files_wanted(self) -> None:
        if (note := self.view.current()) is not None:
            sub = FilesView(self._desk, note)
            sub.said.connect(self.said)
            self._show_sub(sub)

    def _on_versions_wanted(self) -> None:
        if (note := self.view.current()) is not None:
            self._show_sub(VersionsView(self._desk, note))

    def _on_paper_wanted(self) -> None:
        if self._client_id is not None:
            sub = PaperView(self._desk, self._client_id, self._name)
            sub.said.connect(self.said)
            self._show_sub(sub)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
