"""Moves visits for the calendar; says so in a toast with the way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.visiting.calendar.actions import move_visit
from resources.text import _, say
from ui import formats

if TYPE_CHECKING:
    from app.errors import Refused
    from app.visiting.calendar.actions import MovedVisit, Slot
    from app.visiting.rows import VisitRow
    from ui.desk import Desk


class VisitMover(QObject):
    """One move at a time; what is refused leaves the visit where it was."""

    said = Signal(str, object)
    moved = Signal(object)
    """The id of a visit that is somewhere else now."""
    refused = Signal()
    """Nothing was moved."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Act through a desk."""
        super().__init__(parent)
        self._desk = desk
        self._is_busy = False

    def move(self, visit: VisitRow, to: Slot) -> None:
        """Move a visit; while another move is under way, nothing happens."""
        if self._is_busy:
            return
        self._is_busy = True
        pending = self._desk.act(move_visit, visit.id, visit.version, to)
        pending.then(self._on_moved).if_refused(self._on_refused).if_unavailable(self._on_failed)

    def _move_back(self, was: MovedVisit) -> None:
        pending = self._desk.act(move_visit, was.id, was.version, was.before)
        pending.then(self._on_moved_back).if_refused(self._on_refused)

    def _on_moved(self, moved: MovedVisit) -> None:
        self._is_busy = False
        self.said.emit(_moved_words(moved), partial(self._move_back, moved))
        self.moved.emit(moved.id)

    def _on_moved_back(self, moved: MovedVisit) -> None:
        self.said.emit(_("The visit is back where it was."), None)
        self.moved.emit(moved.id)

    def _on_refused(self, refused: Refused) -> None:
        self._is_busy = False
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)
        self.refused.emit()

    def _on_failed(self, trouble: object) -> None:
        self._is_busy = False
        self._desk.unavailable.emit(trouble)


def _moved_words(moved: MovedVisit) -> str:
    now, before = moved.now, moved.before
    day = formats.show_date(now.start.date())
    times = formats.show_time_span(now.start, now.end)
    if now.visitor != before.visitor:
        sentence = _("The visit is moved to {day}, {times}; {visitor} visits.")
        return sentence.format(day=day, times=times, visitor=now.visitor)
    return _("The visit is moved to {day}, {times}.").format(day=day, times=times)
