"""The columns of the list of institutions, and of its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _
from ui.institutions.words import kind_icon, kind_words, row_line, row_phone
from ui.views.row_columns import RowColumn, RowColumns
from ui.widgets.columns import Column

if TYPE_CHECKING:
    from app.institutions.queries import InstitutionRow

USUAL = ("name", "phone")
PHONE_WIDTH = 136
"""Pixels at 100 % of a phone number."""
NAME_WIDTH = 170
"""Pixels at 100 % that a name keeps, however many columns stand beside it."""


def institution_columns() -> RowColumns[InstitutionRow]:
    """Answer all columns in the language of the window."""
    columns: tuple[RowColumn[InstitutionRow], ...] = (
        RowColumn("name", _("Name"), _name, shown=_shown_name()),
        RowColumn("parent", _("Belongs to"), lambda row: row.parent_name, 170),
        RowColumn("kind", _("Kind"), lambda row: kind_words(row.kind), 170),
        RowColumn("street", _("Street and number"), _street, 170),
        RowColumn("postal_code", _("Postcode"), lambda row: row.postal_code, 90),
        RowColumn("city", _("Town"), lambda row: row.city),
        RowColumn("phone", _("Phone"), row_phone, PHONE_WIDTH),
        RowColumn("email", _("E-mail"), lambda row: row.email, 190),
        RowColumn("website", _("Website"), lambda row: row.website, 190),
        RowColumn("opening_hours", _("Opening hours"), lambda row: row.opening_hours, 220),
    )
    return RowColumns(columns, USUAL)


def _shown_name() -> Column[InstitutionRow]:
    return Column(_("Name"), _name, width="stretch", quiet=row_line, icon=_icon, least=NAME_WIDTH)


def _name(row: InstitutionRow) -> str:
    return row.name


def _icon(row: InstitutionRow) -> str:
    return kind_icon(row.kind)


def _street(row: InstitutionRow) -> str:
    return f"{row.street} {row.house_number}".strip()
