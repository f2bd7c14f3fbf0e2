"""Beside the list of series: the chosen one, or a form about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.visiting.series.queries import series_card, series_start
from resources.text import _, ngettext
from ui.views.card_panel import CardPanel
from ui.visiting.series.day_forms import AddForm, DaysForm, EndForm, PauseForm
from ui.visiting.series.series_card import SeriesCardView
from ui.visiting.series.series_form import SeriesForm
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from app.visiting.series.rows import SeriesCard, SeriesStart
    from ui.desk import Desk

_FORMS: dict[str, tuple[type[DaysForm], str]] = {
    "pause": (PauseForm, "first"),
    "end": (EndForm, "last"),
    "add": (AddForm, "day"),
}


class SeriesPanel(CardPanel):
    """Forms that plan, change, pause or end a series are opened in its place."""

    card: SeriesCardView

    def __init__(self, desk: Desk) -> None:
        """Begin with none chosen."""
        nothing = EmptyState(_("Choose a series to see what lies ahead."), icon="refresh")
        super().__init__(desk, SeriesCardView(desk), nothing)
        self._doing = ""
        self._from_day: date | None = None
        self.card.doing_wanted.connect(self._on_doing_wanted)

    def edit(self, record_id: UUID | None) -> None:
        """Open the form that changes all visits ahead, or that plans a new series."""
        if record_id is None:
            self.open_form(partial(SeriesForm, self.desk), "person_id")
        else:
            self.begin(record_id, "change")

    def begin(self, series_id: UUID, doing: str, from_day: date | None = None) -> None:
        """Open a form about a series: "change" (perhaps from a visit on), "pause", "end", "add"."""
        self._doing, self._from_day = doing, from_day
        asked = self.desk.ask(series_card, series_id, self.desk.local_now)
        self.wait(asked.then(self._on_ready))

    def plan(self, person_id: UUID, visitor_id: UUID | None = None) -> None:
        """Open the form for a new series of somebody, perhaps with a volunteer."""
        asked = self.desk.ask(series_start, person_id, visitor_id)
        self.wait(asked.then(self._on_start))

    def record_of(self, form: SeriesForm | DaysForm) -> UUID:
        """Answer the series that a form is about."""
        return form.series_id

    def saved_words(self, form: SeriesForm | DaysForm) -> tuple[str, Callable[[], None] | None]:
        """Answer what is said when a form is saved, with the way back."""
        said = form.said() if isinstance(form, DaysForm) else _("The series is saved.")
        answer = form.answer
        if answer is None:
            return said, None
        if answer.kept:
            said += " " + ngettext(
                "{count} visit that was changed by hand stays as it is.",
                "{count} visits that were changed by hand stay as they are.",
                answer.kept,
            )
        return said, self.card.deeds.way_back(answer.undo)

    def _on_doing_wanted(self, doing: str) -> None:
        if self.card.record_id is not None:
            self.begin(self.card.record_id, doing)

    def _on_ready(self, card: SeriesCard | None) -> None:
        if card is None:
            self.said.emit(_("This series no longer exists."), None)
            return
        if self._doing in _FORMS:
            form, first = _FORMS[self._doing]
            self.open_form(partial(form, self.desk, card.row), first)
            return
        make = partial(SeriesForm, self.desk, changes=card, from_day=self._from_day)
        self.open_form(make, "starts_on")

    def _on_start(self, start: SeriesStart | None) -> None:
        if start is None:
            self.said.emit(_("This person is no longer in the office."), None)
            return
        first = "starts_on" if start.visitor else "visitor"
        self.open_form(partial(SeriesForm, self.desk, start=start), first)
