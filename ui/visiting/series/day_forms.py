"""Small forms about days of a series: a pause, its end, a visit that is added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.visiting.series.actions import (
    ADD_FORM,
    END_FORM,
    PAUSE_FORM,
    add_series_visit,
    end_series,
    pause_series,
)
from app.visiting.series.queries import series_row
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.visiting.series.words import pair_words
from ui.widgets.fields import DateField
from ui.widgets.form import Form

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.visiting.series.rows import SeriesRow
    from app.visiting.series.settling import SavedSeries
    from ui.desk import Desk, Pending


class DaysForm(KeptForm):
    """Asks for days and acts on one series."""

    DRAFT = ""

    def __init__(self, desk: Desk, row: SeriesRow) -> None:
        """Be about a series as it was read."""
        super().__init__(desk)
        self.row = row
        self.answer: SavedSeries | None = None
        self.arrange(
            self.make_fields(), pair_words(row), self.verb(), self.DRAFT, str(row.id),
            pair_words(row),
        )  # fmt: skip
        self.saved.connect(self._on_answered)

    @property
    def series_id(self) -> UUID:
        """The series that it is about."""
        return self.row.id

    def make_fields(self) -> Form:
        """Answer the fields."""
        raise NotImplementedError

    def verb(self) -> str:
        """Answer the words of the button."""
        raise NotImplementedError

    def said(self) -> str:
        """Answer what is said once it is done."""
        raise NotImplementedError

    def ask_newer(self) -> Pending[SeriesRow | None]:
        """Ask for the series as others left it."""
        return self.desk.ask(series_row, self.row.id, self.today())

    def take(self, newer: SeriesRow) -> None:
        """Act on the series as others left it."""
        self.row = newer

    def today(self) -> date:
        """Answer the day by the clock of the office."""
        return self.desk.local_now.date()

    def _on_answered(self, answer: SavedSeries) -> None:
        self.answer = answer


class PauseForm(DaysForm):
    """From when until when there are no visits."""

    DRAFT = PAUSE_FORM

    def make_fields(self) -> Form:
        """Ask for the first and the last day."""
        form = Form()
        self._first, self._last = DateField(today=self.today), DateField(today=self.today)
        self._first.set_value(self.today())
        form.begin_row()
        form.add("first", _("First day without visits"), self._first)
        form.add(
            "last",
            _("Last day"),
            self._last,
            optional=True,
            hint=_("Leave it open while nobody knows; resume the series later."),
        )
        form.end_row()
        return form

    def verb(self) -> str:
        """Answer the words of the button."""
        return _("Pause series")

    def said(self) -> str:
        """Answer what is said once it is done."""
        return _("The series is paused.")

    def send(self) -> Pending[Any]:
        """Pause the series."""
        row, first, last = self.row, self._first.value(), self._last.value()
        return self.desk.act(pause_series, row.id, row.version, first, last)


class EndForm(DaysForm):
    """After which day nothing is planned any more."""

    DRAFT = END_FORM

    def make_fields(self) -> Form:
        """Ask for the last day."""
        form = Form()
        self._last = DateField(today=self.today)
        self._last.set_value(self.today())
        hint = _("Visits after this day are no longer planned; those that were held stay.")
        form.add("last", _("Last day"), self._last, hint=hint)
        return form

    def verb(self) -> str:
        """Answer the words of the button."""
        return _("End series")

    def said(self) -> str:
        """Answer what is said once it is done."""
        return _("The series is ended.")

    def send(self) -> Pending[Any]:
        """End the series."""
        return self.desk.act(end_series, self.row.id, self.row.version, self._last.value())


class AddForm(DaysForm):
    """A day outside the rhythm."""

    DRAFT = ADD_FORM

    def make_fields(self) -> Form:
        """Ask for the day."""
        form = Form()
        self._day = DateField(today=self.today)
        hint = _("The visit is at the usual time; it can be moved afterwards.")
        form.add("day", _("Day"), self._day, hint=hint)
        return form

    def verb(self) -> str:
        """Answer the words of the button."""
        return _("Add visit")

    def said(self) -> str:
        """Answer what is said once it is done."""
        return _("The visit is planned.")

    def send(self) -> Pending[Any]:
        """Add the visit."""
        return self.desk.act(add_series_visit, self.row.id, self.row.version, self._day.value())
