"""The columns of the list of enquiries, and of its file; none says what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _
from ui.referrals.enquiries.words import (
    about_words,
    concern_words,
    due_tone,
    due_words,
    local_day,
    local_moment,
    reporter_words,
    state_words,
    urgency_tone,
    urgency_words,
)
from ui.views.row_columns import RowColumn, RowColumns
from ui.widgets.columns import Column

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.referrals.enquiries.queries import EnquiryRow

USUAL = ("about", "due")
NAME_WIDTH = 190
"""Pixels at 100 % that a name keeps, however many columns stand beside it."""


def enquiry_columns(today: Callable[[], date]) -> RowColumns[EnquiryRow]:
    """Answer all columns in the language of the window; days are counted until `today`."""

    def line(row: EnquiryRow) -> str:
        parts = (concern_words(row.concerns), row.institution, local_day(row.received_at))
        return " · ".join(filter(None, parts))

    def due(row: EnquiryRow) -> str:
        return due_words(row, today())

    def tone(row: EnquiryRow) -> str:
        return due_tone(row, today())

    def urgency(row: EnquiryRow) -> str:
        return urgency_words(row.urgency)

    about = Column(_("About"), about_words, width="stretch", quiet=line, least=NAME_WIDTH)
    next_ = Column(_("Next"), due, width=230, quiet=urgency, tone=tone)
    columns: tuple[RowColumn[EnquiryRow], ...] = (
        RowColumn("about", _("About"), about_words, shown=about),
        RowColumn("due", _("Next"), due, shown=next_),
        RowColumn("number", _("Number"), lambda row: row.number, 110),
        RowColumn("received", _("Received"), lambda row: local_moment(row.received_at), 150),
        RowColumn("urgency", _("Urgency"), urgency, 150, shown=_urgency(urgency)),
        RowColumn("state", _("State"), lambda row: state_words(row.state), 110),
        RowColumn("department", _("Housing department"), lambda row: row.institution, 180),
        RowColumn("reporter", _("Who enquired"), reporter_words, 190),
        RowColumn("concerns", _("Concerns"), lambda row: concern_words(row.concerns), 220),
        RowColumn("home", _("Home"), lambda row: row.home, 220, reveals_address=True),
        RowColumn("receipt_due", _("Answer by"), lambda row: row.receipt_due, 110),
        RowColumn("answered", _("Answered"), lambda row: local_day(row.answered_at), 110),
        RowColumn("assessment_due", _("Assess by"), lambda row: row.assessment_due, 110),
        RowColumn("assessed_on", _("Assessed"), lambda row: row.assessed_on, 110),
        RowColumn("responsible", _("In charge"), lambda row: row.responsible, 140),
    )
    return RowColumns(columns, USUAL)


def _urgency(urgency: Callable[[EnquiryRow], str]) -> Column[EnquiryRow]:
    return Column(_("Urgency"), urgency, width=170, tone=lambda row: urgency_tone(row.urgency))
