"""One task, and what can be done with it now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.tasks.rules import TaskState
from resources.text import _
from ui.style import spacing
from ui.tasks.task_facts import TaskFacts
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.fields import LongTextField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form import Form

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import SignalInstance

    from app.errors import Refused
    from app.tasks.rows import TaskDetails


class TaskCard(Card):
    """The facts of a task, a field for its result, and its buttons."""

    finish_wanted = Signal(str)
    """The words about how it was done."""
    drop_wanted = Signal(str)
    """Why it is not needed any more."""
    change_wanted = Signal()
    review_wanted = Signal()
    reopen_wanted = Signal()
    person_wanted = Signal()

    def __init__(
        self, details: TaskDetails, today: date, who: str, parent: QWidget | None = None
    ) -> None:
        """Show a task as seen on a day by `who`."""
        super().__init__("", "", parent)
        self.details = details
        self.setAccessibleName(_("Task: {title}").format(title=details.task.title))
        self.body.setSpacing(spacing(12))
        self.add(TaskFacts(details, today))
        self.result = LongTextField(2)
        self.result.setMaximumHeight(self.result.minimumHeight())
        self._form = Form()
        self._form.add("result", _("Result, or why it is not needed"), self.result, optional=True)
        self._buttons = QWidget()
        self._row = FlowLayout(self._buttons, spacing(8))
        if details.task.state is TaskState.OPEN:
            self.add(self._form)
            self._offer_open(today, who)
        else:
            self._button(plain_button(_("Reopen task"), "undo"), self.reopen_wanted)
        if details.task.person_id is not None:
            self._button(quiet_button(_("Show person"), "person"), self.person_wanted)
        self.add(self._buttons)

    def show_refused(self, refused: Refused) -> None:
        """Say beside the field what is wrong with the words."""
        self._form.show_problems(refused.problems)

    def _offer_open(self, today: date, who: str) -> None:
        task = self.details.task
        done = primary_button(_("Done"), "check")
        done.clicked.connect(self._on_done)
        self._row.addWidget(done)
        if task.reviewer == who and task.review_on is not None and task.review_on <= today:
            self._button(plain_button(_("Looked at"), "eye"), self.review_wanted)
        drop = plain_button(_("Not needed any more"), "cancelled")
        drop.clicked.connect(self._on_drop)
        self._row.addWidget(drop)
        self._button(plain_button(_("Change task"), "edit"), self.change_wanted)

    def _button(self, button: QPushButton, wanted: SignalInstance) -> None:
        button.clicked.connect(wanted)
        self._row.addWidget(button)

    def _on_done(self) -> None:
        self.finish_wanted.emit(self.result.value())

    def _on_drop(self) -> None:
        self.drop_wanted.emit(self.result.value())
