"""What a button does with a series at once, each with its sentence and its way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.visiting.series.actions import (
    add_series_visit,
    leave_holiday_out,
    resume_series,
    take_series_change_back,
)
from resources.text import _, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.errors import Refused, Unavailable
    from app.visiting.series.ledger import SeriesUndo
    from app.visiting.series.rows import SeriesRow
    from app.visiting.series.settling import SavedSeries
    from ui.desk import Desk, Pending


class SeriesDeeds(QObject):
    """Resumes series, decides about holidays, takes acts back; says so in a toast."""

    said = Signal(str, object)
    done = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Act through a desk."""
        super().__init__(parent)
        self._desk = desk
        self._words = ""

    def resume(self, row: SeriesRow) -> None:
        """Let a paused series go on at once."""
        self._words = _("The series goes on. Its visits are planned again.")
        self._watch(self._desk.act(resume_series, row.id, row.version))

    def decide(self, row: SeriesRow, day: date, *, is_visit: bool) -> None:
        """Decide about a holiday."""
        if is_visit:
            self._words = _("The visit on the holiday is planned.")
            self._watch(self._desk.act(add_series_visit, row.id, row.version, day))
        else:
            self._words = _("There is no visit on the holiday.")
            self._watch(self._desk.act(leave_holiday_out, row.id, row.version, day))

    def way_back(self, undo: SeriesUndo) -> Callable[[], None] | None:
        """Answer how an act is taken back; None where it changed nothing."""
        return partial(self._take_back, undo) if undo.steps else None

    def _watch(self, pending: Pending[Any]) -> None:
        pending.then(self._on_done).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _take_back(self, undo: SeriesUndo) -> None:
        pending = self._desk.act(take_series_change_back, undo)
        pending.then(self._on_taken_back).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _on_done(self, saved: SavedSeries) -> None:
        self.said.emit(self._words, self.way_back(saved.undo))
        self.done.emit()

    def _on_taken_back(self, _nothing: object) -> None:
        self.said.emit(_("The visits are as they were before."), None)
        self.done.emit()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)
