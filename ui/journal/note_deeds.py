"""Closing a follow-up and releasing a note: asked, done, and said with a way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.journal.actions import close_follow_up, release_note, reopen_follow_up
from resources.text import _, say
from ui.widgets.question import Question

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.errors import Refused
    from app.journal.queries import NoteRow
    from ui.desk import Desk


class NoteDeeds(QObject):
    """What one press does to a note."""

    said = Signal(str, object)

    def __init__(self, desk: Desk, widget: QWidget) -> None:
        """Ask over `widget`."""
        super().__init__(widget)
        self._desk, self._widget = desk, widget

    def close(self, note: NoteRow) -> None:
        """Ask what came of a follow-up, and close it; its author is told."""
        result = Question.ask_text(
            self._widget,
            _("Close the follow-up"),
            _("What came of it? (optional)"),
            _("Close the follow-up"),
        )
        if result is None:
            return
        pending = self._desk.act(close_follow_up, note.id, note.version, result)
        pending.then(_Closed(self, note.id).on_closed).if_refused(self._on_refused)

    def release(self, note: NoteRow) -> None:
        """Let the team read a note, after a question: there is no way back."""
        is_sure = Question.confirm(
            self._widget,
            _("Release the note"),
            _("The whole team can read this note from then on, and that cannot be taken back."),
            _("Release the note"),
        )
        if is_sure:
            pending = self._desk.act(release_note, note.id, note.version)
            pending.then(self._on_released).if_refused(self._on_refused)

    def say_closed(self, note_id: UUID, version: int) -> None:
        """Say that a follow-up is closed; undo opens it again."""
        undo = partial(self._desk.act, reopen_follow_up, note_id, version)
        self.said.emit(_("The follow-up is closed."), undo)

    def _on_released(self, _version: int) -> None:
        self.said.emit(_("The team can read the note now."), None)

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)


class _Closed:
    """Knows which note was closed when the answer comes."""

    def __init__(self, deeds: NoteDeeds, note_id: UUID) -> None:
        self._deeds, self._note_id = deeds, note_id

    def on_closed(self, version: int) -> None:
        self._deeds.say_closed(self._note_id, version)
