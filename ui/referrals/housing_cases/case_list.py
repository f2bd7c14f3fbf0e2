"""The list of housing cases: the next deadline on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker

from app.referrals.housing_cases.queries import CaseList, CaseRow, list_cases
from app.referrals.housing_cases.rules import CaseKind
from resources.text import _, ngettext
from ui.referrals.housing_cases.words import (
    about_words,
    due_tone,
    due_words,
    kind_words,
    stage_words,
)
from ui.views.row_columns import RowColumn, RowColumns
from ui.views.row_list import RowList
from ui.widgets.chips import FilterBar
from ui.widgets.columns import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import ChoiceField
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.exchange.views.rules import View
    from ui.desk import Desk, Pending

USUAL = ("about", "due")
NAME_WIDTH = 190
"""Pixels at 100 % that a name keeps."""


class CaseListView(RowList[CaseRow]):
    """Open cases, one's own, and closed ones."""

    def __init__(self, desk: Desk) -> None:
        """Build the list; nothing is asked before `refresh`."""
        columns = case_columns(self.today)
        table = DataTable(columns.of(columns.usual), _("Housing cases"))
        super().__init__(desk, "housing_cases", columns, table)
        self.columns = columns
        self.filters: FilterBar[CaseList] = FilterBar(
            list(_lists().items()), _("Which cases are listed")
        )
        kinds = [(kind.value, kind_words(kind)) for kind in CaseKind]
        self.kinds = ChoiceField([("", _("Any kind of case")), *kinds])
        self.kinds.setAccessibleName(_("Kind of the cases listed"))
        self.arrange(self.filters, self.kinds)
        self.filters.chosen.connect(self.on_narrowed)
        self.kinds.changed.connect(self.on_narrowed)

    def today(self) -> date:
        """Answer the local day."""
        return self.desk.local_now.date()

    def ask_rows(self) -> Pending[tuple[CaseRow, ...]]:
        """Ask for the cases of the list and kind that are chosen."""
        return self.desk.ask(list_cases, self.filters.value(), self.kinds.value())

    def selection(self) -> str:
        """Answer in words what is listed."""
        kind = self.kinds.currentText() if self.kinds.value() else ""
        return " · ".join(filter(None, (_lists()[self.filters.value()], kind)))

    def as_filters(self) -> tuple[tuple[str, str], ...]:
        """Answer list and kind, where they are chosen."""
        pairs = (("list", self.filters.value().value), ("kind", self.kinds.value()))
        return tuple((name, value) for name, value in pairs if value)

    def take_filters(self, view: View) -> None:
        """Choose the list and kind of a view."""
        which, kind = view.chosen("list"), view.chosen("kind")
        self.filters.set_value(CaseList(which) if which in set(CaseList) else CaseList.OPEN)
        with QSignalBlocker(self.kinds):
            self.kinds.set_value(kind if kind in set(CaseKind) else "")

    def count_words(self, count: int) -> str:
        """Answer how many cases are listed."""
        return ngettext("{count} case", "{count} cases", count)

    def nothing(self) -> EmptyState:
        """Answer what an empty list says; the first case can be opened from it."""
        if self.filters.value() is CaseList.CLOSED:
            return EmptyState(_("No case is closed yet."), icon="home")
        sentence = _("No case is open. Whoever may lose the home is noted here.")
        return EmptyState(sentence, _("Open a case"), icon="home")


def case_columns(today: Callable[[], date]) -> RowColumns[CaseRow]:
    """Answer all columns in the language of the window; days are counted until `today`."""

    def line(row: CaseRow) -> str:
        return " · ".join(filter(None, (kind_words(row.kind), row.institution)))

    def due(row: CaseRow) -> str:
        return due_words(row, today())

    def tone(row: CaseRow) -> str:
        return due_tone(row, today())

    about = Column(_("About"), about_words, width="stretch", quiet=line, least=NAME_WIDTH)
    stage = Column(_("Stage"), lambda row: stage_words(row.stage), width=210, quiet=due, tone=tone)
    columns: tuple[RowColumn[CaseRow], ...] = (
        RowColumn("about", _("About"), about_words, shown=about),
        RowColumn("due", _("Stage"), lambda row: stage_words(row.stage), shown=stage),
        RowColumn("kind", _("Kind"), lambda row: kind_words(row.kind), 150),
        RowColumn("due_on", _("Deadline"), lambda row: row.due_on, 110),
        RowColumn("opened_on", _("Opened"), lambda row: row.opened_on, 110),
        RowColumn("closed_on", _("Closed"), lambda row: row.closed_on, 110),
        RowColumn("landlord", _("Landlord"), lambda row: row.institution, 180),
        RowColumn("home", _("Home"), lambda row: row.home, 220, reveals_address=True),
        RowColumn("responsible", _("In charge"), lambda row: row.responsible, 140),
    )
    return RowColumns(columns, USUAL)


def _lists() -> dict[CaseList, str]:
    return {CaseList.OPEN: _("Open"), CaseList.MINE: _("Mine"), CaseList.CLOSED: _("Closed")}
