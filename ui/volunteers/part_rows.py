"""Rows of the volunteer's form: an absence, a training."""

from __future__ import annotations

from app.volunteers.rules import ABSENCE_LABELS, AbsenceDetails, TrainingDetails
from resources.text import _
from ui.journal.minutes_field import MinutesField
from ui.volunteers.words import options
from ui.widgets.fields import ChoiceField, DateField, TextField
from ui.widgets.rows_field import RowForm, RowsField


class AbsenceRow(RowForm[AbsenceDetails]):
    """From when until when, and why."""

    def __init__(self) -> None:
        """Begin with an empty holiday."""
        super().__init__()
        self._from, self._until = DateField(), DateField()
        self._reason, self._note = ChoiceField(options(ABSENCE_LABELS)), TextField()
        self.begin_row()
        self.add("from_day", _("First day"), self._from)
        self.add("until_day", _("Last day"), self._until, optional=True)
        self.end_row()
        self.begin_row()
        self.add("reason", _("Reason"), self._reason)
        self.add("note", _("Note"), self._note, optional=True)
        self.end_row()

    def value(self) -> AbsenceDetails:
        """Answer what the row says."""
        return AbsenceDetails(
            self.row_id,
            self._from.value(),
            self._until.value(),
            self._reason.value(),
            self._note.value(),
        )

    def fill(self, value: AbsenceDetails) -> None:
        """Show an absence."""
        self.row_id = value.id
        self._from.set_value(value.from_day)
        self._until.set_value(value.until_day)
        self._reason.set_value(str(value.reason))
        self._note.set_value(value.note)


class TrainingRow(RowForm[TrainingDetails]):
    """When, about what, how long."""

    def __init__(self) -> None:
        """Begin with an empty training."""
        super().__init__()
        self._day, self._topic, self._minutes = DateField(), TextField(), MinutesField()
        self.add("topic", _("Topic"), self._topic)
        self.begin_row()
        self.add("day", _("Day"), self._day)
        self.add("minutes", _("Minutes, or hours as 2:30"), self._minutes)
        self.end_row()

    def value(self) -> TrainingDetails:
        """Answer what the row says."""
        return TrainingDetails(
            self.row_id, self._day.value(), self._topic.value(), self._minutes.minutes()
        )

    def fill(self, value: TrainingDetails) -> None:
        """Show a training."""
        self.row_id = value.id
        self._day.set_value(value.day)
        self._topic.set_value(value.topic)
        minutes = value.minutes
        self._minutes.set_value("" if minutes is None else f"{minutes // 60}:{minutes % 60:02}")


def absences_field() -> RowsField[AbsenceDetails]:
    """Answer the input of all absences."""
    return RowsField(AbsenceRow, _("Add absence"), _("Take this absence away"))


def trainings_field() -> RowsField[TrainingDetails]:
    """Answer the input of all trainings."""
    return RowsField(TrainingRow, _("Add training"), _("Take this training away"))
