"""The tables of a statistic: one after another with its chart, and residence against stops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.mobile_advice.statistics.naming import Naming
from app.mobile_advice.statistics.rules import DIMENSION_TITLES, Dimension
from app.mobile_advice.statistics.telling import (
    CROSS_TITLE,
    LEFT_OUT,
    StatLine,
    cross_lines,
    remarks,
    stat_lines,
)
from resources.text import _, language
from ui.mobile_advice.statistics.stat_columns import CrossLine, cross_columns, shown_columns
from ui.style import length, row_height, spacing
from ui.widgets.bar_chart import Bar, BarChart
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import quiet
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.section import Section
from ui.widgets.shown_stack import ShownStack
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.mobile_advice.statistics.queries import SheetAnswer

CROSS = "cross"
"""The chip of the table of residence."""
_WIDE = 760
"""Pixels at 100 % from which on the chart stands beside its table."""

_LEAST_ROWS = 6
"""Rows of a table, its head among them, that are in sight in large type as well."""


class TablesView(QWidget):
    """What is withheld is a sign, and below the tables it is said how that came about."""

    def __init__(self) -> None:
        """Begin without figures."""
        super().__init__()
        self._answer: SheetAnswer | None = None
        self.which: ChoiceField[str] = ChoiceField(table_names())
        self.which.setAccessibleName(_("Which table is shown"))
        self.table: DataTable[StatLine] = DataTable(
            shown_columns("", persons=True, other=False), _("Statistics")
        )
        self.chart = BarChart(_("Chart"))
        self.cross: DataTable[CrossLine] = DataTable(cross_columns(["", ""]), _("Residence"))
        self.left_out = EmptyState("", icon="eye_off")
        self.notes = quiet("")
        self.how = Section(_("How to read these figures"), is_open=False)
        self._told = quiet("")
        self.how.body.addWidget(self._told)
        self.shown = ShownStack()
        scrolled = ScrollBody()
        scrolled.add(self.chart)
        scrolled.end()
        self.halves = QWidget()
        beside = QHBoxLayout(self.halves)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(spacing(24))
        beside.addWidget(self.table, 1)
        beside.addWidget(scrolled, 1)
        self._scrolled = scrolled
        self.shown.setMinimumHeight(row_height() * _LEAST_ROWS)
        for view in (self.halves, self.cross, self.left_out):
            self.shown.addWidget(view)
        inner = QVBoxLayout(self)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(spacing(12))
        inner.addWidget(self.shown, 1)
        inner.addWidget(self.notes)
        inner.addWidget(self.how)
        self.which.changed.connect(self._on_table_chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the chart where there is room beside the table, which says the same."""
        super().resizeEvent(event)
        self._scrolled.setVisible(self.width() >= length(_WIDE))

    def show_answer(self, answer: SheetAnswer) -> None:
        """Show the figures of a sheet, in the table that is chosen."""
        self._answer = answer
        first, *rest = remarks(answer.sheet, Naming(answer, language()))
        self.notes.setText(first)
        self._told.setText(" ".join(rest))
        self.show_table()

    def _on_table_chosen(self) -> None:
        self.show_table()

    def show_table(self) -> None:
        """Show the table that is chosen."""
        if self._answer is None:
            return
        naming = Naming(self._answer, language())
        sheet, which = self._answer.sheet, self.which.value()
        if which == CROSS:
            self._show_cross(naming)
            return
        dimension = Dimension(which)
        table, lines = sheet.table(dimension), stat_lines(sheet, dimension, naming)
        if not lines:
            self._say_left_out(naming)
            return
        heading, has_other = naming.title(dimension), sheet.other is not None
        self.table.set_columns(shown_columns(heading, persons=table.has_persons, other=has_other))
        self.table.set_rows(lines, _key)
        self.table.setAccessibleName(heading)
        bars = [_bar(line, has_other=has_other) for line in lines if not line.is_total]
        self.chart.show_bars(_("Contacts by {what}").format(what=heading), bars)
        self.shown.setCurrentWidget(self.halves)

    def _show_cross(self, naming: Naming) -> None:
        assert self._answer is not None  # noqa: S101 - asked before
        lines = cross_lines(self._answer.sheet, naming)
        if not lines:
            self._say_left_out(naming)
            return
        self.cross.set_columns(cross_columns(lines[0]))
        self.cross.set_rows(lines[1:], _first)
        self.shown.setCurrentWidget(self.cross)

    def _say_left_out(self, naming: Naming) -> None:
        self.left_out.words.setText(naming.say(LEFT_OUT))
        self.shown.setCurrentWidget(self.left_out)


def table_names() -> list[tuple[str, str]]:
    """Answer the tables that can be chosen, in the language of the window."""
    known = [(one.value, _(DIMENSION_TITLES[one])) for one in Dimension]
    return [*known, (CROSS, _(CROSS_TITLE))]


def _bar(line: StatLine, *, has_other: bool) -> Bar:
    return Bar(
        line.line,
        line.contacts,
        line.share,
        line.contacts.isdecimal(),
        line.share_before if has_other else None,
        _("earlier {figure}").format(figure=line.before) if has_other else "",
    )


def _key(line: StatLine) -> object:
    return line.id


def _first(line: CrossLine) -> object:
    return line[0]
