"""How many visits were offered, accepted, declined and held in a period, by rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.preventive.queries import FigureRow, figures
from app.preventive.rules import PeriodKind
from resources.text import _, say
from ui.preventive.period_field import PeriodField
from ui.style import spacing
from ui.views.list_page import export_button
from ui.views.row_columns import RowColumn, RowColumns
from ui.widgets.columns import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.export_offer import ExportOffer, given_rows, no_address, no_person
from ui.widgets.loading import StateStack
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.errors import Unavailable
    from ui.desk import Desk


class FiguresView(QWidget):
    """The last line is the sum."""

    export_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        """Build the view; nothing is asked before `refresh`."""
        super().__init__()
        self._desk = desk
        self._rows: tuple[FigureRow, ...] = ()
        self.columns = figure_columns()
        self.period = PeriodField(self._today)
        self.period.kind.set_value(PeriodKind.YEAR)
        self.export_button = export_button()
        self.table: DataTable[FigureRow] = DataTable(
            self.columns.of(self.columns.usual), _("Figures of preventive visits")
        )
        self.state = StateStack(self.table)
        top = QHBoxLayout()
        top.addWidget(self.period, 1)
        top.addStretch(1)
        top.addWidget(self.export_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, spacing(12), 0, 0)
        layout.setSpacing(spacing(12))
        layout.addLayout(top)
        layout.addWidget(self.state, 1)
        self.period.changed.connect(self.refresh)
        self.export_button.clicked.connect(self._on_export_wanted)
        self.state.retried.connect(self.refresh)

    def refresh(self) -> None:
        """Ask for the figures of the period."""
        self.state.show_loading()
        asked = self._desk.ask(figures, self.period.value(), self._today())
        asked.then(self._on_figures).if_unavailable(self._on_unavailable)

    def _on_figures(self, rows: tuple[FigureRow, ...]) -> None:
        self._rows = rows
        self.table.set_rows(rows, _code)
        self.export_button.setEnabled(bool(rows))
        if rows:
            self.state.show_content()
        else:
            self.state.show_empty(EmptyState(_("Nobody is due in this period."), icon="home"))

    def _on_export_wanted(self) -> None:
        offer: ExportOffer[FigureRow] = ExportOffer(
            list_name="preventive_figures",
            title=_("Figures of preventive visits"),
            count=len(self._rows),
            columns=self.columns.for_files(),
            chosen=self.columns.chosen_for_files(self.columns.usual),
            fetch=given_rows(self._rows),
            person_of=no_person,
            is_protected=no_address,
            selection=self.period.span_words(),
        )
        self.export_asked.emit(offer)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())

    def _today(self) -> date:
        return self._desk.local_now.date()


def figure_columns() -> RowColumns[FigureRow]:
    """Answer all columns in the language of the window."""
    rule = Column(_("Rule"), _rule, width="stretch", least=190, strong=True)
    columns: tuple[RowColumn[FigureRow], ...] = (
        RowColumn("rule", _("Rule"), _rule, shown=rule),
        _number("all", _("All"), lambda row: row.all, 56),
        _number("due", _("To be offered"), lambda row: row.due, 96),
        _number("letters", _("Offered"), lambda row: row.letters, 84),
        _number("offered", _("No answer"), lambda row: row.offered, 96),
        _number("accepted", _("Accepted"), lambda row: row.accepted, 104),
        _number("visited", _("Visited"), lambda row: row.visited, 76),
        _number("declined", _("Declined"), lambda row: row.declined, 84),
        _number("moved", _("Later"), lambda row: row.moved, 72),
        _number("exempt", _("Exempt"), lambda row: row.exempt, 100),
        RowColumn("law", _("Law"), _law, 200, is_listed=False),
    )
    usual = tuple(column.key for column in columns if column.is_listed)
    return RowColumns(columns, usual)


def _number(
    key: str, title: str, number: Callable[[FigureRow], int], width: int
) -> RowColumn[FigureRow]:
    """Answer a column of numbers, below each other by their last digit."""

    def words(row: FigureRow) -> str:
        return str(number(row))

    shown = Column(title, words, width=width, least=width, align="right")
    return RowColumn(key, title, number, shown=shown)


def _rule(row: FigureRow) -> str:
    if not row.rule_code:
        return _("All rules")
    return row.title if row.is_own else _(row.title)


def _law(row: FigureRow) -> str:
    return row.law if row.is_own or not row.law else _(row.law)


def _code(row: FigureRow) -> object:
    return row.rule_code
