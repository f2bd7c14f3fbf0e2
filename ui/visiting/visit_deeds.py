"""What a button does with a visit at once, each with its sentence and its way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.escalation.taking_back import take_record_back
from app.visiting.actions import cancel_visit, restore_visit
from app.visiting.recording import read_visit_note
from resources.text import _, say
from ui import formats

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused
    from app.escalation.recording import RecordedVisit
    from app.visiting.rows import SavedVisit, VisitRow
    from ui.desk import Desk


class VisitDeeds(QObject):
    """Cancels visits, brings them back, takes records back; says so in a toast with undo."""

    said = Signal(str, object)
    done = Signal(object)
    """The id of the visit."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Act through a desk."""
        super().__init__(parent)
        self._desk = desk

    def cancel(self, visit: VisitRow) -> None:
        """Cancel a planned visit."""
        pending = self._desk.act(cancel_visit, visit.id, visit.version)
        pending.then(self._on_cancelled).if_refused(self._on_refused)

    def restore(self, visit_id: UUID, version: int) -> None:
        """Bring a cancelled visit back."""
        pending = self._desk.act(restore_visit, visit_id, version)
        pending.then(self._on_restored).if_refused(self._on_refused)

    def reopen(self, visit_id: UUID, version: int) -> None:
        """Take the record of a visit back."""
        reason = _("The record of the visit was taken back.")
        pending = self._desk.act(take_record_back, visit_id, version, reason)
        pending.then(self._on_reopened).if_refused(self._on_refused)

    def read(self, visit_id: UUID) -> None:
        """Say that the note on a visit was read."""
        pending = self._desk.act(read_visit_note, visit_id)
        pending.then(self._on_read).if_refused(self._on_refused)

    def tell_recorded(self, saved: RecordedVisit, *, can_undo: bool) -> None:
        """Say that a visit is recorded and what follows, with the way back to its plan."""
        undo = partial(self.reopen, saved.id, saved.version) if can_undo else None
        self.said.emit(_recorded_words(saved), undo)
        self.done.emit(saved.id)

    def _on_read(self, visit_id: UUID) -> None:
        self.said.emit(_("The note is marked as read."), partial(self._unread, visit_id))
        self.done.emit(visit_id)

    def _unread(self, visit_id: UUID) -> None:
        pending = self._desk.act(read_visit_note, visit_id, is_read=False)
        pending.then(self._on_unread).if_refused(self._on_refused)

    def _on_unread(self, visit_id: UUID) -> None:
        self.done.emit(visit_id)

    def _on_cancelled(self, saved: SavedVisit) -> None:
        undo = partial(self.restore, saved.id, saved.version)
        self.said.emit(_("The visit is cancelled."), undo)
        self.done.emit(saved.id)

    def _on_restored(self, saved: SavedVisit) -> None:
        self.said.emit(_("The visit is planned again."), None)
        self.done.emit(saved.id)

    def _on_reopened(self, saved: SavedVisit) -> None:
        self.said.emit(_("The visit waits to be recorded again."), None)
        self.done.emit(saved.id)

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)


def _recorded_words(saved: RecordedVisit) -> str:
    if saved.due_on is None:
        return _("The visit is recorded.")
    return _("The visit is recorded. {name} follows up what was noticed by {day}.").format(
        name=saved.assignee, day=formats.show_short_date(saved.due_on)
    )
