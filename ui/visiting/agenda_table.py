"""The visits of a week as an agenda: the first visit of a day carries the day's weight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSignalBlocker
from PySide6.QtWidgets import QAbstractItemView

from resources.text import _
from ui import formats
from ui.visiting.words import (
    outcome_words,
    status_icon,
    status_tone,
    status_words,
    time_words,
    what_words,
)
from ui.widgets.columns import Column
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.visiting.rows import VisitRow


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A visit in the agenda."""

    visit: VisitRow
    is_first: bool
    """Whether it is the first one shown of its day."""
    now: datetime

    @property
    def is_today(self) -> bool:
        """Whether the visit is on the present day."""
        return self.visit.start.date() == self.now.date()


class AgendaTable(DataTable[AgendaRow]):
    """Visits in order of time; a row is known by its visit's id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without visits."""
        columns: list[Column[AgendaRow]] = [
            Column(_("Day"), _day, width=112, strong=_begins_day, tone=_day_tone),
            Column(_("Time"), _time),
            Column(_("Person"), _client, width="stretch", strong=True, quiet=_what, tone=_tone),
            Column(_("Status"), _status, icon=_icon, tone=_status_tone),
        ]
        super().__init__(columns, _("Visits of the week"), parent)

    def show_visits(self, visits: Iterable[VisitRow], now: datetime) -> None:
        """Show visits in order of time, keeping the chosen one and the place in the list."""
        rows: list[AgendaRow] = []
        before: date | None = None
        for visit in visits:
            day = visit.start.date()
            rows.append(AgendaRow(visit, day != before, now))
            before = day
        self.set_rows(rows, keep=_key)

    def choose_none(self) -> None:
        """Choose no visit: something else is shown beside the list."""
        with QSignalBlocker(self):
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())

    def scroll_to_today(self) -> None:
        """Bring the first visit of the present day to the top."""
        for at, row in enumerate(self.rows()):
            if row.is_today:
                top = QAbstractItemView.ScrollHint.PositionAtTop
                self.scrollTo(self.model().index(at, 0), top)
                return


def _key(row: AgendaRow) -> UUID:
    return row.visit.id


def _day(row: AgendaRow) -> str:
    """Answer the day, with the word for the present one so that colour is not alone."""
    day = row.visit.start.date()
    if row.is_today:
        return " ".join((_("Today"), formats.show_day_of_year(day)))
    return formats.show_short_date(day)


def _begins_day(row: AgendaRow) -> bool:
    return row.is_first


def _day_tone(row: AgendaRow) -> str:
    if not row.is_first:
        return "quiet"
    return "primary" if row.is_today else ""


def _time(row: AgendaRow) -> str:
    return time_words(row.visit)


def _client(row: AgendaRow) -> str:
    return row.visit.client_name


def _what(row: AgendaRow) -> str:
    return " · ".join(filter(None, (what_words(row.visit), outcome_words(row.visit))))


def _tone(row: AgendaRow) -> str:
    return "quiet" if status_tone(row.visit, row.now) == "quiet" else ""


def _status(row: AgendaRow) -> str:
    return status_words(row.visit, row.now)


def _icon(row: AgendaRow) -> str:
    return status_icon(row.visit, row.now)


def _status_tone(row: AgendaRow) -> str:
    return status_tone(row.visit, row.now)
