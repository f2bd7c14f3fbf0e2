"""Asks of a visit that returns whether one is meant, all that follow, or all ahead."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.visiting.series.actions import end_series
from app.visiting.series.queries import series_of_visit
from app.visiting.series.rules import REACH_LABELS, Reach
from resources.text import _, say
from ui.visiting.series.series_deeds import SeriesDeeds
from ui.widgets.page import Place
from ui.widgets.question import Question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.errors import Refused
    from app.visiting.rows import VisitRow
    from app.visiting.series.rows import SeriesOfVisit
    from app.visiting.series.settling import SavedSeries
    from ui.desk import Desk


class VisitReach(QObject):
    """Leads to the visit or to its series; a single visit is never asked about."""

    change_wanted = Signal()
    cancel_wanted = Signal()
    """The visit alone is meant."""
    place_wanted = Signal(object)
    said = Signal(str, object)
    done = Signal()
    """Visits are gone, or back: what is shown is not there any more."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Ask on top of a widget."""
        super().__init__(parent)
        self._desk, self._over = desk, parent
        self.deeds = SeriesDeeds(desk, self)
        self.deeds.said.connect(self.said)
        self.deeds.done.connect(self.done)

    def change(self, visit: VisitRow) -> None:
        """Change a visit, or those that follow as well."""
        if visit.series_id is None:
            self.change_wanted.emit()
        else:
            self._desk.ask(series_of_visit, visit.id).then(self._on_change_known)

    def cancel(self, visit: VisitRow) -> None:
        """Cancel a visit, or those that follow as well."""
        if visit.series_id is None:
            self.cancel_wanted.emit()
        else:
            self._desk.ask(series_of_visit, visit.id).then(self._on_cancel_known)

    def _on_change_known(self, series: SeriesOfVisit | None) -> None:
        reach = self._ask(series, _("Change visit"), _("Which visits change?"), tuple(Reach))
        if reach is Reach.THIS:
            self.change_wanted.emit()
        elif reach is Reach.FOLLOWING and series is not None:
            doing = f"change:{series.occurs_on.isoformat()}"
            self.place_wanted.emit(Place("series", series.id, doing))
        elif reach is Reach.ALL and series is not None:
            self.place_wanted.emit(Place("series", series.id, "change"))

    def _on_cancel_known(self, series: SeriesOfVisit | None) -> None:
        reaches = (Reach.THIS, Reach.FOLLOWING)
        reach = self._ask(series, _("Cancel visit"), _("Which visits are cancelled?"), reaches)
        if reach is Reach.THIS:
            self.cancel_wanted.emit()
        elif reach is Reach.FOLLOWING and series is not None:
            last = series.occurs_on - timedelta(days=1)
            pending = self._desk.act(end_series, series.id, series.version, last)
            pending.then(self._on_ended).if_refused(self._on_refused)

    def _ask(
        self, series: SeriesOfVisit | None, title: str, label: str, reaches: tuple[Reach, ...]
    ) -> Reach | None:
        """Answer which visits are meant; of a series that is over, only this one."""
        if series is None or series.is_over(self._desk.local_now.date()):
            return Reach.THIS
        options = [(reach, _(REACH_LABELS[reach])) for reach in reaches]
        return Question.ask_choice(self._over, title, label, options, _("Go on"))

    def _on_ended(self, saved: SavedSeries) -> None:
        self.said.emit(
            _("This and all following visits are cancelled; the series is ended."),
            self.deeds.way_back(saved.undo),
        )
        self.done.emit()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)
