"""The columns of the list of volunteers, and of its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.languages import language_name
from resources.text import _, language, ngettext
from ui.views.row_columns import RowColumn, RowColumns
from ui.volunteers.words import by_words, proof_words, stage_words
from ui.widgets.columns import Column

if TYPE_CHECKING:
    from datetime import date

    from app.volunteers.queries import VolunteerRow

USUAL = ("name", "due")
NAME_WIDTH = 170
"""Pixels at 100 % that a name keeps."""


def volunteer_columns() -> RowColumns[VolunteerRow]:
    """Answer all columns in the language of the window."""
    name = Column(_("Name"), _name, width="stretch", quiet=_line, least=NAME_WIDTH)
    due = Column(_("To do"), _due, width=230, quiet=_more)
    columns: tuple[RowColumn[VolunteerRow], ...] = (
        RowColumn("name", _("Name"), _name, shown=name),
        RowColumn("stage", _("Stage"), _stage, 120),
        RowColumn("due", _("To do"), _due, shown=due),
        RowColumn("due_state", _("How it stands"), _due_state, 150),
        RowColumn("due_on", _("By"), _due_on, 110),
        RowColumn("area", _("District"), lambda row: row.area, 140),
        RowColumn("languages", _("Languages"), _languages, 180),
        RowColumn("max_people", _("Visits at most"), lambda row: row.max_people, 110),
        RowColumn("phone", _("Phone"), lambda row: row.phone, 150),
        RowColumn("email", _("E-mail"), lambda row: row.email, 190),
        RowColumn("applied_on", _("Applied on"), lambda row: row.applied_on, 110),
        RowColumn("active_from", _("Since"), lambda row: row.active_from, 110),
        RowColumn("left_on", _("Left on"), lambda row: row.left_on, 110),
    )
    return RowColumns(columns, USUAL)


def _name(row: VolunteerRow) -> str:
    return row.sorted_name


def _stage(row: VolunteerRow) -> str:
    return stage_words(row.stage)


def _line(row: VolunteerRow) -> str:
    return " · ".join(filter(None, (stage_words(row.stage), row.area, _languages(row))))


def _languages(row: VolunteerRow) -> str:
    return ", ".join(language_name(tag, language()) for tag in row.languages)


def _due(row: VolunteerRow) -> str:
    return _(row.dues[0].title) if row.dues else _("Nothing")


def _due_state(row: VolunteerRow) -> str:
    return proof_words(row.dues[0].state) if row.dues else ""


def _due_on(row: VolunteerRow) -> date | None:
    return row.dues[0].due_on if row.dues else None


def _more(row: VolunteerRow) -> str:
    more = len(row.dues) - 1
    others = ngettext("{count} more", "{count} more", more)
    parts = (_due_state(row), by_words(_due_on(row)), others if more > 0 else "")
    return " · ".join(filter(None, parts))
