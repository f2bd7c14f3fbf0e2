"""The columns of stops and sites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.mobile_advice.tours.rules import KIND_LABELS, StopKind
from resources.text import _
from ui.mobile_advice.tours.words import access_words, permit_words
from ui.views.row_columns import RowColumn, RowColumns
from ui.widgets.columns import Column

if TYPE_CHECKING:
    from datetime import date

    from app.mobile_advice.tours.rows import StopRow


def stop_columns(today: date) -> RowColumns[StopRow]:
    """Answer all columns of stops in the language of the window."""

    def tone(row: StopRow) -> str:
        if not row.is_active:
            return "quiet"
        return "" if row.is_permitted(today) else "attention"

    name = Column(_("Stop"), _name, width="stretch", quiet=_line, least=200, tone=tone)
    columns: tuple[RowColumn[StopRow], ...] = (
        RowColumn("name", _("Stop"), _name, shown=name),
        RowColumn("permit", _("Permit"), permit_words, 130),
        RowColumn("area", _("District"), _area, 130),
        RowColumn("kind", _("Kind"), _kind, 150),
        RowColumn("place", _("Address or meeting point"), _place, 180),
        RowColumn("town", _("Town"), _town, 130),
        RowColumn("access", _("Access"), _access, 120),
        RowColumn("tours", _("Tours"), _tours, 160),
        RowColumn("counters", _("Counters"), _counters, 90),
        RowColumn("in_use", _("In use"), _in_use, 80),
    )
    return RowColumns(columns, ("name", "permit"))


def _name(row: StopRow) -> str:
    return row.name


def _line(row: StopRow) -> str:
    kind = _("Room") if row.kind == StopKind.SITE else ""
    unused = "" if row.is_active else _("Not in use")
    return " · ".join(filter(None, (unused, kind, row.place, row.area)))


def _area(row: StopRow) -> str:
    return row.area


def _kind(row: StopRow) -> str:
    return _(KIND_LABELS[row.kind])


def _place(row: StopRow) -> str:
    return row.place


def _town(row: StopRow) -> str:
    return row.town


def _access(row: StopRow) -> str:
    return access_words(row.access)


def _tours(row: StopRow) -> str:
    return row.tours


def _counters(row: StopRow) -> int:
    return row.counters


def _in_use(row: StopRow) -> str:
    return _("Yes") if row.is_active else _("No")
