"""The list of series: who is visited by whom in which rhythm, and when next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.visiting.series.queries import list_series
from app.visiting.series.rows import SeriesRow
from resources.text import _, ngettext
from ui import formats
from ui.views.row_columns import RowColumn, RowColumns
from ui.views.row_list import RowList
from ui.visiting.series.words import (
    hours_words,
    kind_words,
    pair_words,
    rhythm_words,
    state_tone,
    state_words,
)
from ui.widgets.columns import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.exchange.views.rules import View
    from ui.desk import Desk, Pending


class SeriesListView(RowList[SeriesRow]):
    """Series that are not over, by the name of who is visited."""

    def __init__(self, desk: Desk) -> None:
        """Build the list; nothing is asked before `refresh`."""
        columns = series_columns(self._today)
        table = DataTable(columns.of(columns.usual), _("Series of visits"))
        super().__init__(desk, "series", columns, table)
        self.arrange()

    def ask_rows(self) -> Pending[tuple[SeriesRow, ...]]:
        """Ask for the series of the office."""
        return self.desk.ask(list_series, self._today())

    def nothing(self) -> EmptyState:
        """Answer what an empty list says."""
        empty = EmptyState(
            _("No visits return yet. Plan a series for two people who meet regularly."),
            _("Plan a series"),
            icon="refresh",
        )
        empty.acted.connect(self.add_wanted)
        return empty

    def count_words(self, count: int) -> str:
        """Answer how many rows are listed."""
        return ngettext("{count} series", "{count} series", count)

    def as_filters(self) -> tuple[tuple[str, str], ...]:
        """Answer nothing: all are listed."""
        return ()

    def take_filters(self, view: View) -> None:
        """Take nothing from a view but its columns."""

    def _today(self) -> date:
        return self.desk.local_now.date()


def series_columns(today: Callable[[], date]) -> RowColumns[SeriesRow]:
    """Answer all columns in the language of the window."""

    def state(row: SeriesRow) -> str:
        return state_words(row, today())

    def tone(row: SeriesRow) -> str:
        return state_tone(row, today())

    pair = Column(_("Who meets"), pair_words, width="stretch", quiet=_more, least=200)
    status = Column(_("State"), state, tone=tone)
    columns: tuple[RowColumn[SeriesRow], ...] = (
        RowColumn("pair", _("Who meets"), pair_words, shown=pair),
        RowColumn("state", _("State"), state, 120, shown=status),
        RowColumn("person", _("Who is visited"), _person, 160),
        RowColumn("visitor", _("Who visits"), _visitor, 160),
        RowColumn("rhythm", _("How often"), _rhythm, 190),
        RowColumn("kind", _("Kind"), _kind, 130),
        RowColumn("next", _("Next visit"), _next, 120),
    )
    return RowColumns(columns, ("pair", "state"))


def _more(row: SeriesRow) -> str:
    return " · ".join((rhythm_words(row.plan), hours_words(row.plan)))


def _person(row: SeriesRow) -> str:
    return row.person_name


def _visitor(row: SeriesRow) -> str:
    return row.plan.visitor


def _rhythm(row: SeriesRow) -> str:
    return rhythm_words(row.plan)


def _kind(row: SeriesRow) -> str:
    return kind_words(row.plan)


def _next(row: SeriesRow) -> str:
    return formats.show_date(row.next_start.date()) if row.next_start else ""
