"""The columns of a statistic, and of the table of residence against stops."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from resources.text import _
from ui.views.row_columns import RowColumn, RowColumns
from ui.widgets.columns import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.mobile_advice.statistics.telling import StatLine

CrossLine = tuple[str, ...]
"""One line of the table of residence: its name, a figure for each stop, the total."""


def stat_columns() -> RowColumns[StatLine]:
    """Answer all columns of a file with every table."""
    columns: tuple[RowColumn[StatLine], ...] = (
        RowColumn("table", _("Table"), _table, 180),
        RowColumn("line", _("Line"), _line, 220),
        RowColumn("contacts", _("Contacts"), _contacts, 100),
        RowColumn("persons", _("People"), _persons, 100),
        RowColumn("before", _("Earlier"), _before, 100),
        RowColumn("change", _("Difference"), _change, 100),
    )
    return RowColumns(columns, ("table", "line", "contacts", "persons", "before", "change"))


def shown_columns(heading: str, *, persons: bool, other: bool) -> list[Column[StatLine]]:
    """Answer the columns of one table as it is shown."""
    found = [
        Column(heading, _line, width="stretch", least=150),
        Column(_("Contacts"), _contacts, width=92, align="right"),
    ]
    if persons:
        found.append(Column(_("People"), _persons, width=84, align="right"))
    if other:
        found.append(Column(_("Earlier"), _before, width=84, align="right"))
        found.append(Column(_("Difference"), _change, width=104, align="right"))
    return found


def cross_columns(heads: Sequence[str]) -> list[Column[CrossLine]]:
    """Answer a column for each stop."""
    first = Column(heads[0], partial(_cell, at=0), width=180, strong=True)
    rest = (
        Column(head, partial(_cell, at=at), width=120, align="right")
        for at, head in enumerate(heads[1:], start=1)
    )
    return [first, *rest]


def _cell(line: CrossLine, *, at: int) -> str:
    return line[at]


def _table(line: StatLine) -> str:
    return line.table


def _line(line: StatLine) -> str:
    return line.line


def _contacts(line: StatLine) -> str:
    return line.contacts


def _persons(line: StatLine) -> str:
    return line.persons


def _before(line: StatLine) -> str:
    return line.before


def _change(line: StatLine) -> str:
    return line.change
