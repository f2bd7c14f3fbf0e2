"""Writing a task, or changing one that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from app.tasks.actions import NEW_TASK_FORM, TASK_FORM, add_task, change_task
from app.tasks.queries import known_colleagues, task_details
from resources.text import _
from ui.drafts.kept_form import KeptForm
from ui.tasks.task_fields import TaskFields

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.tasks.rows import TaskDetails
    from ui.desk import Desk, Pending


class TaskForm(KeptForm):
    """The form of one task, with its draft; `saved` tells what the act answered."""

    def __init__(
        self,
        desk: Desk,
        *,
        changes: TaskDetails | None = None,
        person: tuple[UUID, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Write a new task, perhaps about a known person, or change one."""
        super().__init__(desk, parent)
        # Made here, so that saving twice writes one task.
        self.task_id: UUID = changes.task.id if changes else uuid4()
        self._version = changes.task.version if changes else 0
        self._subject = str(changes.task.id if changes else person[0] if person else "")
        self.parts = TaskFields(desk)
        if changes is not None:
            self.parts.fill(changes)
        elif person is not None:
            self.parts.fill_person(*person)
        self.arrange(
            self.parts,
            _("Change task") if changes else _("New task"),
            _("Save task"),
            TASK_FORM if changes else NEW_TASK_FORM,
            self._subject,
            changes.task.title if changes else person[1] if person else "",
        )
        desk.ask(known_colleagues, desk.who).then(self.parts.suggest)

    @property
    def is_new(self) -> bool:
        """Whether the task is not written yet."""
        return not self._version

    def send(self) -> Pending[Any]:
        """Have the task written or changed."""
        values = self.parts.value()
        if self.is_new:
            return self.desk.act(add_task, self.task_id, values, self._subject)
        return self.desk.act(change_task, self.task_id, self._version, values)

    def ask_newer(self) -> Pending[Any]:
        """Ask for the task as others left it."""
        return self.desk.ask(task_details, self.task_id)

    def take(self, newer: TaskDetails) -> None:
        """Fill the fields with a newer version of the task."""
        self._version = newer.task.version
        self.parts.fill(newer)
