"""The fields of a task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.tasks.rules import Repeat, TaskValues
from resources.text import _
from ui.picking.client_picker import ClientPicker
from ui.widgets.fields import ChoiceField, DateField, LongTextField, SuggestField, TextField
from ui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from app.tasks.rows import TaskDetails
    from ui.desk import Desk


class TaskFields(Form):
    """What is to be done, for whom, by whom and by when; `value` answers the task."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin empty, done once, by the person at work."""
        super().__init__(parent)
        self._desk = desk
        self.task_title = TextField()
        self.person = ClientPicker(desk)
        self.assignee = SuggestField()
        self.due_on = DateField(today=self._today)
        self.repeat: ChoiceField[Repeat] = ChoiceField([(each, _(each.label)) for each in Repeat])
        self.note = LongTextField()
        self.note.setMaximumHeight(self.note.minimumHeight())
        self.reviewer = SuggestField()
        self.review_on = DateField(today=self._today)
        self._add_fields()
        self.assignee.set_value(desk.who)

    def value(self) -> TaskValues:
        """Answer what the fields say."""
        return TaskValues(
            title=self.task_title.value(),
            assignee=self.assignee.value(),
            note=self.note.value(),
            person_id=self.person.value(),
            due_on=self.due_on.value(),
            repeat=self.repeat.value(),
            reviewer=self.reviewer.value(),
            review_on=self.review_on.value(),
        )

    def fill(self, details: TaskDetails) -> None:
        """Show a task as it stands."""
        task = details.task
        self.task_title.set_value(task.title)
        self.person.set_record(task.person_id, task.person_name)
        self.assignee.set_value(task.assignee)
        self.due_on.set_value(task.due_on)
        self.repeat.set_value(task.rhythm.repeat)
        self.note.set_value(details.note)
        self.reviewer.set_value(task.reviewer)
        self.review_on.set_value(task.review_on)

    def fill_person(self, person_id: UUID, name: str) -> None:
        """Show whom a new task is about."""
        self.person.set_record(person_id, name)

    def suggest(self, colleagues: Sequence[str]) -> None:
        """Offer the names of colleagues."""
        self.assignee.set_suggestions(colleagues)
        self.reviewer.set_suggestions(colleagues)

    def _add_fields(self) -> None:
        self.add("title", _("What is to be done"), self.task_title)
        self.add("person_id", _("About whom"), self.person, optional=True)
        self.add("assignee", _("Who does it"), self.assignee)
        self.begin_row()
        self.add("due_on", _("Due by"), self.due_on, optional=True)
        self.add("repeat", _("How often"), self.repeat)
        self.end_row()
        self.add("note", _("Note"), self.note, optional=True)
        self.begin_row()
        self.add("reviewer", _("Who looks at it again"), self.reviewer, optional=True)
        self.add("review_on", _("On which day"), self.review_on, optional=True)
        self.end_row()

    def _today(self) -> date:
        return self._desk.local_now.date()
