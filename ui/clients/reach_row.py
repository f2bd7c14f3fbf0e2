"""One further phone number or mail address in a person's form."""

from __future__ import annotations

from app.clients.rules import KIND_LABELS, REACH_SUGGESTIONS, Reach, ReachKind
from resources.text import _
from ui.widgets.fields import ChoiceField, DateField, SuggestField, TextField
from ui.widgets.rows_field import RowForm, RowsField


class ReachRow(RowForm[Reach]):
    """Kind, number or address, whose it is, and for how long."""

    def __init__(self) -> None:
        """Begin with an empty phone number."""
        super().__init__()
        self._kind = ChoiceField([(kind.value, _(KIND_LABELS[kind])) for kind in ReachKind])
        self._value, self._label = TextField(), SuggestField()
        self._label.set_suggestions([_(words) for words in REACH_SUGGESTIONS])
        self._note = TextField()
        self._from, self._until = DateField(), DateField()
        self.begin_row()
        self.add("kind", _("Kind"), self._kind, stretch=2)
        self.add("value", _("Number or address"), self._value, stretch=4)
        self.add("label", _("Whose or where"), self._label, stretch=3)
        self.end_row()
        self.begin_row()
        self.add("note", _("Note"), self._note, stretch=3)
        self.add("valid_from", _("Valid from"), self._from, stretch=2)
        self.add("valid_until", _("Valid until"), self._until, stretch=2)
        self.end_row()

    def value(self) -> Reach:
        """Answer what the row says."""
        return Reach(
            self.row_id,
            self._kind.value(),
            self._label.value(),
            self._value.value(),
            self._note.value(),
            self._from.value(),
            self._until.value(),
        )

    def fill(self, value: Reach) -> None:
        """Show a number or address."""
        self.row_id = value.id
        self._kind.set_value(str(value.kind))
        self._label.set_value(value.label)
        self._value.set_value(value.value)
        self._note.set_value(value.note)
        self._from.set_value(value.valid_from)
        self._until.set_value(value.valid_until)

    def focus_first(self) -> None:
        """Go to the number: most rows are phones."""
        self.focus_field("value")


def reaches_field() -> RowsField[Reach]:
    """Answer the input of all further numbers and mail addresses."""
    return RowsField(ReachRow, _("Add phone or e-mail"), _("Take this number away"))
