"""The columns of the list of requests, and of its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.intake.rules import waiting_days
from resources.text import _
from ui import formats
from ui.intake.words import (
    days_words,
    own_words,
    reason_words,
    row_line,
    service_words,
    source_words,
    stage_words,
    step_words,
)
from ui.views.row_columns import RowColumn, RowColumns
from ui.widgets.columns import Column

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.intake.queries import RequestRow

USUAL = ("person", "step")
NAME_WIDTH = 170
"""Pixels at 100 % that a name keeps, however many columns stand beside it."""


def request_columns(today: Callable[[], date]) -> RowColumns[RequestRow]:
    """Answer all columns in the language of the window; ages are counted until `today`."""

    def days(row: RequestRow) -> int:
        return waiting_days(row.since, row.decided_on or today())

    def age(row: RequestRow) -> str:
        if row.decided_on is not None:
            return formats.show_day(row.decided_on)
        return days_words(row, today())

    name = Column(_("Name"), _name, width="stretch", quiet=row_line, least=NAME_WIDTH)
    step = Column(_("Next step"), step_words, width=190, quiet=age)
    columns: tuple[RowColumn[RequestRow], ...] = (
        RowColumn("person", _("Person"), _name, shown=name),
        RowColumn("service", _("Service"), lambda row: service_words(row.service), 150),
        RowColumn("since", _("Since"), lambda row: row.since, 110),
        RowColumn("days", _("Days"), days, 70),
        RowColumn("waits_for", _("Waits for"), lambda row: row.waiting_reason, 190),
        RowColumn("step", _("Next step"), step_words, shown=step),
        RowColumn("requested_on", _("Asked on"), lambda row: row.requested_on, 110),
        RowColumn("source", _("Who asked"), lambda row: source_words(row.source), 150),
        RowColumn("own_answer", _("What the person says"), _own_answer, 170),
        RowColumn("stage", _("Outcome"), lambda row: stage_words(row.stage), 130),
        RowColumn("decided_on", _("Decided"), lambda row: row.decided_on, 110),
        RowColumn("reason", _("Reason"), lambda row: reason_words(row.reason), 170),
        RowColumn("taken_by", _("Taken by"), lambda row: row.taken_by),
    )
    return RowColumns(columns, USUAL)


def _name(row: RequestRow) -> str:
    return row.sorted_name


def _own_answer(row: RequestRow) -> str:
    return own_words(row.own_consent)
