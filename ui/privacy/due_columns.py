"""How an entry of the rehearsal stands in a list: who or what, why, since when, and what goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.privacy.rules import PERIOD_TITLES, WAY_LABELS
from resources.text import _, ngettext
from ui import formats
from ui.widgets.table import Column

if TYPE_CHECKING:
    from app.privacy.keeping import DueRow


def due_columns() -> tuple[Column[DueRow], ...]:
    """Answer the columns of the rehearsal."""
    return (
        Column(_("Who or what"), due_name, "stretch", quiet=_why, strong=True),
        Column(_("Since"), lambda row: formats.show_date(row.since) if row.since else ""),
        Column(_("Due on"), lambda row: formats.show_date(row.due_on)),
        Column(_("What happens"), lambda row: _(WAY_LABELS[row.period.way]), quiet=_months),
        Column(_("Entries"), lambda row: formats.show_number(row.count), align="right"),
    )


def due_key(row: DueRow) -> object:
    """Answer what makes an entry the same after it was asked for again."""
    return row.person_id, row.period.code


def due_name(row: DueRow) -> str:
    """Answer the person's name, or what the rows of a table are."""
    return row.name or _(PERIOD_TITLES[row.period.code])


def _why(row: DueRow) -> str:
    return _(PERIOD_TITLES[row.period.code]) if row.name else row.period.source


def _months(row: DueRow) -> str:
    return ngettext("after {count} month", "after {count} months", row.period.months)
