"""How an own field is asked for and shown, by its kind."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from app.custom.rules import NO, YES, FieldKind
from resources.text import _, language
from ui import formats
from ui.widgets.fields import ChoiceField, DateField, TextField, TriStateField

if TYPE_CHECKING:
    from app.custom.rules import FieldDetails, OwnField
    from app.exchange.writing.rules import Cell
    from ui.widgets.fields import Input


def field_words(field: OwnField) -> str:
    """Answer what a field is called in the language of the window."""
    return field.details.labels.said_in(language())


def input_for(details: FieldDetails, entry: str) -> Input:
    """Answer an input that shows what is filled in."""
    kind = FieldKind(details.kind)
    made: Any
    if kind is FieldKind.DATE:
        made = DateField()
    elif kind is FieldKind.YES_NO:
        made = TriStateField()
    elif kind is FieldKind.CHOICE:
        words = (
            details.choices if not entry or entry in details.choices else (*details.choices, entry)
        )
        made = ChoiceField([("", _("not known")), *((word, word) for word in words)])
    else:
        made = TextField()
    put_entry(details, made, entry)
    answer: Input = made
    return answer


def put_entry(details: FieldDetails, field: Any, entry: str) -> None:  # noqa: ANN401 - any input
    """Show what is filled in in an input of `input_for`."""
    if details.kind == FieldKind.DATE:
        field.set_value(_day(entry))
    elif details.kind == FieldKind.YES_NO:
        field.set_value({YES: True, NO: False}.get(entry))
    else:
        field.set_value(entry)


def entry_of(details: FieldDetails, field: Any) -> str:  # noqa: ANN401 - any input
    """Answer what stands in an input as it is written down."""
    value = field.value()
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return YES if value else NO
    said = str(value).strip()
    return said.replace(",", ".") if details.kind == FieldKind.NUMBER else said


def show_entry(details: FieldDetails, entry: str) -> str:
    """Answer what is filled in as people write it."""
    if details.kind == FieldKind.YES_NO and entry:
        return _("yes") if entry == YES else _("no")
    day = _day(entry) if details.kind == FieldKind.DATE else None
    if details.kind == FieldKind.NUMBER:
        return formats.locale().decimalPoint().join(entry.split(".", 1))
    return formats.show_date(day) if day else entry


def cell_of(details: FieldDetails, entry: str) -> Cell:
    """Answer what a file gets of what is filled in: days and whole numbers as such."""
    if details.kind == FieldKind.DATE:
        return _day(entry)
    if details.kind == FieldKind.NUMBER and entry.removeprefix("-").isdecimal():
        return int(entry)
    return show_entry(details, entry)


def _day(entry: str) -> date | None:
    try:
        return date.fromisoformat(entry)
    except ValueError:
        return None
