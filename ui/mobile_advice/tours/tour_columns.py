"""The columns of tours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _
from ui.mobile_advice.tours.words import languages_words, rhythm_words
from ui.views.row_columns import RowColumn, RowColumns
from ui.widgets.columns import Column

if TYPE_CHECKING:
    from datetime import date

    from app.mobile_advice.tours.rows import TourRow


def tour_columns() -> RowColumns[TourRow]:
    """Answer all columns of tours in the language of the window."""
    name = Column(_("Tour"), _name, width="stretch", quiet=_line, least=220, tone=_tone)
    columns: tuple[RowColumn[TourRow], ...] = (
        RowColumn("name", _("Tour"), _name, shown=name),
        RowColumn("next", _("Next day"), _next, 120),
        RowColumn("rhythm", _("Rhythm"), _rhythms, 200),
        RowColumn("vehicle", _("Vehicle"), _vehicle, 140),
        RowColumn("stops", _("Stops"), _stops, 220),
        RowColumn("languages", _("Languages"), _languages, 160),
        RowColumn("in_use", _("In use"), _in_use, 80),
    )
    return RowColumns(columns, ("name", "next"))


def _name(row: TourRow) -> str:
    return row.name


def _line(row: TourRow) -> str:
    unused = "" if row.is_active else _("Not in use")
    return " · ".join(filter(None, (unused, _vehicle(row), _rhythms(row))))


def _tone(row: TourRow) -> str:
    return "" if row.is_active else "quiet"


def _next(row: TourRow) -> date | None:
    return row.next_day


def _rhythms(row: TourRow) -> str:
    return "; ".join(map(rhythm_words, row.rhythms))


def _vehicle(row: TourRow) -> str:
    return row.vehicle or _("Consultation hours")


def _stops(row: TourRow) -> str:
    return ", ".join(row.stops)


def _languages(row: TourRow) -> str:
    return languages_words(row.languages)


def _in_use(row: TourRow) -> str:
    return _("Yes") if row.is_active else _("No")
