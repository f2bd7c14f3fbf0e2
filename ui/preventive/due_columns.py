"""The columns of those who are due, and of the file of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.preventive.rules import DECLINED_LABELS, Declined, OfferState
from resources.text import _, ngettext
from ui import formats
from ui.preventive.words import due_words, rule_title, state_tone, state_words
from ui.views.row_columns import RowColumn, RowColumns
from ui.widgets.columns import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from app.preventive.queries import DueRow
    from app.preventive.rules import PreventiveRule

USUAL = ("name", "state")


def due_columns(
    rules: Mapping[str, PreventiveRule], today: Callable[[], date]
) -> RowColumns[DueRow]:
    """Answer all columns; `rules` are by their codes and may become known later."""

    def rule_of(row: DueRow) -> str:
        return rule_title(rules.get(row.rule_code), row.rule_code)

    def line(row: DueRow) -> str:
        return " · ".join(filter(None, (age_words(row), rule_of(row), row.area)))

    def state_line(row: DueRow) -> str:
        if row.state is OfferState.ACCEPTED:
            planned = row.visit_at is not None and formats.show_day(row.visit_at.date())
            return planned or _("visit to be planned")
        if row.state is OfferState.DECLINED and row.answered_on is not None:
            return _("on {day}").format(day=formats.show_day(row.answered_on))
        if row.state is OfferState.VISITED and row.visited_on is not None:
            return formats.show_day(row.visited_on)
        if row.state is OfferState.OFFERED and row.offered_on is not None:
            return _("on {day}").format(day=formats.show_day(row.offered_on))
        return due_words(row.due_on, today())

    def law(row: DueRow) -> str:
        rule = rules.get(row.rule_code)
        return rule.law if rule is not None else ""

    name = Column(_("Name"), _name, width="stretch", quiet=line, least=190, strong=True)
    state = Column(_("How it stands"), _state, width=190, quiet=state_line, tone=_tone)
    columns: tuple[RowColumn[DueRow], ...] = (
        RowColumn("name", _("Name"), _name, shown=name),
        RowColumn("state", _("How it stands"), _state, shown=state),
        RowColumn("rule", _("Rule"), rule_of, 200),
        RowColumn("law", _("Law"), law, 200),
        RowColumn("due_on", _("Due on"), lambda row: row.due_on, 110),
        RowColumn("age", _("Age"), lambda row: row.age or None, 60),
        RowColumn("area", _("District"), lambda row: row.area, 140),
        RowColumn("phone", _("Phone"), lambda row: row.phone, 140),
        RowColumn("alone", _("Lives alone"), _alone, 130),
        RowColumn("offered_on", _("Offered on"), lambda row: row.offered_on, 110),
        RowColumn("reminded_on", _("Reminded on"), lambda row: row.reminded_on, 110),
        RowColumn("answered_on", _("Answered on"), lambda row: row.answered_on, 110),
        RowColumn("visited_on", _("Visited on"), lambda row: row.visited_on, 110),
        RowColumn("last_offered", _("Last offer"), lambda row: row.last_offered, 110),
        RowColumn("last_visited", _("Last visit"), lambda row: row.last_visited, 110),
        RowColumn("reason", _("Reason"), _reason, 150),
        RowColumn("note", _("Note"), lambda row: row.note, 200),
    )
    return RowColumns(columns, USUAL)


def age_words(row: DueRow) -> str:
    """Answer the age that is reached in the year."""
    if row.birth_date is None:
        return ""
    return ngettext("{count} year", "{count} years", row.age)


def _name(row: DueRow) -> str:
    return row.sorted_name


def _state(row: DueRow) -> str:
    if not row.alone_certain and row.state is OfferState.DUE:
        return _("Ask: lives alone?")
    return state_words(row.state)


def _tone(row: DueRow) -> str:
    tone = state_tone(row.state)
    return "" if tone == "plain" else tone


def _alone(row: DueRow) -> str:
    return "" if row.alone_certain else _("nobody said")


def _reason(row: DueRow) -> str:
    return _(DECLINED_LABELS[Declined(row.reason)]) if row.reason else ""
