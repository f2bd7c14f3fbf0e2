"""The columns of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.referrals.register.words import basis_words, to_words, what_words, why_words
from resources.text import _
from ui import formats
from ui.views.row_columns import RowColumn, RowColumns
from ui.widgets.columns import Column

if TYPE_CHECKING:
    from datetime import datetime

    from app.referrals.disclosures.rules import RegisterRow


def register_columns() -> RowColumns[RegisterRow]:
    """Answer all columns in the language of the window."""
    when = Column(_("When"), _when, width=190, quiet=_who)
    what = Column(_("What"), _what, width="stretch", quiet=_about, least=200)
    to = Column(_("To whom"), _to, width=210, quiet=_why)
    columns: tuple[RowColumn[RegisterRow], ...] = (
        RowColumn("when", _("When"), _moment, shown=when),
        RowColumn("what", _("What"), _what, shown=what),
        RowColumn("to", _("To whom"), _to, shown=to),
        RowColumn("basis", _("Basis"), _basis, 260),
        RowColumn("way", _("Which way"), _way, 150),
        RowColumn("about", _("About"), _about, 160),
        RowColumn("why", _("What for"), _why, 180),
        RowColumn("who", _("By"), _who, 150),
    )
    return RowColumns(columns, ("when", "what", "to", "basis"))


def _moment(row: RegisterRow) -> datetime:
    return row.at.astimezone().replace(tzinfo=None)


def _when(row: RegisterRow) -> str:
    return formats.show_datetime(row.at.astimezone())


def _way(row: RegisterRow) -> str:
    return _(row.by.label)


def _about(row: RegisterRow) -> str:
    return row.name


def _what(row: RegisterRow) -> str:
    return what_words(row, _)


def _to(row: RegisterRow) -> str:
    return to_words(row, _)


def _why(row: RegisterRow) -> str:
    return why_words(row, _)


def _basis(row: RegisterRow) -> str:
    return basis_words(row, _)


def _who(row: RegisterRow) -> str:
    return row.who
