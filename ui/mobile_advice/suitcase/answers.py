"""The two answers to one field, in words: codes by their labels, minutes as times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import N_
from app.mobile_advice.advice.rules import CALLBACK_LABELS
from app.mobile_advice.advice.rules import KIND_LABELS as CONTACT_KINDS
from app.mobile_advice.booking.rules import KIND_LABELS, SOURCE_LABELS, STATE_LABELS
from app.mobile_advice.mediators.rules import STATE_LABELS as REQUEST_STATES
from app.privacy.rules.columns import COLUMN_WORDS
from resources.text import _
from ui.drafts.merging import MergeRow, both_texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.mobile_advice.suitcase.asking import AskedField
    from app.privacy.telling import Teller

CAME, HOME = "came", "home"
"""What a choice answers: the suitcase's value, or that of the office."""

_LABELS: Mapping[str, Mapping[str, str]] = {
    "appointment.state": {str(key): label for key, label in STATE_LABELS.items()},
    "appointment.kind": {str(key): label for key, label in KIND_LABELS.items()},
    "appointment.source": {str(key): label for key, label in SOURCE_LABELS.items()},
    "interpreter_request.state": {str(key): label for key, label in REQUEST_STATES.items()},
    "callback.state": {str(key): label for key, label in CALLBACK_LABELS.items()},
    "advice_contact.kind": {str(key): label for key, label in CONTACT_KINDS.items()},
}
_CLOCKS: Mapping[str, str] = {
    "starts_at": N_("Time"),
    "from_time": N_("Begins"),
    "until_time": N_("Ends"),
}
"""Columns of minutes after midnight, which are shown as times."""
_TEXTS = frozenset({"note", "text", "about", "wish", "bring", "subject", "reason", "place"})
"""Columns of free text, of which both can stand."""


def merge_row(teller: Teller, table: str, field: AskedField) -> MergeRow:
    """Answer a field with both answers; the suitcase's is proposed where only it has news."""
    name = field.column
    both = ""
    if name in _TEXTS and field.came and field.home:
        both = both_texts(field.home, field.came, field.base or "")
        # One of them says it all already.
        both = "" if both in {field.home, field.came} else both
    return MergeRow(
        name,
        _(_CLOCKS.get(name) or COLUMN_WORDS.get(name, name)),
        CAME,
        HOME,
        _words(teller, table, name, field.came),
        _words(teller, table, name, field.home),
        field.is_proposed,
        both,
    )


def _words(teller: Teller, table: str, column: str, value: object) -> str:
    if column in _CLOCKS and isinstance(value, int):
        return "{:02}:{:02}".format(*divmod(value, 60))
    labels = _LABELS.get(f"{table}.{column}", {})
    if isinstance(value, str) and value in labels:
        return _(labels[value])
    return teller.value(table, column, value)
