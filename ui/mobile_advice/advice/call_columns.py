"""The columns of calls to be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.mobile_advice.advice.rules import CallbackState
from resources.text import _
from ui import formats
from ui.mobile_advice.advice.words import call_state_words, tongue, topic_words, when_words
from ui.views.row_columns import RowColumn, RowColumns
from ui.widgets.columns import Column

if TYPE_CHECKING:
    from datetime import date

    from app.mobile_advice.advice.rows import CallRow


def call_columns() -> RowColumns[CallRow]:
    """Answer all columns of calls in the language of the window."""
    name = Column(
        _("Whom to call"), _name, width="stretch", quiet=wish_line, least=190, strong=True
    )
    when = Column(_("When"), _day_words, width=156, quiet=_tries)
    columns: tuple[RowColumn[CallRow], ...] = (
        RowColumn("name", _("Whom to call"), _name, shown=name),
        RowColumn("when", _("When"), when_words, shown=when),
        RowColumn("phone", _("Phone"), _phone, 140),
        RowColumn("topic", _("Topic"), _topic, 150),
        RowColumn("language", _("Language"), _language, 120),
        RowColumn("attempts", _("Tries"), _attempts, 80),
        RowColumn("state", _("State"), _state, 140),
        RowColumn("who", _("Who calls"), _who, 150),
        RowColumn("taken_by", _("Taken by"), _taken_by, 150),
        RowColumn("taken_on", _("Taken on"), _taken_on, 110),
        RowColumn("wish", _("What it is about"), _wish, 220),
    )
    return RowColumns(columns, ("name", "when"))


def wish_line(row: CallRow) -> str:
    """Answer what a call is about, in one line."""
    first = row.wish.strip().splitlines()[0] if row.wish.strip() else ""
    return " · ".join(filter(None, (topic_words((row.topic,)) if row.topic else "", first)))


def _name(row: CallRow) -> str:
    return row.name


def _tries(row: CallRow) -> str:
    tried = _("tried {number}×").format(number=row.attempts) if row.attempts else ""
    state = "" if row.state == CallbackState.OPEN else call_state_words(row.state)
    return " · ".join(filter(None, (row.wanted_time, tried, state)))


def _day_words(row: CallRow) -> str:
    return formats.show_date(row.next_on) if row.next_on is not None else ""


def _phone(row: CallRow) -> str:
    return row.phone


def _topic(row: CallRow) -> str:
    return topic_words((row.topic,)) if row.topic else ""


def _language(row: CallRow) -> str:
    return tongue(row.language)


def _attempts(row: CallRow) -> int:
    return row.attempts


def _state(row: CallRow) -> str:
    return call_state_words(row.state)


def _who(row: CallRow) -> str:
    return row.who


def _taken_by(row: CallRow) -> str:
    return row.taken_by


def _taken_on(row: CallRow) -> date:
    return row.taken_at.astimezone().date()


def _wish(row: CallRow) -> str:
    return row.wish
