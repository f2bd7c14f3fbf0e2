"""The columns of matters that were handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import _
from ui.referrals.handing_over.words import (
    basis_words,
    due_words,
    line_words,
    name_words,
    other_words,
    state_words,
    way_words,
)
from ui.views.row_columns import RowColumn, RowColumns
from ui.widgets.columns import Column

if TYPE_CHECKING:
    from datetime import date

    from app.referrals.handing_over.queries import ReferralRow


def handing_columns(today: date) -> RowColumns[ReferralRow]:
    """Answer all columns in the language of the window; `today` says what is overdue."""

    def state(row: ReferralRow) -> str:
        return state_words(row, today)

    name = Column(_("About"), name_words, width="stretch", quiet=_to_line, least=180)
    standing = Column(_("State"), state, width=190, quiet=_due_line)
    columns: tuple[RowColumn[ReferralRow], ...] = (
        RowColumn("name", _("About"), name_words, shown=name),
        RowColumn("state", _("State"), state, shown=standing),
        RowColumn("receiver", _("To whom"), _receiver, 190),
        RowColumn("from", _("From whom"), _from, 190),
        RowColumn("what", _("What is asked for"), line_words, 240),
        RowColumn("due", _("Answer due"), _due, 110),
        RowColumn("kind", _("In which way"), _kind, 180),
        RowColumn("sent", _("Handed over"), _sent, 110),
        RowColumn("sender", _("By"), _sender, 150),
        RowColumn("basis", _("Legal basis"), _basis, 200),
        RowColumn("answered", _("Answered"), _answered, 110),
        RowColumn("done", _("Done"), _done, 110),
    )
    return RowColumns(columns, ("name", "state"))


def _receiver(row: ReferralRow) -> str:
    return row.receiver


def _from(row: ReferralRow) -> str:
    return row.sender


def _to_line(row: ReferralRow) -> str:
    return _("{way}: {receiver}").format(way=way_words(row), receiver=other_words(row))


def _due_line(row: ReferralRow) -> str:
    return _("Answer due {day}").format(day=due_words(row)) if row.due_on is not None else ""


def _kind(row: ReferralRow) -> str:
    return way_words(row)


def _due(row: ReferralRow) -> date | None:
    return row.due_on


def _sent(row: ReferralRow) -> date:
    return row.sent_on


def _sender(row: ReferralRow) -> str:
    return row.sent_by


def _basis(row: ReferralRow) -> str:
    return basis_words(row.basis)


def _answered(row: ReferralRow) -> date | None:
    return row.answered_on


def _done(row: ReferralRow) -> date | None:
    return row.done_on
