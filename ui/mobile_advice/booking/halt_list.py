"""The halts to come with how full they are, the next one first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.rules import fold
from app.mobile_advice.booking.queries import HaltCount, coming_halts
from resources.text import _, ngettext
from ui import formats
from ui.mobile_advice.booking.words import halt_times
from ui.views.row_columns import RowColumn, RowColumns
from ui.views.row_list import RowList
from ui.widgets.columns import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_field import SearchField
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.exchange.views.rules import View
    from ui.desk import Desk, Pending


class HaltList(RowList[HaltCount]):
    """Typing narrows the list down to a stop or tour."""

    def __init__(self, desk: Desk) -> None:
        """Build the list; nothing is asked before `refresh`."""
        columns = _columns()
        table = DataTable(columns.of(columns.usual), _("Stops to come"))
        super().__init__(desk, "appointment_halts", columns, table)
        self.search = SearchField(_("Find a stop or tour"))
        self.arrange(self.search, search=self.search)

    def ask_rows(self) -> Pending[tuple[HaltCount, ...]]:
        """Ask for the halts to come."""
        return self.desk.ask(coming_halts, self.desk.local_now)

    def rows_of(self, answer: tuple[HaltCount, ...]) -> Sequence[HaltCount]:
        """Answer those that are typed."""
        words = fold(self.search.value()).split()
        if not words:
            return answer
        return [row for row in answer if _is_meant(row, words)]

    def count_words(self, count: int) -> str:
        """Answer how many halts are listed."""
        return ngettext("{count} stop to come", "{count} stops to come", count)

    def as_filters(self) -> tuple[tuple[str, str], ...]:
        """Answer nothing: what is typed is gone with the moment."""
        return ()

    def take_filters(self, view: View) -> None:
        """Narrow nothing down."""

    def nothing(self) -> EmptyState:
        """Answer what an empty list says."""
        if self.search.value():
            return EmptyState(_("No stop to come is called that."), icon="search")
        sentence = _("No tour is planned. Once there are tours, people are booked at their stops.")
        return EmptyState(sentence, icon="calendar")


def _columns() -> RowColumns[HaltCount]:
    stop = Column(_("Stop"), _stop, width="stretch", quiet=_booked, least=110)
    day = Column(_("Day"), _day, width=98, quiet=_times, least=98)
    room = Column(_("Free"), _free, width=84, tone=_tone, align="right", least=70)
    columns: tuple[RowColumn[HaltCount], ...] = (
        RowColumn("day", _("Day"), _date, shown=day),
        RowColumn("stop", _("Stop"), _stop, shown=stop),
        RowColumn("free", _("Free"), _free, shown=room),
        RowColumn("tour", _("Tour"), _tour, 150),
    )
    return RowColumns(columns, ("day", "stop", "free"))


def _is_meant(row: HaltCount, words: list[str]) -> bool:
    named = fold(f"{row.halt.stop} {row.halt.tour} {row.halt.meeting_point}").split()
    return all(any(known.startswith(word) for known in named) for word in words)


def _date(row: HaltCount) -> date:
    return row.halt.day


def _day(row: HaltCount) -> str:
    return formats.show_short_date(row.halt.day)


def _stop(row: HaltCount) -> str:
    return row.halt.stop


def _times(row: HaltCount) -> str:
    return halt_times(row.halt)


def _tour(row: HaltCount) -> str:
    return row.halt.tour


def _free(row: HaltCount) -> str:
    if row.halt.is_cancelled:
        return _("Cancelled")
    if row.halt.lacks_permit:
        return _("No permit")
    if row.is_over:
        return _("Is over")
    return str(row.free) if row.free else _("Full")


def _booked(row: HaltCount) -> str:
    words = ngettext("{count} booked", "{count} booked", row.booked)
    if row.queue:
        waiting = ngettext("{count} waits", "{count} wait", row.queue)
        return f"{words} · {waiting}"
    return words


def _tone(row: HaltCount) -> str:
    if row.halt.is_cancelled or row.halt.lacks_permit:
        return "danger"
    if row.is_over:
        return "quiet"
    return "" if row.free else "attention"
