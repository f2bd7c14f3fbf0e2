"""What a button does with a visit at once, each with its sentence and its way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.visiting.actions import cancel_visit, reopen_visit, restore_visit
from resources.text import _, say

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused
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
        pending = self._desk.act(reopen_visit, visit_id, version)
        pending.then(self._on_reopened).if_refused(self._on_refused)

    def tell_recorded(self, saved: SavedVisit, *, can_undo: bool) -> None:
        """Say that a visit is recorded, with the way back to its plan."""
        undo = partial(self.reopen, saved.id, saved.version) if can_undo else None
        self.said.emit(_("The visit is recorded."), undo)
        self.done.emit(saved.id)

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
