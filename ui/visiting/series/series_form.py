"""Planning a series, or changing the visits of one from a day on."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from app.visiting.queries import known_visitors
from app.visiting.series.actions import (
    SERIES_CHANGE_FORM,
    SERIES_FORM,
    change_series,
    plan_series,
)
from app.visiting.series.queries import preview_days, series_card, series_start
from app.visiting.series.rules import Frequency, SeriesPlan
from resources.text import _
from ui import formats
from ui.drafts.kept_form import KeptForm
from ui.visiting.series.series_fields import SeriesFields, next_on
from ui.visiting.series.words import pair_words
from ui.widgets.form_end import arrange_form
from ui.widgets.labels import quiet, title

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.visiting.series.rows import SeriesCard, SeriesStart
    from app.visiting.series.settling import SavedSeries
    from ui.desk import Desk, Pending

_HOUR, _DAY = 60, 24 * 60
_SHOWN = 4
"""Visits that are named under the heading."""


class SeriesForm(KeptForm):
    """The plan of a series with its draft; above it stand the first days that follow."""

    fields: SeriesFields

    def __init__(
        self,
        desk: Desk,
        *,
        start: SeriesStart | None = None,
        changes: SeriesCard | None = None,
        from_day: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Plan a series from what is known, or change one, perhaps only from a visit on."""
        super().__init__(desk, parent)
        self._changes = changes
        self.answer: SavedSeries | None = None
        self.series_id: UUID = changes.row.id if changes else uuid4()
        self._subject = str(changes.row.id if changes else start.person_id if start else "")
        self.days = quiet("")
        self._preview: Pending[tuple[date, ...]] | None = None
        fields = SeriesFields(desk, is_change=changes is not None)
        name = pair_words(changes.row) if changes else start.person_name if start else ""
        if changes is not None:
            self._show(fields, changes)
            fields.fill_reach(from_day)
        elif start is not None:
            self._begin_with(fields, start)
        self.arrange(
            fields,
            name if changes else _("Plan a series"),
            _("Save series"),
            SERIES_CHANGE_FORM if changes else SERIES_FORM,
            self._subject,
            name,
        )
        desk.ask(known_visitors).then(fields.visitor.set_suggestions)
        fields.client.chosen.connect(self._on_client_chosen)
        fields.changed.connect(self._on_changed)
        self.saved.connect(self._on_answered)
        self._on_changed()

    def lay_out(self, heading: str) -> None:
        """Name the first visits under the heading."""
        head = title(heading)
        parts = (head, self.days, self.presence, self.keeper.notice, self.conflict, self.fields)
        arrange_form(self, parts, self.ending)

    def send(self) -> Pending[Any]:
        """Have the series planned or changed."""
        plan = self.fields.value()
        if self._changes is None:
            return self.desk.act(plan_series, self.series_id, plan, self._subject)
        row = self._changes.row
        plan = replace(plan, person_id=row.plan.person_id)
        from_day = self.fields.changed_from()
        return self.desk.act(change_series, row.id, row.version, from_day, plan)

    def ask_newer(self) -> Pending[SeriesCard | None]:
        """Ask for the series as others left it."""
        return self.desk.ask(series_card, self.series_id, self.desk.local_now)

    def take(self, newer: SeriesCard) -> None:
        """Show the series as others left it."""
        self._changes = newer
        self._show(self.fields, newer)

    def _show(self, fields: SeriesFields, card: SeriesCard) -> None:
        plan = card.row.plan
        today = self.desk.local_now.date()
        first = card.next_day or max(today, plan.starts_on or today)
        fields.fill(replace(plan, starts_on=first), card.row.person_name)

    def _begin_with(self, fields: SeriesFields, start: SeriesStart) -> None:
        first = next_on(start.weekday, self.desk.local_now.date())
        begins = start.start
        ends = ends_after(begins, start.minutes) if begins is not None else None
        plan = SeriesPlan(
            start.person_id,
            start.visitor_id,
            start.visitor,
            first,
            begins,
            ends,
            kind=start.kind,
            frequency=start.frequency,
        )
        fields.fill(plan, start.person_name)
        if start.minutes != fields.times.length.value():
            fields.times.length.set_value(start.minutes)

    def _on_client_chosen(self, client_id: UUID | None) -> None:
        """Propose the volunteer of the match, unless somebody was typed already."""
        if client_id is not None and not self.fields.visitor.value().strip():
            self.desk.ask(series_start, client_id).then(self._on_start_found)

    def _on_start_found(self, start: SeriesStart | None) -> None:
        fields = self.fields
        if start is None or fields.client.value() != start.person_id:
            return
        if not fields.visitor.value().strip():
            self._begin_with(fields, start)
            self.keeper.title = start.person_name

    def _on_changed(self) -> None:
        plan = self.fields.value()
        if self._preview is not None:
            self._preview.forget()
            self._preview = None
        if plan.starts_on is None or plan.frequency == Frequency.AGREED:
            self.days.setText("")
            return
        self._preview = self.desk.ask(preview_days, plan, _SHOWN)
        self._preview.then(self._on_days)

    def _on_days(self, days: tuple[date, ...]) -> None:
        self._preview = None
        named = ", ".join(formats.show_date(day) for day in days)
        self.days.setText(_("The visits are on {days} …").format(days=named) if days else "")

    def _on_answered(self, answer: SavedSeries) -> None:
        self.answer, self.series_id = answer, answer.id


def ends_after(begins: time, minutes: int) -> time | None:
    """Answer when something ends that lasts some minutes; None where it would pass midnight."""
    total = begins.hour * _HOUR + begins.minute + minutes
    return time(total // _HOUR, total % _HOUR) if total < _DAY else None
