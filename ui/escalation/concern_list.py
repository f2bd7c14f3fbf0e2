"""Which concerns run and which were closed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from app.escalation.queries import closed_concerns, open_concerns
from resources.text import _, ngettext
from ui.escalation.words import cause_words, since_words, state_words
from ui.views.row_columns import RowColumn, RowColumns
from ui.views.row_list import RowList
from ui.widgets.chips import FilterBar
from ui.widgets.columns import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from app.escalation.rows import ConcernRow
    from app.exchange.views.rules import View
    from ui.desk import Desk, Pending


class Which(StrEnum):
    """The lists of the page."""

    OPEN = "open"
    CLOSED = "closed"


class ConcernList(RowList["ConcernRow"]):
    """Of the open ones the oldest stands first."""

    def __init__(self, desk: Desk) -> None:
        """Build the list; nothing is asked before `refresh`."""
        columns = concern_columns(self._today)
        table = DataTable(columns.of(columns.usual), _("Concerns"))
        super().__init__(desk, "concerns", columns, table)
        self.filters: FilterBar[Which] = FilterBar(list(_lists().items()), _("What is listed"))
        self.arrange(self.filters)
        self.filters.chosen.connect(self.on_narrowed)

    def ask_rows(self) -> Pending[tuple[ConcernRow, ...]]:
        """Ask for the rows of the list that is chosen."""
        is_open = self.filters.value() is Which.OPEN
        return (
            self.desk.ask(open_concerns, self._today())
            if is_open
            else self.desk.ask(closed_concerns)
        )

    def as_filters(self) -> tuple[tuple[str, str], ...]:
        """Answer the list."""
        return (("list", self.filters.value().value),)

    def take_filters(self, view: View) -> None:
        """Choose the list of a view."""
        which = view.chosen("list")
        self.filters.set_value(Which(which) if which in set(Which) else Which.OPEN)

    def selection(self) -> str:
        """Answer in words what is listed."""
        return _lists()[self.filters.value()]

    def count_words(self, count: int) -> str:
        """Answer how many rows are listed."""
        return ngettext("{count} concern", "{count} concerns", count)

    def nothing(self) -> EmptyState:
        """Answer what an empty list says."""
        if self.filters.value() is Which.CLOSED:
            return EmptyState(_("No concern was closed yet."), icon="heart")
        return EmptyState(
            _("Nobody is missed. A concern begins when nobody opens at a visit."), icon="heart"
        )

    def _today(self) -> date:
        return self.desk.local_now.date()


def concern_columns(today: Callable[[], date]) -> RowColumns[ConcernRow]:
    """Answer all columns in the language of the window."""

    def since(row: ConcernRow) -> str:
        return since_words(row, today())

    name = Column(_("Name"), _name, width="stretch", quiet=since, least=190)
    columns: tuple[RowColumn[ConcernRow], ...] = (
        RowColumn("name", _("Name"), _name, shown=name),
        RowColumn("state", _("State"), state_words, 170),
        RowColumn("cause", _("What happened"), cause_words, 170),
        RowColumn("opened", _("Begun"), _opened, 130),
        RowColumn("note", _("Closing note"), _note, 220),
    )
    return RowColumns(columns, ("name", "state"))


def _name(row: ConcernRow) -> str:
    return row.person_name


def _opened(row: ConcernRow) -> datetime:
    return row.opened_at


def _note(row: ConcernRow) -> str:
    return row.closing_note


def _lists() -> dict[Which, str]:
    return {Which.OPEN: _("Open"), Which.CLOSED: _("Closed")}
